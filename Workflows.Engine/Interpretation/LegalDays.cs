using NodaTime;
using NodaTime.Text;
using Workflows.Calendar;

namespace Workflows.Engine;

/// <summary>Which legal day a command may claim.</summary>
internal static class LegalDays
{
    /// <summary>Longest note, in UTF-16 code units.</summary>
    public const int LongestNote = 4000;

    /// <summary>The day the command claims, or why it may not.</summary>
    /// <remarks>
    /// Never in the future; never before the last event of the case; before today only with a reason and the right to do it.
    /// </remarks>
    public static (Happening Happening, Refusal? Refusal) Of(Command command, ActorStamp stamp, CaseState? state, DecisionContext context)
    {
        var day = command.OccurredOn ?? (command.OccurredAt is { } instant ? ChinaTime.DayOf(instant) : context.Today);
        var happening = new Happening(day, command.OccurredAt, stamp, string.IsNullOrWhiteSpace(command.Note) ? null : command.Note);
        return (happening, Problem(command, day, state, context));
    }

    private static Refusal? Problem(Command command, LocalDate day, CaseState? state, DecisionContext context)
    {
        if (command.Note?.Length > LongestNote)
            return Refusals.Invalid("note", $"说明过长，最多 {LongestNote} 个字符");
        if (command.OccurredAt is { } at && (at > context.Now || ChinaTime.DayOf(at) != day))
            return Refusals.Invalid("occurredAt", $"应与 occurredOn 同日且不晚于现在 {InstantPattern.General.Format(context.Now)}");
        if (day > context.Today)
            return Refusals.Invalid("occurredOn", $"不得晚于今天 {context.Today:uuuu-MM-dd}");
        if (state is not null && day < state.LastDay)
            return Refusals.Backward(state.LastDay);
        if (day == context.Today)
            return null;
        if (!command.Actor.MayBackdate)
            return Refusals.Invalid("occurredOn", $"早于今天 {context.Today:uuuu-MM-dd}，补记须有补记权限，请由有此权限的人员办理");
        return string.IsNullOrWhiteSpace(command.Note) ? Refusals.Invalid("note", "补记早于今天的日期须写明理由") : null;
    }
}
