using System.Collections.Immutable;
using NodaTime;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>Corrects the legal day of an earlier entry and computes every running clock anew.</summary>
/// <remarks>
/// An effect that has happened is never silently undone: a correction under which time would have acted on another
/// day, or an extension would have come too late, is refused.
/// </remarks>
internal static class Correcting
{
    private static readonly LegalBasis Basis =
        new(null, null, "日期更正须写明理由并有补记权限；已经发生的效果不因更正而消失", []);

    public static Refusal? Decide(Draft draft, Command.CorrectDate command)
    {
        var (context, state) = (draft.Context, draft.State);
        var corrected = state.Legal.FirstOrDefault(happened => happened.Sequence == command.Sequence);
        if (corrected is null)
            return Refusals.Invalid("sequence", "该序号不是本案中有法律日期的事项；请从案件历史中选择", Basis);
        var roles = context.Definition.Definition.Roles.Select(role => role.Name);
        if (Authority.Of(context.Definition, [.. roles], command.Actor, state) is not { } stamp)
            return Refusals.NoRole(context, context.Definition.Opening.Definition, Authority.RolesOf(context.Definition.Opening.Definition), state.Agency, state.Parent?.Agency);
        if (!command.Actor.MayBackdate)
            return Refusals.Invalid("day", "更正日期须有补记权限，请由有此权限的人员办理", Basis);
        if (string.IsNullOrWhiteSpace(command.Note) || command.Note.Length > LegalDays.LongestNote)
            return Refusals.Invalid("note", $"更正日期须写明理由，最多 {LegalDays.LongestNote} 个字符", Basis);
        if (command.Day > context.Today || command.Day == corrected.Day)
            return Refusals.Invalid("day", $"应与原日期 {corrected.Day:uuuu-MM-dd} 不同，且不晚于今天 {context.Today:uuuu-MM-dd}", Basis);
        var happening = new Happening(context.Today, null, stamp, command.Note);
        draft.Add(happening, new CaseEvent.DateCorrected(
            command.Sequence, corrected.Day, command.Day, Dated(context.Definition, state, corrected, command.Day)));
        return Undone(draft, state) ?? draft.Recompute(happening, context.Calendar);
    }

    /// <summary>The fields that took their day from the event (<c>{ today: true }</c>), with the right day.</summary>
    private static ImmutableSortedDictionary<string, FieldValue> Dated(
        PreparedDefinition definition, CaseState state, LegalEvent corrected, LocalDate day)
    {
        var trigger = corrected.From.Length == 0
            ? definition.Opening
            : definition.StateOf(corrected.From)?.Triggers.GetValueOrDefault(corrected.Trigger);
        return (trigger?.Definition.Branches ?? []).SelectMany(branch => branch.Sets)
            .Where(set => set.Value is ValueSource.Today && state.Fields.GetValueOrDefault(set.Field) == new FieldValue.Date(corrected.Day))
            .Select(set => set.Field).Distinct()
            .Aggregate(FieldMap.Empty, (fields, field) => fields.SetItem(field, new FieldValue.Date(day)));
    }

    /// <summary>The refusal when the correction would undo what has happened since.</summary>
    private static Refusal? Undone(Draft draft, CaseState before)
    {
        foreach (var clock in draft.Context.Definition.Clocks)
        {
            for (var count = 2; count <= before.Legal.Length; count++)
            {
                var happened = before.Legal[count - 1];
                var timed = clock.Timed.Contains(happened.Trigger);
                if (!timed && (happened.Extension is null || clock.Definition.Extension?.On != happened.Trigger))
                    continue;
                var was = Deadlines.Before(clock, before, count - 1, draft.Context.Calendar)?.Due;
                var now = Deadlines.Before(clock, draft.State, count - 1, draft.Context.Calendar)?.Due;
                if (was == now || (!timed && draft.State.Legal[count - 1].Day <= now))
                    continue;
                var says = timed
                    ? $"“{clock.Definition.Title.Zh}”已于 {was:uuuu-MM-dd} 届满并产生效果，更正后届满日会变，不能以更正日期的方式撤销；请另行处理"
                    : $"更正后，第 {happened.Sequence} 项延长期限的决定晚于届满日，不能更正；请核对";
                return Refusals.Unmet(says, new UnmetRule(says, clock.Definition.Basis));
            }
        }

        return null;
    }
}
