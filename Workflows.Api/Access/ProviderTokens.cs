using System.Collections.Immutable;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using Workflows.Api.CaseLinks;
using Workflows.Api.Hosting;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Access;

/// <summary>Takes the signed tokens (JWT) that a provider of OpenID Connect issues to people and systems.</summary>
internal sealed class ProviderTokens(OidcSettings settings, RealTime time, ReferenceDataSource reference, ILogger<ProviderTokens> log)
{
    private const int LongestName = 100;
    private static readonly Duration Skew = Duration.FromMinutes(1);

    /// <summary>Signatures with a key pair only: the provider's published key must not be able to sign.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    private readonly ConfigurationManager<OpenIdConnectConfiguration> metadata = new(
        $"{settings.Authority.AbsoluteUri.TrimEnd('/')}/.well-known/openid-configuration",
        new OpenIdConnectConfigurationRetriever(),
        new HttpDocumentRetriever { RequireHttps = settings.Authority.Scheme == Uri.UriSchemeHttps });

    /// <summary>Whether what was presented can only be such a token.</summary>
    public static bool LooksLikeOne(string clear) => clear.StartsWith("eyJ", StringComparison.Ordinal) && clear.Contains('.', StringComparison.Ordinal);

    /// <summary>Whose the token is; null when it is not good.</summary>
    /// <exception cref="ProviderUnavailableException">The provider's keys cannot be had now.</exception>
    public async Task<Caller?> Find(string clear)
    {
        var result = await Validate(clear).ConfigureAwait(false);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            metadata.RequestRefresh();
            result = await Validate(clear).ConfigureAwait(false);
        }

        return result is { IsValid: true, SecurityToken: JsonWebToken token } ? CallerOf(token) : null;
    }

    private async Task<TokenValidationResult> Validate(string clear)
    {
        var provider = await Provider().ConfigureAwait(false);
        return await handler.ValidateTokenAsync(clear, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = settings.Audience,
            IssuerSigningKeys = provider.SigningKeys,
            ValidAlgorithms = Algorithms,
            LifetimeValidator = (from, through, _, _) => IsNow(from, through),
        }).ConfigureAwait(false);
    }

    private async Task<OpenIdConnectConfiguration> Provider()
    {
        try
        {
            return await metadata.GetConfigurationAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (InvalidOperationException unreachable)
        {
            throw new ProviderUnavailableException(unreachable);
        }
    }

    private bool IsNow(DateTime? from, DateTime? through)
    {
        var now = time.Clock.GetCurrentInstant();
        return through is { } end && now < Moment(end) + Skew && (from is not { } start || now >= Moment(start) - Skew);
    }

    private static Instant Moment(DateTime utc) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    private Caller? CallerOf(JsonWebToken token)
    {
        var kinds = Texts(token, settings.AdministrationClaim).Select(Kind).ToArray();
        // Nobody administers two kinds, whatever a provider says.
        if (kinds.Length > 1 || kinds.Contains(null) || string.IsNullOrEmpty(token.Subject))
            return null;
        var roles = Roles(token).GroupBy(parts => parts[0], parts => parts[1], StringComparer.Ordinal)
            .ToImmutableDictionary(agency => agency.Key, agency => agency.Distinct().ToImmutableArray(), StringComparer.Ordinal);
        var name = Texts(token, settings.NameClaim).FirstOrDefault() is { Length: > 0 } told && told != Actor.System.Name && told != Actor.Time.Name ? told : token.Subject;
        return new Caller(
            new Actor($"oidc-{token.Subject}", name.Length > LongestName ? name[..LongestName] : name, roles, MayBackdate: false),
            kinds.Length == 1 ? kinds[0] : null,
            IsOwner: false,
            KeyScope.All);
    }

    /// <summary>
    /// The roles, each with its agency. A provider also issues tokens for others, so what names no agency of ours gives nothing and
    /// does not make the token bad; the log says that there was such a role, without repeating it.
    /// </summary>
    private List<string[]> Roles(JsonWebToken token)
    {
        var agencies = reference.Current.Agencies;
        var said = Texts(token, settings.RolesClaim).Select(text => text.Split('/', 2)).ToList();
        var known = said.Where(parts => parts is [{ Length: > 0 } agency, { Length: > 0 } role] && role != LinkHolder.ThirdPartyRole && agencies.Find(agency) is not null).ToList();
        if (known.Count < said.Count)
            log.LogWarning("{Count} roles of a token of oidc-{Subject} were ignored: no agency of the directory, or not of the form agency/role", said.Count - known.Count, token.Subject);
        return known;
    }

    private static IEnumerable<string> Texts(JsonWebToken token, string claim) => token.Claims.Where(one => one.Type == claim).Select(one => one.Value);

    private static AdministrationKind? Kind(string name) => name switch
    {
        "system" => AdministrationKind.System,
        "security" => AdministrationKind.Security,
        "audit" => AdministrationKind.Audit,
        _ => null,
    };
}

/// <summary>The provider of tokens cannot be reached.</summary>
internal sealed class ProviderUnavailableException(Exception why) : Exception("The provider of tokens cannot be reached.", why);
