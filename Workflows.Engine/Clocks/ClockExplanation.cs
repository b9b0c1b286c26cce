using NodaTime;
using Workflows.Calendar;
using Workflows.Definitions;
using Period = Workflows.Calendar.Period;

namespace Workflows.Engine;

/// <summary>The present run of a clock, day by day.</summary>
/// <param name="Clock">Its definition.</param>
/// <param name="StartedAt">Where minutes count: the instant from which they do; null otherwise.</param>
/// <param name="DueAt">Where minutes count: the instant at which it runs out; null otherwise.</param>
/// <param name="Extension">Units added to the period by extensions.</param>
/// <param name="Days">Every day counted or not, with the reason; without days where minutes count.</param>
public sealed record ClockExplanation(ClockDefinition Clock, Instant? StartedAt, Instant? DueAt, int Extension, Explanation Days)
{
    /// <summary>Explains a clock.</summary>
    /// <param name="definition">The definition the case is pinned to.</param>
    /// <param name="state">The case.</param>
    /// <param name="clock">Name of the clock.</param>
    /// <param name="calendar">The calendar the case counts by.</param>
    /// <param name="titleOf">Shown name of a procedure, for pauses that a child case brings about.</param>
    /// <returns>Null when there is no such clock, when it never started, or when the promised day does not lie within a year after its start.</returns>
    public static ClockExplanation? Of(
        PreparedDefinition definition, CaseState state, string clock, WorkingCalendar calendar, Func<string, string> titleOf)
    {
        if (definition.ClockOf(clock) is not { } prepared || ClockFacts.Read(prepared, state) is not { StartedBy: > 0 } facts)
            return null;
        var causes = prepared.Definition.PausedWhile.ToDictionary(pause => (pause.Child ?? pause.Flag ?? pause.State)!, StringComparer.Ordinal);
        if (Deadlines.Explainable(facts) is not { } period)
            return null;
        var days = calendar.Explain(period, facts.StartedOn, facts.Pauses.Select(pause => pause with
        {
            Reason = Title(definition, causes[pause.Reason], titleOf),
            Basis = Article(causes[pause.Reason].Basis),
        }));
        Instant? from = period is Period.Minutes ? facts.StartedAt ?? ChinaTime.StartOf(facts.StartedOn) : null;
        return new ClockExplanation(prepared.Definition, from, from is { } at ? ((Period.Minutes)period).DueAt(at) : null, facts.Extension, days);
    }

    private static string Title(PreparedDefinition definition, ClockPause pause, Func<string, string> titleOf) =>
        pause.Child is { } child ? titleOf(child)
        : pause.Flag is { } flag ? definition.Definition.Flags.First(known => known.Name == flag).Title.Zh
        : definition.State(pause.State!)!.Title.Zh;

    /// <summary>Act and article; the reason where it is a choice of design.</summary>
    private static string Article(LegalBasis basis) => basis.Article is null ? basis.Design ?? "" : $"{basis.Act} {basis.Article}";
}
