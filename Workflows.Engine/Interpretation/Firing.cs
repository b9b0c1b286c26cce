using System.Collections.Immutable;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>Fires a trigger: who may, when, with what, under which conditions, and what follows.</summary>
internal static class Firing
{
    public static Refusal? Decide(Draft draft, Command.FireTrigger command)
    {
        var definition = draft.Context.Definition;
        var state = draft.State;
        if (definition.StateOf(state.State)?.Triggers.GetValueOrDefault(command.Trigger) is not { } trigger)
            return Refusals.NotOffered(definition, state, command.Trigger);
        if (trigger.Definition.Cause is not TriggerCause.Person person)
        {
            var says = $"“{trigger.Definition.Title.Zh}”由期限届满或者子程序的结果引起，不由人办理";
            return Refusals.Unmet(says, new UnmetRule(says, trigger.Definition.Basis));
        }

        if (Authority.Of(definition, person.Roles, command.Actor, state) is not { } stamp)
            return Refusals.NoRole(draft.Context, trigger.Definition, person.Roles, state.Agency, state.Parent?.Agency);
        var (happening, refused) = LegalDays.Of(command, stamp, state, draft.Context);
        return refused ?? Fire(draft, trigger, happening, command.Actor, command.Input, null);
    }

    /// <summary>Fires a trigger whose cause has been established.</summary>
    public static Refusal? Fire(
        Draft draft, PreparedTrigger trigger, Happening happening, Actor actor, InputValues input, ChildCase? child)
    {
        var (definition, state) = (draft.Context.Definition, draft.State);
        var (values, scope, problems) = TriggerInput.Read(
            definition,
            trigger,
            input,
            new ConditionScope(definition, state, state.Fields, happening.Day, draft.Context.Calendar, child) { Moment = happening.Moment(draft.Context) },
            draft.Context.Now);
        if (!problems.IsEmpty)
            return Refusals.Invalid(problems);
        if (Extensions.Check(definition, trigger.Definition.Name, scope, out var extension) is { } late)
            return late;
        if (Branching.Choose(trigger, scope, out var branch) is { } unmet)
            return unmet;
        var prepared = definition.StateOf(state.State)!;
        if (definition.Machines.Fire(prepared.Index, trigger.FirstBranch + branch) is null)
            return Refusals.NotOffered(definition, state, trigger.Definition.Name);
        return Move(draft, trigger, branch, happening, actor, scope, values, extension);
    }

    private static Refusal? Move(
        Draft draft,
        PreparedTrigger trigger,
        int branch,
        Happening happening,
        Actor actor,
        ConditionScope scope,
        ImmutableSortedDictionary<string, FieldValue> values,
        int? extension)
    {
        var chosen = trigger.Definition.Branches[branch];
        var (set, cleared) = Assignments.Of(chosen.Sets, scope, null);
        if (HandedOver.Returned(draft.Context.Definition, chosen.Sets, ref set) is { IsEmpty: false } problems)
            return Refusals.NotTakenBack(draft.Context.Definition, problems);
        var to = draft.Context.Definition.StateOf(trigger.Targets[branch])!.Definition;
        draft.Add(happening, new CaseEvent.Moved
        {
            Trigger = trigger.Definition.Name,
            Branch = branch,
            From = draft.State.State,
            To = to.Name,
            Set = set.Count == 0 ? values : values.SetItems(set),
            Cleared = cleared,
            Raised = chosen.Raises,
            Lowered = chosen.Lowers,
            Extension = extension,
            Child = scope.Child?.Id,
            Closes = to.Final && !draft.State.Closed,
            Outcome = to.Outcome,
            Basis = chosen.Basis ?? trigger.Definition.Basis,
        });
        return Effects.Follow(draft, happening, actor, trigger.Definition, chosen, scope.Child, scope.State);
    }
}
