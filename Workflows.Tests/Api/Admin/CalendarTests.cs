using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Api.Admin;

/// <summary>Calendars over HTTP: every date explains itself, and what cannot be known is said.</summary>
public sealed class CalendarTests
{
    private TestService service = null!;

    [OneTimeSetUp]
    public async Task Start() => service = await TestService.Start();

    [OneTimeTearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task Calendar_names_its_notices_and_the_day_to_which_it_is_firm()
    {
        var calendar = await service.Owner.Get("/api/v1/calendars/CN");
        calendar.Body.GetProperty("firmThrough").GetString().Should().Be("2026-12-28");
        calendar.Body.GetProperty("baselineThrough").GetString().Should().Be("2027-12-31");
        calendar.Body.GetProperty("notices").EnumerateArray().Last().GetProperty("source").GetString().Should().Be("国办发明电〔2025〕7号");
        (await service.Owner.Get("/api/v1/calendars/CN?asOf=2024-06-01")).Body.GetProperty("firmThrough").GetString().Should().Be("2024-12-28");
        (await service.Owner.Get("/api/v1/calendars/CN-99")).Should().BeProblem(404, "not-found");
    }

    [Test]
    public async Task Days_tell_what_they_are_and_on_whose_word()
    {
        var days = (await service.Owner.Get("/api/v1/calendars/CN/days?from=2026-09-19&to=2026-10-10")).Body.GetProperty("days");
        days.GetArrayLength().Should().Be(22);
        days[0].GetProperty("kind").GetString().Should().Be("weekend");
        days[1].GetProperty("kind").GetString().Should().Be("make-up-workday");
        days[6].GetProperty("name").GetString().Should().Be("中秋节");
        days[6].GetProperty("notice").GetString().Should().Be("国办发明电〔2025〕7号");
    }

    [Test, Rule("CNT-06")]
    public async Task Due_date_explains_each_day()
    {
        var due = await service.Owner.Get("/api/v1/calendars/CN/due?start=2026-09-18&period=5%20working-days&pauses=2026-09-21..2026-09-22");
        due.Should().HaveStatus(200);
        due.Body.GetProperty("status").GetString().Should().Be("final");
        due.Body.GetProperty("due").GetString().Should().Be("2026-09-28");
        var days = due.Body.GetProperty("days").EnumerateArray().ToDictionary(day => day.GetProperty("day").GetProperty("date").GetString()!);
        Treatment("2026-09-18").Should().Be("start");
        Treatment("2026-09-19").Should().Be("rest");
        days["2026-09-20"].GetProperty("number").GetInt32().Should().Be(1, "it is a Sunday worked for the National Day");
        Treatment("2026-09-22").Should().Be("paused");
        days["2026-09-22"].GetProperty("pauseReason").GetString().Should().NotBeNullOrEmpty();
        days["2026-09-25"].GetProperty("day").GetProperty("name").GetString().Should().Be("中秋节");
        days["2026-09-28"].GetProperty("number").GetInt32().Should().Be(5);
        days.Values.Where(day => day.GetProperty("treatment").GetString() != "paused").Should().OnlyContain(day => day.GetProperty("basis").GetString() != null);
        due.Body.GetProperty("notices")[0].GetProperty("source").GetString().Should().Be("国办发明电〔2025〕7号");
        string Treatment(string date) => days[date].GetProperty("treatment").GetString()!;
    }

    [Test, Rule("CNT-05")]
    public async Task Date_beyond_the_announced_days_is_provisional_with_its_range()
    {
        var due = (await service.Owner.Get("/api/v1/calendars/CN/due?start=2026-12-21&period=15%20working-days")).Body;
        due.GetProperty("status").GetString().Should().Be("provisional");
        due.GetProperty("reason").GetString().Should().Contain("2027");
        due.GetProperty("awaitedYear").GetInt32().Should().Be(2027);
        var (earliest, latest) = (due.GetProperty("earliest").GetString(), due.GetProperty("latest").GetString());
        due.GetProperty("due").GetString().Should().Match(day => string.CompareOrdinal(day, earliest) >= 0 && string.CompareOrdinal(day, latest) <= 0);
        due.GetProperty("days").EnumerateArray().Last().GetProperty("day").GetProperty("announced").GetBoolean().Should().BeFalse();
    }

    [Test, Rule("CNT-05")]
    public async Task Question_beyond_the_calendar_is_refused_with_how_to_mend_it()
    {
        foreach (var query in new[] { "start=2027-12-01&period=60%20working-days", "start=2026-03-02&period=2%20hours", "start=1990-01-01&period=3%20days" })
        {
            var refused = await service.Owner.Get($"/api/v1/calendars/CN/due?{query}");
            refused.Should().BeProblem(422, "invalid");
            refused.Body.GetProperty("fields").GetArrayLength().Should().Be(1);
        }
    }

    [Test]
    public async Task Open_pause_leaves_the_date_open()
    {
        var due = (await service.Owner.Get("/api/v1/calendars/CN/due?start=2026-03-02&period=15%20working-days&pauses=2026-03-04..")).Body;
        due.GetProperty("status").GetString().Should().Be("open");
        due.GetProperty("due").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [TestCase("due")]
    [TestCase("due?start=2026-03-02")]
    [TestCase("due?start=2026-03-02&period=soon")]
    [TestCase("due?start=2026-03-02&period=0%20days")]
    [TestCase("due?start=2026-03-02&period=99999999999%20days")]
    [TestCase("due?start=2026-02-30&period=3%20days")]
    [TestCase("due?start=99999-01-01&period=3%20days")]
    [TestCase("due?start=2026-03-02&period=3%20days&pauses=2026-03-09..2026-03-02")]
    [TestCase("due?start=2026-03-02&period=3%20days&pauses=..")]
    [TestCase("due?start=2026-03-02&period=3%20days&pauses=,,,")]
    [TestCase("due?start=2026-03-02&period=3%20days&asOf=yesterday")]
    [TestCase("days")]
    [TestCase("days?from=2026-01-01&to=x")]
    public async Task Query_that_cannot_be_read_is_400(string query) =>
        (await service.Owner.Get($"/api/v1/calendars/CN/{query}")).Should().BeProblem(400, "malformed");

    [TestCase("days?from=2026-01-01&to=2025-12-31")]
    [TestCase("days?from=2020-01-01&to=2026-01-01")]
    [TestCase("days?from=2027-12-01&to=2028-01-01")]
    [TestCase("days?from=1999-12-01&to=2000-01-01")]
    [TestCase("due?start=2026-03-02&period=3%20days&asOf=1999-01-01")]
    public async Task Query_that_cannot_be_answered_is_422(string query) =>
        (await service.Owner.Get($"/api/v1/calendars/CN/{query}")).Should().BeProblem(422, "invalid");
}
