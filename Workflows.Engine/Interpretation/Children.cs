using System.Collections.Immutable;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>Child cases: opened by their parent, heard by it.</summary>
internal static class Children
{
    private static readonly ImmutableArray<ImmutableSortedDictionary<string, FieldValue>?> OneWithoutRow = [null];

    /// <summary>Opens the children of a branch; the refusal when one has nowhere to go.</summary>
    public static Refusal? Open(
        Draft draft, Happening happening, Actor actor, ImmutableArray<OpensDefinition> opens, ConditionScope scope, LegalBasis basis)
    {
        if (opens.IsEmpty)
            return null;
        var by = draft.State.Version;
        var index = 0;
        foreach (var open in opens)
        {
            if (open.When is { } when && !scope.Holds(when))
                continue;
            foreach (var row in RowsOf(open, scope))
            {
                var target = Target(open.Agency, draft.State, draft.Context.Agencies, scope, row);
                if (target is null)
                {
                    return Refusals.NoAgency($"办理“{open.Procedure}”", basis);
                }

                var child = CaseId.Derive(draft.State.Id, by, index++);
                draft.Add(happening, new CaseEvent.ChildOpened(child, open.Procedure, target, open.Linked, basis));
                draft.Then(new Consequence.OpenChild(open.Procedure, new Command.OpenCase
                {
                    Actor = actor,
                    OccurredOn = happening.Day,
                    OccurredAt = happening.At,
                    Note = happening.Day == draft.Context.Today ? null : $"随案件 {draft.State.Reference} 一并办理",
                    Id = child,
                    Agency = target,
                    Input = InputValues.None with { Typed = Assignments.Of(open.With, scope, row).Set },
                    Parent = new ParentLink(draft.State.Id, draft.State.Root, draft.State.Agency),
                }));
            }
        }

        return null;
    }

    /// <summary>Tells the parent how this case stands.</summary>
    public static void Tell(Draft draft, Happening happening, Actor actor, ParentLink parent)
    {
        var state = draft.State;
        var returns = draft.Context.Definition.Definition.Returns
            .Where(state.Fields.ContainsKey)
            .ToImmutableSortedDictionary(name => name, name => state.Fields[name], StringComparer.Ordinal);
        draft.Then(new Consequence.TellParent(parent.Case, new Command.HearChild
        {
            Actor = actor,
            OccurredOn = happening.Day,
            OccurredAt = happening.At,
            Child = state.Id,
            State = state.State,
            Outcome = state.Outcome,
            Values = returns,
        }));
    }

    private static ImmutableArray<ImmutableSortedDictionary<string, FieldValue>?> RowsOf(OpensDefinition open, ConditionScope scope) =>
        open.ForEach is null ? OneWithoutRow
        : scope.Fields.GetValueOrDefault(open.ForEach) is FieldValue.Rows rows ? [.. rows.Items.Where(row => Picked(row, open.Where))]
        : [];

    private static bool Picked(ImmutableSortedDictionary<string, FieldValue> row, ImmutableArray<RowFilter> where) =>
        where.All(filter => row.TryGetValue(filter.Column, out var value) && filter.Values.Contains(value));

    /// <summary>The agency that a definition points to, or the one that exercises its powers today; null when there is none.</summary>
    public static string? Target(
        AgencyTarget target, CaseState state, AgencyDirectory agencies, ConditionScope scope, ImmutableSortedDictionary<string, FieldValue>? row)
    {
        var own = agencies.Find(state.Agency);
        var id = target switch
        {
            AgencyTarget.Self => state.Agency,
            AgencyTarget.Superior => own?.Superior,
            AgencyTarget.SecrecyDepartment => own?.SecrecyDepartment,
            AgencyTarget.Parent => state.Parent?.Agency,
            AgencyTarget.Body body => agencies.BodyOf(own, body.Relation),
            AgencyTarget.Field field => (scope.Fields.GetValueOrDefault(field.Name) as FieldValue.Text)?.Value,
            AgencyTarget.Row column => (row?.GetValueOrDefault(column.Column) as FieldValue.Text)?.Value,
            _ => null,
        };
        return agencies.Standing(id)?.Id;
    }
}
