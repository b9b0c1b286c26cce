using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Admin;

/// <summary>Loading a year's notice moves every open date that it concerns, on the record. The notice is invented.</summary>
public sealed class NoticeTests
{
    private const string Path = "/api/v1/calendars/CN/notices/2027";
    private TestService service = null!;
    private TestClient handler = null!;

    [SetUp]
    public async Task Start()
    {
        service = await TestService.Start("2026-12-21T09:00:00+08:00");
        handler = await service.Join(TestAgencies.Bureau, "handler");
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test, Rule("CNT-05")]
    public async Task Open_cases_take_the_notice_and_journal_old_and_new_dates()
    {
        var running = await Registered();
        var received = await handler.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
        var before = running.Clock("reply");
        before.GetProperty("status").GetString().Should().Be("provisional");
        before.GetProperty("due").GetString().Should().Be("2027-01-12");

        var loaded = await service.Owner.Put(Path, Invented());
        loaded.Should().HaveStatus(200);
        loaded.Body.GetProperty("changed").GetBoolean().Should().BeTrue();
        loaded.Body.GetProperty("cases").GetInt32().Should().Be(2);
        loaded.Body.GetProperty("deadlines").GetInt32().Should().Be(1);
        loaded.Body.GetProperty("calendar").GetProperty("firmThrough").GetString().Should().Be("2027-12-28");

        await running.Refresh();
        running.Clock("reply").GetProperty("status").GetString().Should().Be("final");
        running.Due("reply").Should().Be("2027-01-13", "31 December was given off and is worked on 16 January");
        var entries = (await handler.Get($"/api/v1/cases/{running.Id}/history")).Body.GetProperty("entries").EnumerateArray().ToList();
        var adopted = entries.Single(entry => entry.GetProperty("event").GetString() == "calendar-adopted");
        adopted.GetProperty("actor").GetProperty("id").GetString().Should().Be("system");
        var changed = entries.Last(entry => entry.GetProperty("event").GetString() == "deadline-changed").GetProperty("details");
        changed.GetProperty("old").GetProperty("due").GetString().Should().Be("2027-01-12");
        changed.GetProperty("new").GetProperty("due").GetString().Should().Be("2027-01-13");
        (await received.Refresh()).View.GetProperty("calendarVersion").GetString().Should().Be(running.View.GetProperty("calendarVersion").GetString());
    }

    [Test, Rule("CNT-05")]
    public async Task Same_notice_again_changes_nothing_and_a_corrected_one_does()
    {
        var running = await Registered();
        await service.Owner.Put(Path, Invented());
        var again = await service.Owner.Put(Path, Invented());
        again.Body.GetProperty("changed").GetBoolean().Should().BeFalse();
        again.Body.GetProperty("cases").GetInt32().Should().Be(0);
        var version = (await running.Refresh()).Version;

        var amended = await service.Owner.Put(Path, Invented(newYearThrough: "2027-01-04", worked: "2027-01-23"));
        amended.Should().HaveStatus(200);
        amended.Body.GetProperty("deadlines").GetInt32().Should().Be(1);
        (await running.Refresh()).Due("reply").Should().Be("2027-01-14");
        running.Version.Should().BeGreaterThan(version);
    }

    [Test]
    public async Task Notice_with_faults_is_refused_with_codes_and_loads_nothing()
    {
        var refused = await service.Owner.Put(Path, Invented(newYearThrough: "2027-13-01"));
        refused.Should().BeProblem(422, "invalid");
        var fault = refused.Body.GetProperty("diagnostics")[0];
        fault.GetProperty("code").GetString().Should().Be("date-invalid");
        fault.GetProperty("path").GetString().Should().StartWith("holidays[0]");
        fault.GetProperty("message").GetString().Should().Be("\"2027-13-01\" 不是日期");
        fault.GetProperty("mend").GetString().Should().Contain("写存在的日期");
        (await service.Owner.Put("/api/v1/calendars/CN/notices/2028", Invented())).Should().BeProblem(422, "invalid");
        (await service.Owner.Put("/api/v1/calendars/CN-45/notices/2027", Invented())).Should().BeProblem(422, "invalid");
        (await service.Owner.Put("/api/v1/calendars/nowhere/notices/2027", Invented())).Should().BeProblem(422, "invalid");
        (await service.Owner.Get("/api/v1/calendars/CN")).Body.GetProperty("firmThrough").GetString().Should().Be("2026-12-28");
    }

    [Test]
    public async Task Year_after_a_gap_is_refused()
    {
        var later = JsonSerializer.Serialize(Invented()).Replace("2028", "2030", StringComparison.Ordinal);
        foreach (var (from, to) in new[] { ("2027", "2029"), ("2026", "2028") })
            later = later.Replace(from, to, StringComparison.Ordinal);
        var refused = await service.Owner.Send(HttpMethod.Put, "/api/v1/calendars/CN/notices/2029", later);
        refused.Should().BeProblem(422, "invalid");
    }

    [TestCase("{}")]
    [TestCase("{\"jurisdiction\":\"CN\",\"year\":1e400}")]
    [TestCase("{\"jurisdiction\":{},\"year\":2027,\"holidays\":5}")]
    [TestCase("{\"holidays\":[null,1,\"x\",{}],\"workdays\":{}}")]
    public async Task Whatever_is_sent_is_refused_and_nothing_breaks(string notice) =>
        (await service.Owner.Send(HttpMethod.Put, Path, notice)).Should().BeProblem(422, "invalid");

    private async Task<KnownCase> Registered() =>
        await (await handler.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" })).Send("register");

    /// <summary>Test data: no such notice has been published.</summary>
    internal static object Invented(string newYearThrough = "2027-01-03", string worked = "2027-01-16") => new
    {
        jurisdiction = "CN",
        year = 2027,
        source = "测试数据（并无此通知）",
        published = "2026-12-20",
        holidays = new[]
        {
            new { name = "元旦", from = "2026-12-31", to = newYearThrough },
            new { name = "春节", from = "2027-02-05", to = "2027-02-11" },
            new { name = "清明节", from = "2027-04-03", to = "2027-04-05" },
            new { name = "劳动节", from = "2027-05-01", to = "2027-05-04" },
            new { name = "端午节", from = "2027-06-09", to = "2027-06-09" },
            new { name = "中秋节", from = "2027-09-15", to = "2027-09-15" },
            new { name = "国庆节", from = "2027-10-01", to = "2027-10-07" },
        },
        workdays = new[]
        {
            new { date = worked, @for = "元旦" },
            new { date = "2027-02-13", @for = "春节" },
            new { date = "2027-09-26", @for = "国庆节" },
            new { date = "2027-10-09", @for = "国庆节" },
        },
    };
}
