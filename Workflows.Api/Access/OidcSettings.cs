using Workflows.Api.Hosting;

namespace Workflows.Api.Access;

/// <summary>The provider whose tokens are taken (OpenID Connect), and where they say what someone holds.</summary>
/// <param name="Authority">Its address, <c>Oidc:Authority</c>; its discovery document is below it.</param>
/// <param name="Audience">What tokens for this service are issued to, <c>Oidc:Audience</c>.</param>
/// <param name="RolesClaim">The claim with the roles, each <c>agency/role</c>: <c>Oidc:RolesClaim</c>, <c>roles</c> when left out.</param>
/// <param name="AdministrationClaim">The claim with the administration: <c>Oidc:AdministrationClaim</c>, <c>administration</c> when left out.</param>
/// <param name="NameClaim">The claim with the name shown in the history: <c>Oidc:NameClaim</c>, <c>name</c> when left out.</param>
internal sealed record OidcSettings(Uri Authority, string Audience, string RolesClaim, string AdministrationClaim, string NameClaim)
{
    /// <summary>Reads them; null where no provider is named.</summary>
    /// <exception cref="StartRefusedException">They cannot be used.</exception>
    public static OidcSettings? Read(IConfiguration configuration)
    {
        if (configuration["Oidc:Authority"] is not { } authority)
            return null;
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            throw new StartRefusedException("Oidc:Authority takes an address that begins with https://; http:// is taken on this machine only.");
        return new OidcSettings(
            address,
            configuration["Oidc:Audience"] is { Length: > 0 } audience ? audience : throw new StartRefusedException("Oidc:Authority needs Oidc:Audience."),
            configuration["Oidc:RolesClaim"] ?? "roles",
            configuration["Oidc:AdministrationClaim"] ?? "administration",
            configuration["Oidc:NameClaim"] ?? "name");
    }
}
