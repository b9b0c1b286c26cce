using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>What follows from a branch: children, facts, due dates, documents, word to the parent.</summary>
internal static class Effects
{
    /// <summary>Adds everything that follows; the refusal when something cannot.</summary>
    /// <param name="draft">The decision, the move in it.</param>
    /// <param name="happening">When and by whom.</param>
    /// <param name="actor">Who.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="branch">Its branch that applies.</param>
    /// <param name="child">The child that fires the trigger, or null.</param>
    /// <param name="before">The case before the move, by which clocks are judged; null for an opening.</param>
    public static Refusal? Follow(
        Draft draft, Happening happening, Actor actor, TriggerDefinition trigger, BranchDefinition branch, ChildCase? child, CaseState? before)
    {
        var silent = happening with { Note = null };
        Collecting.Collect(draft, silent, branch.Collects);
        ConditionScope Scope() => new(draft.Context.Definition, draft.State, draft.State.Fields, happening.Day, draft.Context.Calendar, child) { Clocks = before, Moment = happening.Moment(draft.Context) };
        if (Children.Open(draft, silent, actor, branch.Opens, Scope(), branch.Basis ?? trigger.Basis) is { } refusal)
            return refusal;
        foreach (var fact in branch.Records)
        {
            if (fact.When is not null && !Scope().Holds(fact.When))
                continue;
            if (Children.Target(fact.Agency, draft.State, draft.Context.Agencies, Scope(), null) is not { } about)
                return Refusals.NoAgency($"记录“{fact.Kind}”所涉", fact.Basis);
            draft.Add(silent, new CaseEvent.FactRecorded(
                fact.Kind, about == draft.State.Agency ? null : about, Assignments.Of(fact.Values, Scope(), null).Set, fact.Basis));
        }

        if (draft.Recompute(silent, draft.Context.Calendar) is { } beyond)
            return beyond;
        Issuing.Issue(draft, silent, branch.Issues, Scope());
        if (draft.State.Parent is { } parent && (branch.TellsParent || draft.State.Closed))
            Children.Tell(draft, happening, actor, parent);
        return null;
    }
}
