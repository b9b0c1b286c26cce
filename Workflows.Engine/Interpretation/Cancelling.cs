using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>Ends a case that was opened by mistake or withdrawn, and its open children with it.</summary>
internal static class Cancelling
{
    private static readonly LegalBasis Basis =
        new(null, null, "误开或者申请人撤回的案件须能结束，并写明理由；案件及其记录保留", []);

    public static Refusal? Decide(Draft draft, Command.CancelCase command)
    {
        var (definition, state) = (draft.Context.Definition, draft.State);
        if (state.Closed)
            return Refusals.Unmet("案件已经结束，不能撤销", new UnmetRule("只有未结束的案件可以撤销", Basis));
        var roles = Authority.RolesOf(definition.Opening.Definition);
        var through = command.Actor == Actor.System;
        if ((through ? Authority.Through(command.Actor) : Authority.Of(definition, roles, command.Actor, state)) is not { } stamp)
            return Refusals.NoRole(draft.Context, definition.Opening.Definition, roles, state.Agency, state.Parent?.Agency);
        if (string.IsNullOrWhiteSpace(command.Note))
            return Refusals.Invalid("note", "撤销须写明理由", Basis);
        var (happening, refused) = LegalDays.Of(command, stamp, state, draft.Context);
        if (refused is not null)
            return refused;
        draft.Add(happening, new CaseEvent.Cancelled(state.State));
        if (draft.Recompute(happening, draft.Context.Calendar) is { } beyond)
            return beyond;
        foreach (var child in state.Children.Where(child => child.ClosedOn is null && !child.Linked))
        {
            draft.Then(new Consequence.CancelChild(child.Id, new Command.CancelCase
            {
                Actor = Actor.System,
                OccurredOn = happening.Day,
                Note = $"上级案件 {state.Reference} 已撤销",
            }));
        }

        if (state.Parent is { } parent)
            Children.Tell(draft, happening, command.Actor, parent);
        return null;
    }
}
