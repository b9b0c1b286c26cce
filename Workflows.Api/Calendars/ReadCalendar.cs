using Workflows.Api.Problems;
using Workflows.Api.Queries;
using Workflows.Engine;

namespace Workflows.Api.Calendars;

/// <summary>Reads a calendar.</summary>
internal static class ReadCalendar
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/calendars/{id}", Handle)
        .WithName("readCalendar").WithTags("Calendars")
        .WithSummary("Read a calendar: version, the day to which it is firm, and the notices that it rests on")
        .Produces<CalendarView>().Refuses(404, 422);

    private static IResult Handle(string id, ReferenceDataSource reference, [QueryParameter("The calendar as it stood at the end of this day; left out, the calendar in force.", Format = "date")] string? asOf)
    {
        var query = new QueryReader();
        var calendar = CalendarLookup.Find(reference.Current, id, query.Day("asOf", asOf), out var problem);
        return (query.Problem ?? problem)?.Result() ?? Results.Ok(CalendarView.Of(calendar!));
    }
}
