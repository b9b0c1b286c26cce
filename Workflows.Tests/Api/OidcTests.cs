using System.Security.Cryptography;
using FluentAssertions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using NodaTime.Testing;
using NUnit.Framework;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>Tokens of a provider of OpenID Connect are taken when they are good, and never otherwise.</summary>
public sealed class OidcTests
{
    private const string Audience = "disclosure";
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 1, 0);
    private readonly FakeClock time = new(Now);
    private TokenProvider provider = null!;
    private TestService service = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        provider = await TokenProvider.Start();
        service = await TestService.Start(realTime: time, settings: ["--Oidc:Authority", provider.Address, "--Oidc:Audience", Audience]);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await service.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Test]
    public async Task Good_token_acts_with_the_roles_and_name_that_it_says()
    {
        var client = service.With(Token());
        var opened = await client.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
        var actor = (await client.Get($"/api/v1/cases/{opened.Id}/history")).Body.GetProperty("entries")[0].GetProperty("actor");
        actor.GetProperty("id").GetString().Should().Be("oidc-wang");
        actor.GetProperty("name").GetString().Should().Be("王登记");
        (await client.Get("/api/v1/access-keys")).Should().BeProblem(403, "forbidden");
        (await service.With(Token(roles: [$"{TestAgencies.Secrecy}/handler"])).Get($"/api/v1/cases/{opened.Id}")).Should().BeProblem(404, "not-found");
    }

    [Test]
    public async Task Whoever_has_lost_the_role_is_not_given_the_first_reply_with_its_link_again()
    {
        var opened = await service.With(Token()).Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
        Task<Reply> Link(TestClient by) => by.Post($"/api/v1/cases/{opened.Id}/links", new { kind = "see-state", documents = new[] { "receipt" } }, ("Idempotency-Key", "k"));
        var made = await Link(service.With(Token()));
        made.Should().HaveStatus(201);
        (await Link(service.With(Token()))).Text.Should().Be(made.Text);
        var refused = await Link(service.With(Token(roles: [$"{TestAgencies.Secrecy}/handler"])));
        refused.Should().BeProblem(404, "not-found");
        refused.Text.Should().NotContain(made.Body.GetProperty("token").GetString());
    }

    [Test]
    public async Task Roles_of_agencies_that_the_directory_does_not_know_are_ignored()
    {
        (await service.With(Token(roles: ["no.such.agency/handler", $"{TestAgencies.Bureau}/third-party", "handler"])).Post(
            "/api/v1/deadline-feeds", new { agency = "no.such.agency", role = "handler" })).Should().BeProblem(403, "forbidden");
        var mixed = service.With(Token(roles: ["no.such.agency/handler", $"{TestAgencies.Bureau}/handler"]));
        (await mixed.Get("/api/v1/worklist?agency=no.such.agency")).Body.GetProperty("items").GetArrayLength().Should().Be(0);
        await mixed.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
        // What a provider says cannot be asked again when the calendar is read.
        (await mixed.Post("/api/v1/deadline-feeds", new { agency = TestAgencies.Bureau, role = "handler" })).Should().BeProblem(403, "forbidden");
    }

    [Test]
    public async Task Administration_is_what_the_token_says_and_never_two()
    {
        (await service.With(Token(administration: ["security"])).Get("/api/v1/access-keys")).Should().HaveStatus(200);
        (await service.With(Token(administration: ["system"])).Get("/api/v1/access-keys")).Should().BeProblem(403, "forbidden");
        (await service.With(Token(administration: ["security", "audit"])).Get("/api/v1/access-keys")).Should().BeProblem(401, "unauthenticated");
        (await service.With(Token(administration: ["owner"])).Get("/api/v1/access-keys")).Should().BeProblem(401, "unauthenticated");
    }

    [Test]
    public async Task Token_that_is_expired_or_not_yet_good_is_refused()
    {
        await Refused(Token(expires: Now - Duration.FromMinutes(2)));
        await Refused(Token(notBefore: Now + Duration.FromMinutes(2)));
    }

    [Test]
    public async Task Token_for_another_audience_or_of_another_issuer_is_refused()
    {
        await Refused(Token(audience: "another"));
        await Refused(Token(issuer: "https://another.example"));
    }

    [Test]
    public async Task Token_with_no_signature_a_wrong_one_or_another_algorithm_is_refused()
    {
        using var other = RSA.Create(2048);
        var good = Token();
        await Refused(good[..good.LastIndexOf('.')] + ".");
        await Refused(good[..^8] + "AAAAAAAA");
        await Refused(Token(key: new SigningCredentials(new RsaSecurityKey(other) { KeyId = TokenProvider.KEY_ID }, SecurityAlgorithms.RsaSha256)));
        await Refused(new JsonWebTokenHandler().CreateToken(Descriptor()));
        await Refused(Token(key: new SigningCredentials(new SymmetricSecurityKey(provider.PublicKey) { KeyId = TokenProvider.KEY_ID }, SecurityAlgorithms.HmacSha256)));
        await Refused("eyJhbGciOiJub25lIn0.e30.");
        await Refused("eyJ.eyJ.eyJ");
    }

    [Test]
    public async Task Without_a_provider_no_token_is_taken()
    {
        await using var alone = await TestService.Start(realTime: time);
        (await alone.With(Token()).Get("/api/v1/worklist")).Should().BeProblem(401, "unauthenticated");
    }

    [Test]
    public async Task Provider_that_cannot_be_reached_is_told_and_keys_go_on()
    {
        var gone = await TokenProvider.Start();
        var address = gone.Address;
        await gone.DisposeAsync();
        await using var cut = await TestService.Start(realTime: time, settings: ["--Oidc:Authority", address, "--Oidc:Audience", Audience]);
        (await cut.With(Token()).Get("/api/v1/worklist")).Should().BeProblem(503, "unavailable");
        (await cut.Owner.Get("/api/v1/worklist")).Should().HaveStatus(200);
    }

    private async Task Refused(string token) => (await service.With(token).Get("/api/v1/worklist")).Should().BeProblem(401, "unauthenticated");

    private string Token(
        string audience = Audience,
        string? issuer = null,
        Instant? notBefore = null,
        Instant? expires = null,
        string[]? roles = null,
        string[]? administration = null,
        SigningCredentials? key = null)
    {
        var descriptor = Descriptor(audience, issuer, notBefore, expires, roles, administration);
        descriptor.SigningCredentials = key ?? provider.Key;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    private SecurityTokenDescriptor Descriptor(
        string audience = Audience, string? issuer = null, Instant? notBefore = null, Instant? expires = null, string[]? roles = null, string[]? administration = null) => new()
        {
            Issuer = issuer ?? provider.Address,
            Audience = audience,
            NotBefore = (notBefore ?? Now - Duration.FromMinutes(1)).ToDateTimeUtc(),
            Expires = (expires ?? Now + Duration.FromMinutes(5)).ToDateTimeUtc(),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = "wang",
                ["name"] = "王登记",
                ["roles"] = roles ?? [$"{TestAgencies.Bureau}/handler"],
                ["administration"] = administration ?? [],
            },
        };
}
