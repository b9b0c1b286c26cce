using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>A child ended or told something: recorded always, and a trigger fires when the state has one for it.</summary>
internal static class Hearing
{
    public static Refusal? Decide(Draft draft, Command.HearChild command)
    {
        if (!draft.State.Children.Any(child => child.Id == command.Child))
            return Refusal.Of(RefusalCode.NotFound, "不是本案的子案件");
        var day = command.OccurredOn ?? draft.Context.Today;
        var happening = new Happening(day, command.OccurredAt, Authority.Through(command.Actor), null);
        draft.Add(happening, new CaseEvent.ChildHeard(command.Child, command.State, command.Outcome, command.Values));
        var child = draft.State.Children.First(child => child.Id == command.Child);
        var moving = happening with { Day = day < draft.State.LastDay ? draft.State.LastDay : day };
        var fired = draft.Context.Definition.StateOf(draft.State.State)?.Triggers.Values
            .FirstOrDefault(trigger => trigger.Definition.Cause is TriggerCause.Child cause && cause.Procedure == child.Procedure);
        if (fired is not null && Applies(draft, fired, moving, child))
            return Firing.Fire(draft, fired, moving, command.Actor, InputValues.None, child);
        return draft.Recompute(happening, draft.Context.Calendar);
    }

    /// <summary>What a child tells is recorded even where the state does nothing with it.</summary>
    private static bool Applies(Draft draft, PreparedTrigger trigger, Happening happening, ChildCase child)
    {
        var state = draft.State;
        var scope = new ConditionScope(draft.Context.Definition, state, state.Fields, happening.Day, draft.Context.Calendar, child) { Moment = happening.Moment(draft.Context) };
        return Branching.Choose(trigger, scope, out _) is null;
    }
}
