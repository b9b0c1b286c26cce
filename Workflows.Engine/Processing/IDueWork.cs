using NodaTime;

namespace Workflows.Engine;

/// <summary>Finds the cases that time or a new calendar concerns, by index.</summary>
public interface IDueWork
{
    /// <summary>Open cases whose attention is due at <paramref name="now"/> or before, the longest due first.</summary>
    IReadOnlyList<CaseId> Due(Instant now, int limit);

    /// <summary>When a case is due next; null when none will be.</summary>
    Instant? NextDue();

    /// <summary>Open cases that count by another version of this calendar, always in the same order, after <paramref name="after"/>.</summary>
    /// <param name="calendar">Calendar id.</param>
    /// <param name="version">The version in force.</param>
    /// <param name="after">Where the last batch ended; null for the first.</param>
    /// <param name="limit">Most to return.</param>
    IReadOnlyList<CaseId> NotOnCalendar(string calendar, string version, CaseId? after, int limit);
}
