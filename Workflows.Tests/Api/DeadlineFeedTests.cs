using System.Text;
using FluentAssertions;
using NodaTime;
using NodaTime.Testing;
using NUnit.Framework;
using Workflows.Api.Deadlines;
using Workflows.Storage;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>Due dates reach calendar programs by a secret address, and nothing else does.</summary>
public sealed class DeadlineFeedTests
{
    private const string Bureau = TestAgencies.Bureau;
    private static readonly object Ours = new { agency = Bureau, role = "handler" };
    private FakeClock time = null!;
    private TestService service = null!;
    private TestClient handler = null!;

    [SetUp]
    public async Task Start()
    {
        time = new FakeClock(Instant.FromUtc(2026, 3, 2, 1, 0));
        service = await TestService.Start(realTime: time);
        handler = await service.Join(Bureau, "handler");
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task Day_deadline_is_an_all_day_event_with_its_article()
    {
        var opened = await Registered();
        var (reply, calendar) = await Read(await Address());
        reply.MediaType.Should().Be("text/calendar");
        var found = calendar.Events.Should().ContainSingle().Subject;
        found.Uid.Should().Be($"{opened.Id}-reply@disclosure-workflows");
        found.Start!.HasTime.Should().BeFalse();
        found.Start.Date.Should().Be(new DateOnly(2026, 3, 23));
        found.Status.Should().Be("CONFIRMED");
        found.Summary.Should().Be("申请 试〔2026〕1号：答复期限");
        found.Description.Should().Contain("《试验办法》第十条").And.Contain("2026-03-23 届满");
        found.Alarms.Select(alarm => alarm.Trigger!.Duration!.Value.ToTimeSpanUnspecified().Days).Should().Equal(-3, -1);
        reply.Text.Should().NotContain("张三").And.NotContain("预算").And.Contain("DTSTART;VALUE=DATE:20260323").And.EndWith("END:VCALENDAR\r\n");
    }

    [Test]
    public async Task Event_keeps_its_name_and_says_when_its_due_date_has_changed()
    {
        var opened = await Registered();
        var address = await Address();
        var before = (await Read(address)).Calendar.Events.Single();
        await service.MoveTo("2026-03-03T09:00:00+08:00");
        var head = await service.Join(Bureau, "office-head");
        (await head.Post($"/api/v1/cases/{opened.Id}/triggers/extend", new { input = new Dictionary<string, object> { ["extension.days"] = 5 } }, ("If-Match", "*"))).Should().HaveStatus(200);
        var after = (await Read(address)).Calendar.Events.Single();
        after.Uid.Should().Be(before.Uid);
        after.Sequence.Should().BeGreaterThan(before.Sequence);
        after.LastModified!.AsUtc.Should().BeAfter(before.LastModified!.AsUtc);
        after.Start!.Date.Should().Be(new DateOnly(2026, 3, 30));
    }

    [Test]
    public async Task Overdue_is_marked_and_what_has_ended_is_gone()
    {
        var opened = await Registered();
        var address = await Address();
        await service.MoveTo("2026-03-24T09:00:00+08:00");
        (await Read(address)).Calendar.Events.Single().Summary.Should().StartWith("【逾期】");
        (await handler.Post($"/api/v1/cases/{opened.Id}/triggers/reply", new { input = new Dictionary<string, object> { ["reply.outcome"] = "refused" } }, ("If-Match", "*"))).Should().HaveStatus(200);
        (await Read(address)).Calendar.Events.Should().BeEmpty();
    }

    [Test]
    public async Task Date_in_a_year_not_announced_is_tentative()
    {
        await service.MoveTo("2026-12-21T09:00:00+08:00");
        await Registered();
        var found = (await Read(await Address())).Calendar.Events.Single();
        found.Status.Should().Be("TENTATIVE");
        found.Summary.Should().StartWith("【暂定】");
        found.Description.Should().Contain("最早").And.Contain("最晚");
    }

    [Test]
    public async Task Unchanged_calendar_is_304_and_is_not_written_down()
    {
        await Registered();
        var address = await Address();
        var first = (await Read(address)).Reply;
        var again = await service.With(null).Get(address, ("If-None-Match", first.Header("ETag")!));
        again.Should().HaveStatus(304);
        again.Text.Should().BeEmpty();
        await Registered();
        (await service.With(null).Get(address, ("If-None-Match", first.Header("ETag")!))).Should().HaveStatus(200);
        var reads = (await service.Owner.Get("/api/v1/audit/reads")).Body.GetProperty("entries").EnumerateArray();
        reads.Count(entry => entry.GetProperty("subject").GetString()!.StartsWith("deadlines/feed-", StringComparison.Ordinal)).Should().Be(2);
    }

    [Test]
    public async Task Feed_ends_by_revocation_expiry_and_with_the_rights_of_its_creator()
    {
        var anyone = service.With(null);
        var made = await handler.Post("/api/v1/deadline-feeds", Ours);
        (await handler.Get("/api/v1/deadline-feeds")).Text.Should().Contain(Id(made)).And.NotContain("df_");
        (await (await service.Join(Bureau, "handler")).Delete($"/api/v1/deadline-feeds/{Id(made)}")).Should().BeProblem(404, "not-found");
        (await handler.Delete($"/api/v1/deadline-feeds/{Id(made)}")).Should().HaveStatus(204);
        (await handler.Delete($"/api/v1/deadline-feeds/{Id(made)}")).Should().BeProblem(404, "not-found");
        (await anyone.Get(At(made))).Should().BeProblem(404, "not-found");

        var short_ = At(await handler.Post("/api/v1/deadline-feeds", new { agency = Bureau, role = "handler", expiresAt = "2026-03-03T01:00:00Z" }));
        (await anyone.Get(short_)).Should().HaveStatus(200);
        time.AdvanceHours(24);
        (await anyone.Get(short_)).Should().BeProblem(404, "not-found");

        var key = await service.Owner.Post("/api/v1/access-keys", new { name = "日历", roles = new Dictionary<string, string[]> { [Bureau] = ["handler"] } });
        var keyed = At(await service.With(key.Body.GetProperty("secret").GetString()).Post("/api/v1/deadline-feeds", Ours));
        (await anyone.Get(keyed)).Should().HaveStatus(200);
        (await service.Owner.Delete($"/api/v1/access-keys/{key.Body.GetProperty("key").GetProperty("id").GetString()}")).Should().HaveStatus(204);
        (await anyone.Get(keyed)).Should().BeProblem(404, "not-found");

        var person = await service.SignUp("lili", new() { [Bureau] = ["handler"] });
        var account = (await person.Get("/api/v1/account")).Body.GetProperty("id").GetString();
        var personal = At(await person.Post("/api/v1/deadline-feeds", Ours));
        (await anyone.Get(personal)).Should().HaveStatus(200);
        (await service.Owner.Put($"/api/v1/accounts/{account}", new { name = "李", roles = new Dictionary<string, string[]> { [Bureau] = ["office-head"] } })).Should().HaveStatus(200);
        (await anyone.Get(personal)).Should().BeProblem(404, "not-found");
        (await service.Owner.Send(HttpMethod.Post, "/api/v1/audit/verification", null)).Body.GetProperty("sound").GetBoolean().Should().BeTrue();
    }

    [Test]
    public async Task Feed_is_only_for_a_role_that_its_creator_holds_and_for_cases_of_that_agency_and_procedure()
    {
        (await handler.Post("/api/v1/deadline-feeds", new { agency = Bureau, role = "office-head" })).Should().BeProblem(403, "forbidden");
        (await handler.Post("/api/v1/deadline-feeds", new { agency = TestAgencies.Superior, role = "handler" })).Should().BeProblem(403, "forbidden");
        (await handler.Post("/api/v1/deadline-feeds", new { agency = Bureau, role = "handler", procedures = new[] { "no.such" } })).Should().BeProblem(422, "invalid");
        await Registered();
        (await Read(await Address(new { agency = Bureau, role = "handler", procedures = new[] { TestProcedures.Consultation } }))).Calendar.Events.Should().BeEmpty();
        var other = await service.Join(TestAgencies.Superior, "handler");
        (await Read(At(await other.Post("/api/v1/deadline-feeds", new { agency = TestAgencies.Superior, role = "handler" })))).Calendar.Events.Should().BeEmpty();
        var auditor = await service.Join(Bureau, "auditor");
        (await Read(At(await auditor.Post("/api/v1/deadline-feeds", new { agency = Bureau, role = "auditor" })))).Calendar.Events.Should().ContainSingle();
    }

    [Test]
    public async Task Guesses_are_404_and_soon_429()
    {
        await using var strict = await TestService.Start(settings: ["--RateLimit:FailedAuthentication:Requests", "2"]);
        var anyone = strict.With(null);
        (await anyone.Get("/api/v1/deadlines.ics")).Should().BeProblem(404, "not-found");
        (await anyone.Get("/api/v1/deadlines.ics?feed=df_0")).Should().BeProblem(404, "not-found");
        (await anyone.Get("/api/v1/deadlines.ics?feed=df_1")).Should().BeProblem(429, "too-many-requests");
    }

    [Test]
    public void Moments_are_in_utc_and_lines_are_folded_between_characters()
    {
        var summary = $"突发事件 {string.Concat(Enumerable.Repeat("𠮷野家，“;”", 30))}";
        var calendar = new DeadlineCalendar(
            "期限", [new CalendarEntry("a@b", 4, Instant.FromUtc(2026, 3, 2, 1, 0), null, Instant.FromUtc(2026, 3, 2, 6, 30), false, summary, "第一行\n第二行")], [1]);
        var text = calendar.Text();
        text.Should().Contain("DTSTART:20260302T063000Z").And.NotContain("VALARM");
        foreach (var line in text.Split("\r\n"))
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(line).Should().BeLessThanOrEqualTo(75);
        var read = Ical.Net.Calendar.Load(text)!.Events.Single();
        read.Summary.Should().Be(summary);
        read.Description.Should().Be("第一行\n第二行");
        calendar.ETag().Should().Be(calendar.ETag()).And.NotBe((calendar with { AlarmDays = [2] }).ETag());
    }

    [Test]
    public async Task Calendar_is_found_by_the_index_of_running_clocks()
    {
        await Registered();
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(service.Folder, "data", "cases.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {CaseQueries.CalendarSql}";
        command.Parameters.AddWithValue("?1", Bureau);
        command.Parameters.AddWithValue("?2", "[]");
        command.Parameters.AddWithValue("?3", 10);
        using var plan = command.ExecuteReader();
        var steps = new List<string>();
        while (plan.Read())
            steps.Add(plan.GetString(3));
        steps.Should().Contain(step => step.Contains("deadlines USING INDEX IX_deadlines_ends_at")).And.Contain(step => step.StartsWith("SEARCH cases USING INDEX IX_cases_id"));
    }

    private async Task<KnownCase> Registered() => await (await handler.Open(
        TestProcedures.Application, Bureau, new Dictionary<string, object> { ["subject"] = "预算", ["applicant.name"] = "张三" })).Send("register");

    private async Task<string> Address(object? feed = null) => At(await handler.Post("/api/v1/deadline-feeds", feed ?? Ours));

    private static string At(Reply made)
    {
        made.Should().HaveStatus(201);
        return made.Body.GetProperty("address").GetString()!;
    }

    private static string Id(Reply made) => made.Body.GetProperty("feed").GetProperty("id").GetString()!;

    private async Task<(Reply Reply, Ical.Net.Calendar Calendar)> Read(string address)
    {
        var reply = await service.With(null).Get(address);
        reply.Should().HaveStatus(200);
        return (reply, Ical.Net.Calendar.Load(reply.Text)!);
    }
}
