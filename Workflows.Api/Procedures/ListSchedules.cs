using System.Collections.Immutable;
using NodaTime;
using Workflows.Api.Cases;
using Workflows.Api.Problems;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Api.Procedures;

/// <summary>Lists what the calendar will open.</summary>
internal static class ListSchedules
{
    /// <summary>The schedules of the newest version.</summary>
    /// <param name="Schedules">In the order of the definition.</param>
    internal sealed record Reply(ImmutableArray<ScheduleView> Schedules);

    /// <summary>A schedule with its next openings.</summary>
    /// <param name="Name">Name in the definition.</param>
    /// <param name="Title">Shown name.</param>
    /// <param name="On">Days that begin a period, as the definition writes them: <c>03-01, 09-01</c>.</param>
    /// <param name="Basis">Article.</param>
    /// <param name="Coming">Days of the year to come on which it opens cases; none where it is for no agency.</param>
    /// <param name="Agencies">The agencies for which it opens one each, as they are now.</param>
    internal sealed record ScheduleView(
        string Name, LocalizedText Title, string On, LegalBasis Basis, ImmutableArray<LocalDate> Coming, ImmutableArray<AgencyRefView> Agencies);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/procedures/{id}/schedules", Handle)
        .WithName("listSchedules").WithTags("Procedures")
        .WithSummary("List the schedules by which the calendar opens cases of a procedure, with the openings of the year to come")
        .Produces<Reply>().Refuses(404);

    private static IResult Handle(string id, ReferenceDataSource reference, IClock clock)
    {
        var current = reference.Current;
        if (current.Procedures.Newest(id) is not { } newest)
            return ReadProcedure.Unknown.Result();
        var today = ChinaTime.DayOf(clock.GetCurrentInstant());
        return Results.Ok(new Reply([.. newest.Definition.Schedules.Select(schedule => View(
            new ScheduleReach(current.Procedures.Versions(id), schedule, current.Agencies), today))]));
    }

    private static ScheduleView View(ScheduleReach reach, LocalDate today)
    {
        var schedule = reach.Schedule;
        ImmutableArray<AgencyRefView> agencies = [.. reach.Agencies.Select(agency => new AgencyRefView(agency.Id, agency.Name))];
        return new ScheduleView(
            schedule.Name,
            schedule.Title,
            schedule.On,
            schedule.Basis,
            agencies.IsEmpty ? [] : [.. schedule.Periods(today.PlusDays(1), today.PlusYears(1))],
            agencies);
    }
}
