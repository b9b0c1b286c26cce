using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Workflows.Tests.Api;

/// <summary>A provider of OpenID Connect on this machine: its discovery document and its key.</summary>
internal sealed class TokenProvider : IAsyncDisposable
{
    public const string KEY_ID = "key-1";
    private readonly WebApplication app;
    private readonly RSA rsa = RSA.Create(2048);

    private TokenProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = Address, jwks_uri = $"{Address}/keys" }));
        app.MapGet("/keys", () =>
        {
            var key = rsa.ExportParameters(includePrivateParameters: false);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = KEY_ID, n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } } });
        });
    }

    /// <summary>Its address, the issuer of its tokens.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Signs its tokens.</summary>
    public SigningCredentials Key => new(new RsaSecurityKey(rsa) { KeyId = KEY_ID }, SecurityAlgorithms.RsaSha256);

    /// <summary>What everyone can know of it.</summary>
    public byte[] PublicKey => rsa.ExportSubjectPublicKeyInfo();

    public static async Task<TokenProvider> Start()
    {
        var provider = new TokenProvider();
        await provider.app.StartAsync();
        provider.Address = provider.app.Urls.First();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        rsa.Dispose();
    }
}
