using System.Collections.Immutable;
using NodaTime;
using Workflows.Calendar;

namespace Workflows.Engine;

/// <summary>What the calendar has to open: computed once a day, and again when the reference data changes. Thread-safe.</summary>
/// <remarks>
/// Which cases are there already is read from an index; that no case opens twice rests on its id, not on this. A refused
/// opening is tried again the next day, or when something changed by which it may be taken.
/// </remarks>
public sealed class Agenda(IDueWork due, ReferenceDataSource reference)
{
    private readonly Lock gate = new();
    private ReferenceData? known;
    private LocalDate on;
    private ImmutableArray<ScheduledCase> missing = [];
    private LocalDate? next;

    /// <summary>Cases that are due and not there, the longest due first.</summary>
    public ImmutableArray<ScheduledCase> Due(Instant now)
    {
        lock (gate)
        {
            Refresh(now);
            return missing;
        }
    }

    /// <summary>The instant from which a case is due next, after now; null when no schedule reaches an agency.</summary>
    public Instant? Next(Instant now)
    {
        lock (gate)
        {
            Refresh(now);
            return next is { } day ? ChinaTime.StartOf(day) : null;
        }
    }

    /// <summary>Takes off what was opened or refused.</summary>
    public void Done(ScheduledCase one)
    {
        lock (gate)
            missing = missing.Remove(one);
    }

    private void Refresh(Instant now)
    {
        var (current, today) = (reference.Current, ChinaTime.DayOf(now));
        if (ReferenceEquals(current, known) && today == on)
            return;
        ImmutableArray<ScheduleReach> reaches = [.. ScheduleReach.All(current)];
        missing = [.. reaches.SelectMany(reach => Missing(reach, today)).OrderBy(one => one.Period)];
        next = reaches.Min(reach => reach.Next(today));
        (known, on) = (current, today);
    }

    private IEnumerable<ScheduledCase> Missing(ScheduleReach reach, LocalDate today)
    {
        var opened = due.Opened(reach.Procedure, reach.Schedule.Name);
        return reach.Through(today).Where(one => !opened.Contains(new(one.Agency, one.Period)));
    }
}
