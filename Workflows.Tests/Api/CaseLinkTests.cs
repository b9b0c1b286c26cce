using System.Text.RegularExpressions;
using FluentAssertions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using NUnit.Framework;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>People outside can do by a link what it is for, once where it is an answer, and nothing else.</summary>
public sealed partial class CaseLinkTests
{
    private const string Bureau = TestAgencies.Bureau;
    private static readonly object Consents = new { input = new { position = "agrees" } };
    private FakeClock time = null!;
    private TestService service = null!;
    private TestClient handler = null!;

    [SetUp]
    public async Task Start()
    {
        time = new FakeClock(Instant.FromUtc(2026, 3, 2, 1, 0));
        service = await TestService.Start(realTime: time, settings: ["--Links:Page", "https://disclosure.example/link"]);
        handler = await service.Join(Bureau, "handler");
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task Third_party_sees_what_is_asked_and_answers_once()
    {
        var (consultation, made) = await Handed();
        made.Body.GetProperty("link").GetProperty("trigger").GetString().Should().Be("answer");
        made.Body.GetProperty("address").GetString().Should().Be($"https://disclosure.example/link#{made.Body.GetProperty("token").GetString()}");
        var third = Holder(made);
        var shown = await third.Get("/api/v1/link");
        shown.Should().HaveStatus(200);
        shown.Body.GetProperty("answer").GetProperty("input")[0].GetProperty("name").GetString().Should().Be("position");
        shown.Body.GetProperty("deadlines").GetArrayLength().Should().Be(1);
        shown.Text.Should().NotContain("某公司").And.NotContain("预算").And.NotContain("张三");

        (await third.Post("/api/v1/link/answer", new { input = new { position = "maybe" } })).Should().BeProblem(422, "invalid");
        var answered = await third.Post("/api/v1/link/answer", Consents, ("Idempotency-Key", "k"));
        answered.Should().HaveStatus(200);
        answered.Body.GetProperty("on").GetString().Should().Be("2026-03-02");
        var again = await third.Post("/api/v1/link/answer", Consents, ("Idempotency-Key", "k"));
        again.Text.Should().Be(answered.Text);
        again.Header("Idempotency-Replayed").Should().Be("true");
        (await third.Post("/api/v1/link/answer", Consents, ("Idempotency-Key", "other"))).Should().HaveStatus(401);
        (await third.Post("/api/v1/link/answer", Consents)).Should().BeProblem(401, "unauthenticated");
        (await third.Get("/api/v1/link")).Should().BeProblem(401, "unauthenticated");

        var entries = (await handler.Get($"/api/v1/cases/{consultation}/history")).Body.GetProperty("entries").EnumerateArray();
        var actor = entries.Last(entry => entry.GetProperty("event").GetString() == "moved").GetProperty("actor");
        actor.GetProperty("id").GetString().Should().Be(made.Body.GetProperty("link").GetProperty("id").GetString());
        actor.GetProperty("name").GetString().Should().Be("第三方（凭测试人员交付的一次性链接）");
        actor.GetProperty("role").GetString().Should().Be("third-party");
        (await handler.Read(consultation)).State.Should().Be("answered");
        (await service.Owner.Get("/api/v1/audit/reads")).Text.Should().Contain("read.link");
        await Sound();
    }

    [Test]
    public async Task Two_answers_at_once_are_one()
    {
        var (_, made) = await Handed();
        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Holder(made).Post("/api/v1/link/answer", Consents)));
        replies.Count(reply => reply.Status == 200).Should().Be(1);
        replies.Where(reply => reply.Status != 200).Should().OnlyContain(reply => reply.Status == 401 || reply.Status == 404 || reply.Status == 409);
        await Sound();
    }

    [Test]
    public async Task Applicant_sees_state_due_dates_and_letters_and_nothing_else()
    {
        var opened = await (await handler.Open(
            TestProcedures.Application, Bureau, new Dictionary<string, object> { ["subject"] = "预算", ["applicant.name"] = "张三" }, note: "内部意见")).Send("register");
        var made = await handler.Post($"/api/v1/cases/{opened.Id}/links", new { kind = "see-state", documents = new[] { "receipt" } });
        made.Should().HaveStatus(201);
        var applicant = Holder(made);
        var shown = await applicant.Get("/api/v1/link");
        shown.Should().HaveStatus(200);
        shown.Body.GetProperty("state").GetProperty("zh").GetString().Should().Be("审查中");
        shown.Body.GetProperty("documents")[0].GetProperty("title").GetString().Should().Be("登记回执");
        shown.Body.GetProperty("deadlines")[0].GetProperty("due").GetString().Should().Be("2026-03-23");
        shown.Text.Should().NotContain("张三").And.NotContain("预算").And.NotContain("内部").And.NotContain(opened.Id);
        (await applicant.Post("/api/v1/link/answer", Consents)).Should().BeProblem(401, "unauthenticated");
        (await applicant.Get("/api/v1/link")).Should().HaveStatus(200);
        await Sound();
    }

    [Test]
    public async Task Link_can_do_nothing_else_over_the_whole_api()
    {
        var (consultation, made) = await Handed();
        var opened = await handler.Open(TestProcedures.Application, Bureau, new { subject = "预算" });
        var seeing = await handler.Post($"/api/v1/cases/{opened.Id}/links", new { kind = "see-state" });
        var endpoints = service.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null).ToList();
        endpoints.Should().HaveCountGreaterThan(60);
        foreach (var endpoint in endpoints)
        {
            var path = Number().Replace(endpoint.RoutePattern.RawText!, "1").Replace("{id}", consultation, StringComparison.Ordinal).Replace("{trigger}", "answer", StringComparison.Ordinal)
                .Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
            var method = new HttpMethod(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]);
            foreach (var link in new[] { made, seeing })
                (await Holder(link).Send(method, path, method == HttpMethod.Get || method == HttpMethod.Delete ? null : Consents, ("If-Match", "*"))).Status.Should().Be(401, "{0} {1}", method, path);
        }

        (await handler.Get("/api/v1/link")).Should().BeProblem(401, "unauthenticated");
    }

    [Test]
    public async Task Link_ends_by_revocation_and_by_time()
    {
        var (consultation, made) = await Handed();
        var id = made.Body.GetProperty("link").GetProperty("id").GetString();
        (await handler.Get($"/api/v1/cases/{consultation}/links")).Text.Should().Contain(id).And.NotContain("dl_");
        (await (await service.Join(Bureau, "auditor")).Delete($"/api/v1/cases/{consultation}/links/{id}")).Should().BeProblem(403, "forbidden");
        (await handler.Delete($"/api/v1/cases/{consultation}/links/{id}")).Should().HaveStatus(204);
        (await handler.Delete($"/api/v1/cases/{consultation}/links/{id}")).Should().BeProblem(404, "not-found");
        (await Holder(made).Get("/api/v1/link")).Should().BeProblem(401, "unauthenticated");

        var next = await handler.Post($"/api/v1/cases/{consultation}/links", new { kind = "answer-consultation", expiresAt = "2026-03-03T01:00:00Z" });
        time.AdvanceHours(24);
        (await Holder(next).Post("/api/v1/link/answer", Consents)).Should().BeProblem(401, "unauthenticated");
        await Sound();
    }

    [Test]
    public async Task Link_is_made_only_for_what_it_is_for_and_by_who_may()
    {
        var (consultation, _) = await Handed();
        var application = (await handler.Read(consultation)).View.GetProperty("parent").GetString();
        var path = $"/api/v1/cases/{consultation}/links";
        (await handler.Post(path, new { kind = "see-state" })).Should().BeProblem(409, "not-allowed");
        (await handler.Post(path, new { kind = "answer-consultation", trigger = "record-receipt" })).Should().BeProblem(422, "invalid");
        (await handler.Post(path, new { kind = "answer-consultation", documents = new[] { "x" } })).Should().BeProblem(422, "invalid");
        (await handler.Post(path, new { kind = "answer-consultation", expiresAt = "2036-03-03T01:00:00Z" })).Should().BeProblem(422, "invalid");
        (await handler.Post($"/api/v1/cases/{application}/links", new { kind = "answer-consultation" })).Should().BeProblem(409, "not-allowed");
        (await handler.Post($"/api/v1/cases/{application}/links", new { kind = "see-state", documents = new[] { "no-such" } })).Should().BeProblem(422, "invalid");
        (await (await service.Join(Bureau, "office-head")).Post(path, new { kind = "answer-consultation" })).Should().BeProblem(409, "not-allowed");
        (await (await service.Join(TestAgencies.Secrecy, "handler")).Post(path, new { kind = "answer-consultation" })).Should().BeProblem(404, "not-found");
        (await service.Owner.Post("/api/v1/access-keys", new { name = "x", roles = new Dictionary<string, string[]> { [Bureau] = ["third-party"] } })).Should().BeProblem(422, "invalid");
    }

    [Test]
    public async Task Guesses_are_401_and_soon_429()
    {
        await using var strict = await TestService.Start(settings: ["--RateLimit:FailedAuthentication:Requests", "2"]);
        (await strict.With("dl_0").Get("/api/v1/link")).Should().BeProblem(401, "unauthenticated");
        (await strict.With("dl_1").Get("/api/v1/link")).Should().BeProblem(401, "unauthenticated");
        (await strict.With("dl_2").Get("/api/v1/link")).Should().BeProblem(429, "too-many-requests");
    }

    private TestClient Holder(Reply made) => service.With(made.Body.GetProperty("token").GetString());

    private async Task<(string Consultation, Reply Made)> Handed()
    {
        var opened = await (await handler.Open(
            TestProcedures.Application, Bureau, new Dictionary<string, object> { ["subject"] = "预算", ["applicant.name"] = "张三" })).Send("register");
        var consulted = await handler.Post(
            $"/api/v1/cases/{opened.Id}/triggers/consult", new { input = new { parties = new[] { new { name = "某公司" } } } }, ("If-Match", "*"));
        consulted.Should().HaveStatus(200);
        var consultation = consulted.Body.GetProperty("children")[0].GetProperty("id").GetString()!;
        (await handler.Post($"/api/v1/cases/{consultation}/triggers/record-receipt", new { }, ("If-Match", "*"))).Should().HaveStatus(200);
        var made = await handler.Post($"/api/v1/cases/{consultation}/links", new { kind = "answer-consultation" });
        made.Should().HaveStatus(201);
        return (consultation, made);
    }

    private async Task Sound() =>
        (await service.Owner.Send(HttpMethod.Post, "/api/v1/audit/verification", null)).Body.GetProperty("sound").GetBoolean().Should().BeTrue();

    [GeneratedRegex("[{][^}:]+:int[}]")]
    private static partial Regex Number();
}
