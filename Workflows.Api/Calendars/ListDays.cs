using System.Collections.Immutable;
using NodaTime;
using Workflows.Api.Problems;
using Workflows.Api.Queries;
using Workflows.Calendar;
using Workflows.Engine;
using Period = NodaTime.Period;

namespace Workflows.Api.Calendars;

/// <summary>Lists the days of a calendar.</summary>
internal static class ListDays
{
    private const int Most = 800;

    /// <summary>Days in order.</summary>
    /// <param name="Calendar">The calendar.</param>
    /// <param name="Version">Its version.</param>
    /// <param name="Days">The days.</param>
    internal sealed record Reply(string Calendar, string Version, ImmutableArray<DayView> Days);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/calendars/{id}/days", Handle)
        .WithName("listDays").WithTags("Calendars")
        .WithSummary("List the days of a calendar: working day, weekend, holiday or make-up working day, and on whose word")
        .WithDescription("At most 800 days.")
        .Produces<Reply>().Refuses(404, 422);

    private static IResult Handle(
        string id,
        ReferenceDataSource reference,
        [QueryParameter("First day; needed.", Format = "date")] string? from,
        [QueryParameter("Last day, included; needed.", Format = "date")] string? to,
        [QueryParameter("The calendar as it stood at the end of this day; left out, the calendar in force.", Format = "date")] string? asOf)
    {
        var query = new QueryReader();
        var (first, last) = (query.Day("from", from ?? ""), query.Day("to", to ?? ""));
        var calendar = CalendarLookup.Find(reference.Current, id, query.Day("asOf", asOf), out var problem);
        return (query.Problem ?? problem)?.Result() ?? Days(calendar!, first!.Value, last!.Value);
    }

    private static IResult Days(WorkingCalendar calendar, LocalDate first, LocalDate last)
    {
        var count = Period.DaysBetween(first, last) + 1;
        if (count is < 1 or > Most)
            return Problem.Invalid("to", $"应不早于 from，一次最多 {Most} 天").Result();
        return first < calendar.FirstDay || last > calendar.BaselineThrough
            ? Problem.Invalid("from", $"日历只涵盖 {calendar.FirstDay:uuuu-MM-dd} 至 {calendar.BaselineThrough:uuuu-MM-dd}，请在此范围内查询；此后的年份要等放假安排公布").Result()
            : Results.Ok(new Reply(
                calendar.Id.Value, calendar.Version, [.. Enumerable.Range(0, count).Select(n => DayView.Of(calendar.Describe(first.PlusDays(n))))]));
    }
}
