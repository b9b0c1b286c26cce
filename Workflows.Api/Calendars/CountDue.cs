using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Api.Queries;
using Workflows.Calendar;
using Workflows.Engine;
using Period = Workflows.Calendar.Period;

namespace Workflows.Api.Calendars;

/// <summary>Counts a period and explains the answer.</summary>
internal static class CountDue
{
    private const int MostPauses = 100;
    private const string PauseForm = "应为 起日..止日（止日不计入期限，未结束的写 起日..），以逗号分隔，最多 100 段，止日不早于起日";

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/calendars/{id}/due", Handle)
        .WithName("countDue").WithTags("Calendars")
        .WithSummary("When a period ends, explained day by day")
        .WithDescription(
            "A date beyond the announced days is provisional: it has a reason, a range and the year whose notice makes it firm. One beyond the "
            + "calendar cannot be answered (422).")
        .Produces<DueView>().Refuses(404, 422);

    private static IResult Handle(
        string id,
        ReferenceDataSource reference,
        [QueryParameter("The day of the event, which is not counted; needed.", Format = "date")] string? start,
        [QueryParameter("As in definitions: `15 working-days`, `3 days`, `03-31`, `last-working-week-of-quarter`; needed.")] string? period,
        [QueryParameter("Times that do not count: `2026-03-02..2026-03-09,2026-04-01..`. The first day still counts; an open end means that the pause lasts.")] string? pauses,
        [QueryParameter("The calendar as it stood at the end of this day; left out, the calendar in force.", Format = "date")] string? asOf)
    {
        var query = new QueryReader();
        var from = query.Day("start", start ?? "");
        if (!Period.TryParse(period, out var length))
            query.Wrong("period", "应形如 15 working-days、3 days、03-31 或 last-working-week-of-quarter，数目在 1 至 10000 之间");
        var excluded = Pauses(pauses);
        if (excluded is null)
            query.Wrong("pauses", PauseForm);
        var calendar = CalendarLookup.Find(reference.Current, id, query.Day("asOf", asOf), out var problem);
        return (query.Problem ?? problem)?.Result() ?? Answer(calendar!, calendar!.Explain(length!, from!.Value, excluded));
    }

    private static IResult Answer(WorkingCalendar calendar, Explanation explanation) => explanation.Due.Status == DueStatus.Unanswerable
        ? Unanswerable(explanation.Due, calendar).Result()
        : Results.Ok(DueView.Of(explanation));

    private static List<Pause>? Pauses(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return [];
        var pauses = new List<Pause>();
        foreach (var part in text.Split(',').Take(MostPauses + 1))
        {
            if (pauses.Count == MostPauses || part.Split("..") is not [var first, var last] || DayText.Day(first) is not { } from)
                return null;
            var through = DayText.Day(last);
            if (through < from || (through is null && last.Length > 0))
                return null;
            pauses.Add(new Pause(from, through, "中止"));
        }

        return pauses;
    }

    private static Problem Unanswerable(DueDate due, WorkingCalendar calendar) => due.Why switch
    {
        DueReason.WallClock => Problem.Invalid("period", "以小时、分钟计的期限按时刻计算，不按日历；请用起算时刻加上这段时间"),
        DueReason.BeforeCalendar => Problem.Invalid("start", $"早于日历的第一天；日历涵盖 {calendar.FirstDay:uuuu-MM-dd} 至 {calendar.BaselineThrough:uuuu-MM-dd}"),
        _ => Problem.Invalid(
            "period", $"届满日超出日历；放假安排公布至 {calendar.FirmThrough.Year} 年，只能算到 {calendar.BaselineThrough:uuuu-MM-dd}。请载入下一年的放假安排后再算，或者缩短期限"),
    };
}
