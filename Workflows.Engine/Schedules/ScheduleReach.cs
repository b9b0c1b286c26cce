using System.Collections.Immutable;
using NodaTime;
using Workflows.Calendar;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>For which periods and agencies a schedule opens cases.</summary>
/// <remarks>
/// A version's days hold for the periods after its publication, until the next version is published. The first version also
/// opens the period current at its publication. An agency that came later begins with the period after its coming.
/// </remarks>
public sealed class ScheduleReach
{
    private readonly ImmutableArray<PreparedDefinition> versions;
    private readonly AgencyDirectory agencies;

    /// <summary>The reach of a schedule of the newest version.</summary>
    /// <param name="versions">Every version of the procedure, oldest first.</param>
    /// <param name="schedule">A schedule of the newest.</param>
    /// <param name="agencies">The agencies.</param>
    public ScheduleReach(ImmutableArray<PreparedDefinition> versions, ScheduleDefinition schedule, AgencyDirectory agencies)
    {
        this.versions = versions;
        this.agencies = agencies;
        Schedule = schedule;
    }

    /// <summary>The schedule.</summary>
    public ScheduleDefinition Schedule { get; }

    /// <summary>The procedure.</summary>
    public string Procedure => versions[^1].Definition.Procedure;

    /// <summary>The agencies for which it opens cases now.</summary>
    public IEnumerable<Agency> Agencies => agencies.All.Values.Where(agency => agency.Successor is null && Schedule.For.Cover(agency.Division, agency.Kinds));

    /// <summary>Every schedule of the newest versions.</summary>
    public static IEnumerable<ScheduleReach> All(ReferenceData reference) =>
        from procedure in reference.Procedures.Procedures
        let versions = reference.Procedures.Versions(procedure)
        from schedule in versions[^1].Definition.Schedules
        select new ScheduleReach(versions, schedule, reference.Agencies);

    /// <summary>Every case that it has had to open by the end of a day, opened or not, oldest first.</summary>
    public IEnumerable<ScheduledCase> Through(LocalDate day)
    {
        if (versions[0].EffectiveAt is not { } published)
            return [];
        var first = ChinaTime.DayOf(published);
        return
            from period in Periods(day)
            from agency in Agencies
            where agency.Since is not { } since || since <= published || period > ChinaTime.DayOf(since)
            select new ScheduledCase(Procedure, Schedule.Name, agency.Id, period, LocalDate.Max(period, first));
    }

    /// <summary>The first period after a day; null where no agency is in reach.</summary>
    public LocalDate? Next(LocalDate after) => Agencies.Any() ? Schedule.Next(after) : null;

    private IEnumerable<LocalDate> Periods(LocalDate through)
    {
        for (var index = 0; index < versions.Length; index++)
        {
            if (versions[index].EffectiveAt is not { } published || ScheduleOf(versions[index]) is not { } schedule)
                continue;
            var since = ChinaTime.DayOf(published);
            var until = index + 1 < versions.Length && versions[index + 1].EffectiveAt is { } next
                ? LocalDate.Min(through, ChinaTime.DayOf(next))
                : through;
            foreach (var period in schedule.Periods(index == 0 ? schedule.Current(since) : since.PlusDays(1), until))
                yield return period;
        }
    }

    private ScheduleDefinition? ScheduleOf(PreparedDefinition version) =>
        version.Definition.Schedules.FirstOrDefault(schedule => schedule.Name == Schedule.Name);
}
