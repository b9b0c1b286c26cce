using Workflows.Api.Problems;

namespace Workflows.Api.Access;

/// <summary>Marks endpoints that administer the service.</summary>
internal sealed class OwnerOnly
{
    /// <summary>The mark.</summary>
    public static OwnerOnly Mark { get; } = new();
}

/// <summary>Puts the mark on endpoints.</summary>
internal static class OwnerOnlyExtensions
{
    /// <summary>Only owners may; others are answered with 403.</summary>
    public static TBuilder ForOwners<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(OwnerOnly.Mark).Refuses(StatusCodes.Status403Forbidden);
}
