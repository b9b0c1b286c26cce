namespace Workflows.Engine;

/// <summary>What came of letting the open cases take a calendar.</summary>
/// <param name="Cases">Cases that took it.</param>
/// <param name="Deadlines">Due dates that moved or became firm by it.</param>
/// <param name="Refused">Cases that could not take it, because a date would lie beyond it.</param>
public readonly record struct CalendarAdoption(int Cases, int Deadlines, int Refused)
{
    internal CalendarAdoption With(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Refused => this with { Refused = Refused + 1 },
        CaseOutcome.Done { Entries: var entries } when entries.Any(entry => entry.Event is CaseEvent.CalendarAdopted) => this with
        {
            Cases = Cases + 1,
            Deadlines = Deadlines + entries.Count(entry => entry.Event is CaseEvent.DeadlineChanged),
        },
        _ => this,
    };
}
