using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Admin;

/// <summary>Publishing: new cases take the new version, running cases keep theirs.</summary>
public sealed class PublicationTests
{
    private const string Application = TestProcedures.Application;
    private const string Consultation = TestProcedures.Consultation;
    private const string Bureau = TestAgencies.Bureau;
    private static readonly object Subject = new { subject = "预算" };
    private static readonly string Text = TestProcedures.Text(Application);
    private static readonly string Shorter = Text.Replace("period: 15 working-days", "period: 10 working-days", StringComparison.Ordinal);
    private TestService service = null!;
    private TestClient handler = null!;

    [SetUp]
    public async Task Start()
    {
        service = await TestService.Start();
        handler = await service.Join(Bureau, "handler");
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task New_cases_take_the_new_version_and_running_ones_keep_theirs()
    {
        var running = await handler.Open(Application, Bureau, Subject);
        await running.Send("register");
        var published = await service.Owner.Publish(Application, Shorter);
        published.Header("Location").Should().Be($"/api/v1/procedures/{Application}/versions/2");
        published.Body.GetProperty("version").GetInt32().Should().Be(2);

        var fresh = await handler.Open(Application, Bureau, Subject);
        await fresh.Send("register");
        fresh.Due("reply").Should().Be("2026-03-16");
        await running.Send("raise");
        await service.MoveTo("2026-03-04T09:00:00+08:00");
        await running.Send("lower");
        running.View.GetProperty("procedure").GetProperty("version").GetInt32().Should().Be(1);
        running.Due("reply").Should().Be("2026-03-25", "its own fifteen days and the two that were paused");
        var history = await handler.Get($"/api/v1/cases/{running.Id}/history");
        history.Body.GetProperty("entries").EnumerateArray().Should().OnlyContain(entry => entry.GetProperty("definitionVersion").GetInt32() == 1);
    }

    [Test]
    public async Task Versions_and_their_difference_can_be_read()
    {
        await service.Owner.Publish(Application, Shorter);
        var procedure = await handler.Get($"/api/v1/procedures/{Application}");
        procedure.Body.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("version").GetInt32()).Should().Equal(1, 2);
        procedure.Body.GetProperty("newest").GetProperty("publishedBy").GetString().Should().NotBeNull();
        procedure.Body.GetProperty("clocks")[0].GetProperty("says").GetProperty("period").GetString().Should().Be("10 working-days");
        procedure.Body.GetProperty("clocks")[0].GetProperty("basis").GetProperty("article").GetString().Should().Be("第十条");
        (await handler.Get($"/api/v1/procedures/{Application}/versions/1?format=yaml")).Text.Should().Be(Text);
        (await handler.Get($"/api/v1/procedures/{Application}/versions/3")).Should().BeProblem(404, "not-found");
        (await handler.Get($"/api/v1/procedures/{Application}/versions/1?format=xml")).Should().BeProblem(400, "malformed");

        var difference = await handler.Get($"/api/v1/procedures/{Application}/versions/2/diff?against=1");
        difference.Should().HaveStatus(200);
        difference.Body.GetProperty("text").GetString().Should().Contain("-    period: 15 working-days\n+    period: 10 working-days");
        var change = difference.Body.GetProperty("changes").EnumerateArray().Single();
        change.GetProperty("path").GetString().Should().Be("clocks[reply]");
        change.GetProperty("differs")[0].GetProperty("before").GetString().Should().Be("15 working-days");
        (await handler.Get($"/api/v1/procedures/compare?left={Application}@1&right={Application}@2")).Body.GetProperty("text").GetString()
            .Should().Be(difference.Body.GetProperty("text").GetString());
        (await handler.Get($"/api/v1/procedures/{Application}/versions/1/diff")).Should().BeProblem(400, "malformed");
    }

    [Test]
    public async Task One_of_several_publications_at_once_wins()
    {
        var saved = await service.Owner.SaveDraft(Application, Shorter);
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => service.Owner.PublishDraft(Application, saved.Header("ETag")!)));
        replies.Select(reply => reply.Status).Order().Should().Equal(201, 412, 412, 412, 412, 412, 412, 412);
        (await handler.Get($"/api/v1/procedures/{Application}")).Body.GetProperty("versions").GetArrayLength().Should().Be(2);
    }

    [Test]
    public async Task Version_that_another_procedure_could_not_work_with_is_refused()
    {
        var alone = TestProcedures.Text(Consultation).Replace("name:", "names:", StringComparison.Ordinal).Replace("{ row: names", "{ row: name", StringComparison.Ordinal);
        var saved = await service.Owner.SaveDraft(Consultation, alone);
        var refused = await service.Owner.PublishDraft(Consultation, saved.Header("ETag")!);
        refused.Should().BeProblem(422, "invalid");
        refused.Body.GetProperty("diagnostics").EnumerateArray().Should().Contain(problem => problem.GetProperty("procedure").GetString() == Application);
    }

    [Test]
    public async Task New_procedure_is_published_and_used()
    {
        const string note = "test.note";
        var published = await service.Owner.Publish(note, TestProcedures.Text(Consultation).Replace($"procedure: {Consultation}", $"procedure: {note}", StringComparison.Ordinal));
        published.Body.GetProperty("version").GetInt32().Should().Be(1);
        (await handler.Get("/api/v1/procedures")).Body.GetProperty("procedures").EnumerateArray()
            .Should().Contain(procedure => procedure.GetProperty("id").GetString() == note);
    }
}
