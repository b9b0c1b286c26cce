using System.Text;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Admin;

/// <summary>Drafts: work in progress is kept, and nobody overwrites another's.</summary>
public sealed class DraftTests
{
    private static readonly string Text = TestProcedures.Text(TestProcedures.Consultation);
    private TestService service = null!;

    [SetUp]
    public async Task Start() => service = await TestService.Start();

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task Draft_with_faults_is_kept_and_each_is_told_with_its_place()
    {
        const string broken = "procedure: test.new\ntitle: 新程序\nact: 试验办法\ncalendar: CN\nreferense: 试〔{year}〕{serial}号\n";
        var saved = await service.Owner.SaveDraft("test.new", broken);
        saved.Should().HaveStatus(201);
        saved.Body.GetProperty("yaml").GetString().Should().Be(broken);
        saved.Body.GetProperty("publishable").GetBoolean().Should().BeFalse();
        var typo = saved.Body.GetProperty("problems").EnumerateArray().First(problem => problem.GetProperty("line").GetInt32() == 5);
        typo.GetProperty("column").GetInt32().Should().Be(1);
        foreach (var name in new[] { "code", "message", "mend" })
            typo.GetProperty(name).GetString().Should().NotBeNullOrEmpty();

        var read = await service.Owner.Get("/api/v1/procedures/test.new/draft");
        read.Text.Should().Be(saved.Text);
        read.Header("ETag").Should().Be(saved.Header("ETag"));
        var refused = await service.Owner.PublishDraft("test.new", saved.Header("ETag")!);
        refused.Should().BeProblem(422, "invalid");
        refused.Body.GetProperty("diagnostics").GetArrayLength().Should().Be(saved.Body.GetProperty("problems").GetArrayLength());
        (await service.Owner.Get("/api/v1/procedures/test.new")).Should().BeProblem(404, "not-found");
    }

    [Test]
    public async Task Draft_is_changed_only_on_the_revision_that_was_read()
    {
        var first = await service.Owner.SaveDraft(TestProcedures.Consultation, Text);
        (await service.Owner.SaveDraft(TestProcedures.Consultation, Text)).Should().BeProblem(428, "if-match-required");
        var second = await service.Owner.SaveDraft(TestProcedures.Consultation, Text + "\n", first.Header("ETag"));
        second.Should().HaveStatus(200);
        second.Body.GetProperty("revision").GetInt32().Should().Be(2);
        (await service.Owner.SaveDraft(TestProcedures.Consultation, Text, first.Header("ETag"))).Should().BeProblem(412, "stale");
        (await service.Owner.PublishDraft(TestProcedures.Consultation, first.Header("ETag")!)).Should().BeProblem(412, "stale");
        (await service.Owner.Delete($"/api/v1/procedures/{TestProcedures.Consultation}/draft")).Should().BeProblem(428, "if-match-required");
        var discard = await service.Owner.Send(HttpMethod.Delete, $"/api/v1/procedures/{TestProcedures.Consultation}/draft", null, ("If-Match", second.Header("ETag")!));
        discard.Should().HaveStatus(204);
        (await service.Owner.SaveDraft(TestProcedures.Consultation, Text, second.Header("ETag"))).Should().BeProblem(412, "stale");
    }

    [Test]
    public async Task Draft_is_taken_as_json_too()
    {
        var path = $"/api/v1/procedures/{TestProcedures.Consultation}/draft";
        var saved = await service.Owner.Put(path, new { yaml = Text.Replace("\n", "\r\n", StringComparison.Ordinal) });
        saved.Should().HaveStatus(201);
        saved.Body.GetProperty("yaml").GetString().Should().Be(Text);
        (await service.Owner.Put(path, new { text = Text }, ("If-Match", saved.Header("ETag")!))).Should().BeProblem(400, "malformed");
    }

    [Test]
    public async Task Check_tells_what_a_draft_would_change()
    {
        await service.Owner.SaveDraft(TestProcedures.Consultation, Text.Replace("title: 征求第三方意见", "title: 征求意见", StringComparison.Ordinal));
        var check = await service.Owner.Send(HttpMethod.Post, $"/api/v1/procedures/{TestProcedures.Consultation}/draft/check", null);
        check.Should().HaveStatus(200);
        check.Body.GetProperty("version").GetInt32().Should().Be(2);
        check.Body.GetProperty("changes").GetProperty("text").GetString().Should().Contain("-title: 征求第三方意见\n+title: 征求意见");
    }

    [Test]
    public async Task Draft_of_another_procedure_is_no_draft_of_this_one()
    {
        var saved = await service.Owner.SaveDraft("test.other", Text);
        saved.Body.GetProperty("problems").EnumerateArray().Should().Contain(problem => problem.GetProperty("code").GetString() == "DRAFT01");
        (await service.Owner.PublishDraft("test.other", saved.Header("ETag")!)).Should().BeProblem(422, "invalid");
    }

    [Test]
    public async Task Body_that_is_no_text_is_refused()
    {
        const string path = "/api/v1/procedures/test.new/draft";
        (await service.Owner.Raw(HttpMethod.Put, path, [0xff, 0xfe, 0x00], "text/yaml")).Should().BeProblem(400, "malformed");
        (await service.Owner.Raw(HttpMethod.Put, path, "a: \0"u8.ToArray(), "text/yaml")).Should().BeProblem(400, "malformed");
        (await service.Owner.Raw(HttpMethod.Put, path, "a: b"u8.ToArray(), "image/png")).Should().BeProblem(415, "unsupported-media-type");
        (await service.Owner.Raw(HttpMethod.Put, path, new byte[2 * 1024 * 1024], "text/yaml")).Should().BeProblem(413, "too-large");
    }

    [TestCase("")]
    [TestCase("- - - -")]
    [TestCase("{")]
    [TestCase("&a [*a, *a]")]
    [TestCase("a: &a [x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]")]
    [TestCase("!!binary x")]
    [TestCase("%YAML 9.9\n---\na: b")]
    [TestCase("procedure: [1, 2]\nstates: {a: {on: 5}}")]
    [TestCase("\t\u0001")]
    [TestCase("procedure: test.new\nprocedure: test.new")]
    public async Task Whatever_is_written_is_told_and_nothing_breaks(string yaml)
    {
        var saved = await service.Owner.SaveDraft("test.new", yaml);
        saved.Should().HaveStatus(201);
        saved.Body.GetProperty("publishable").GetBoolean().Should().BeFalse();
        (await service.Owner.Send(HttpMethod.Post, "/api/v1/procedures/test.new/draft/check", null)).Should().HaveStatus(200);
        (await service.Owner.PublishDraft("test.new", saved.Header("ETag")!)).Should().BeProblem(422, "invalid");
    }

    [Test]
    public async Task Nesting_without_end_is_told_and_nothing_breaks()
    {
        foreach (var text in new[] { new string('[', 100_000), new string('{', 100_000), string.Concat(Enumerable.Range(0, 2000).Select(n => new string(' ', n) + "a:\n")) })
        {
            var saved = await service.Owner.Raw(HttpMethod.Put, "/api/v1/procedures/test.new/draft", Encoding.UTF8.GetBytes(text), "text/yaml", "*");
            saved.Status.Should().BeLessThan(500);
            saved = await service.Owner.SaveDraft("test.new", text);
            saved.Status.Should().BeLessThan(500);
        }
    }
}
