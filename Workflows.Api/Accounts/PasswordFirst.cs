namespace Workflows.Api.Accounts;

/// <summary>Marks the endpoints that are open to someone whose password was given by an administrator and has not been changed yet.</summary>
internal sealed class PasswordFirst
{
    /// <summary>The mark.</summary>
    public static PasswordFirst Mark { get; } = new();
}

/// <summary>Puts the mark on endpoints.</summary>
internal static class PasswordFirstExtensions
{
    /// <summary>May be called before the password is changed.</summary>
    public static TBuilder BeforePasswordChange<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(PasswordFirst.Mark);
}
