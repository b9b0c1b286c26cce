using NodaTime;

namespace Workflows.Engine;

/// <summary>Finds the cases that time or a new calendar concerns, by index.</summary>
public interface IDueWork
{
    /// <summary>Open cases whose attention is due at <paramref name="now"/> or before, the longest due first.</summary>
    IReadOnlyList<CaseId> Due(Instant now, int limit);

    /// <summary>Which openings of a schedule there have been, of every version of the procedure.</summary>
    /// <param name="procedure">Procedure.</param>
    /// <param name="schedule">Name of the schedule.</param>
    IReadOnlySet<OpenedPeriod> Opened(string procedure, string schedule);

    /// <summary>When an open case is due next, after an instant; null when none will be.</summary>
    Instant? NextDue(Instant after);

    /// <summary>Open cases that count by another version of this calendar, always in the same order, after <paramref name="after"/>.</summary>
    /// <param name="calendar">Calendar id.</param>
    /// <param name="version">The version in force.</param>
    /// <param name="after">Where the last batch ended; null for the first.</param>
    /// <param name="limit">Most to return.</param>
    IReadOnlyList<CaseId> NotOnCalendar(string calendar, string version, CaseId? after, int limit);

    /// <summary>Open cases that an agency handles, in order of id, after <paramref name="after"/>.</summary>
    IReadOnlyList<CaseId> OpenAt(string agency, CaseId? after, int limit);
}

/// <summary>A period for which the calendar has opened the case of an agency.</summary>
/// <param name="Agency">The agency for which it was opened.</param>
/// <param name="Period">The day that begins the period.</param>
public readonly record struct OpenedPeriod(string Agency, LocalDate Period);
