using System.Collections.Immutable;
using Workflows.Engine;

namespace Workflows.Api.Calendars;

/// <summary>Lists the calendars.</summary>
internal static class ListCalendars
{
    /// <summary>All calendars.</summary>
    /// <param name="Calendars">By id.</param>
    internal sealed record Reply(ImmutableArray<CalendarView> Calendars);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/calendars", Handle)
        .WithName("listCalendars").WithTags("Calendars")
        .WithSummary("List the calendars of working days")
        .Produces<Reply>();

    private static IResult Handle(ReferenceDataSource reference)
    {
        var data = reference.Current;
        return Results.Ok(new Reply([.. CalendarLookup.All(data).Select(id => CalendarView.Of(data.Calendars.Newest(id)))]));
    }
}
