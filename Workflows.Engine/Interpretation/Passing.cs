using NodaTime;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>What time itself does: time triggers and warnings, oldest first, each on its own legal day.</summary>
/// <remarks>Recorded with the day on which it fell due, however late the sweep comes by.</remarks>
internal static class Passing
{
    public static Refusal? Decide(Draft draft)
    {
        while (!draft.State.Closed && Attention.Next(draft.Context.Definition, draft.State, draft.Context.Calendar) is { } due && due.At <= draft.Context.Now)
        {
            var day = due.Day < draft.State.LastDay ? draft.State.LastDay : due.Day;
            var happening = new Happening(day, null, Authority.Time, null) { JustBefore = day == due.Day ? due.At - Duration.Epsilon : null };
            if (due.Left == 0 && Fire(draft, due.Clock, happening))
                continue;
            var reading = draft.State.Clocks[due.Clock.Definition.Name];
            draft.Add(happening with { Actor = Authority.Warning }, new CaseEvent.Warned(due.Clock.Definition.Name, due.Left, reading.Deadline.Due ?? due.Day));
        }

        return null;
    }

    /// <summary>Fires the state's time trigger for a clock; false when it has none that applies, or what follows from it cannot be done.</summary>
    private static bool Fire(Draft draft, PreparedClock clock, Happening happening)
    {
        var trigger = draft.Context.Definition.StateOf(draft.State.State)?.Triggers.Values.FirstOrDefault(offered =>
            offered.Definition.Cause is TriggerCause.Time time && time.Clock == clock.Definition.Name);
        return trigger is not null
            && draft.Try(part => Firing.Fire(part, trigger, happening, Actor.Time, InputValues.None, null)) is null
            && draft.State.Clocks.GetValueOrDefault(clock.Definition.Name)?.Warned != 0
            && !ClockFacts.Read(clock, draft.State).Runs;
    }
}
