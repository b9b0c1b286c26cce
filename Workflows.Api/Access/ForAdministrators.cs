using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Access;

/// <summary>Marks endpoints that administer the service.</summary>
/// <param name="Kind">The administrators who may.</param>
internal sealed record ForAdministrators(AdministrationKind Kind)
{
    /// <summary>Says to others who may.</summary>
    public Problem Refused { get; } = Problem.Forbidden($"此项操作只限{Name(Kind)}");

    /// <summary>What the administrators are called.</summary>
    public static string Name(AdministrationKind kind) => kind switch
    {
        AdministrationKind.System => "系统管理员",
        AdministrationKind.Security => "安全管理员",
        _ => "审计管理员",
    };
}

/// <summary>Puts the mark on endpoints. The first owner counts as all three; others are answered with 403.</summary>
internal static class ForAdministratorsExtensions
{
    /// <summary>For who changes what cases are decided by.</summary>
    public static TBuilder ForSystemAdministrators<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.For(AdministrationKind.System);

    /// <summary>For who says who may do what.</summary>
    public static TBuilder ForSecurityAdministrators<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.For(AdministrationKind.Security);

    /// <summary>For who watches the others.</summary>
    public static TBuilder ForAuditAdministrators<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.For(AdministrationKind.Audit);

    private static TBuilder For<TBuilder>(this TBuilder endpoint, AdministrationKind kind)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new ForAdministrators(kind)).Refuses(StatusCodes.Status403Forbidden);
}
