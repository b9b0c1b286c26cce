
namespace Workflows.Engine;

/// <summary>Decides commands: pure and total over definition, case, command, calendar and now.</summary>
/// <remarks>
/// The same arguments always give the same decision. A refused command changes nothing and says which rule stands in
/// the way. Whoever calls it appends the entries of an accepted decision and carries out its consequences in one
/// transaction.
/// </remarks>
public static class Interpreter
{
    /// <summary>Numbered changes of behaviour; a case keeps the number it was opened with.</summary>
    public const int CurrentFlags = 1;

    /// <summary>Decides one command.</summary>
    /// <param name="context">Definition, calendar, agencies, numbers and now.</param>
    /// <param name="state">The case; null for an opening.</param>
    /// <param name="command">The command.</param>
    public static Decision Decide(DecisionContext context, CaseState? state, Command command)
    {
        var draft = new Draft(context, state);
        var refusal = (command, state) switch
        {
            (Command.OpenCase open, null) => Opening.Decide(draft, open),
            (Command.OpenCase, _) => Refusals.Invalid("id", "该案件已经存在"),
            (_, null) => Refusal.Of(RefusalCode.NotFound, "没有这个案件"),
            (Command.FireTrigger fire, _) => Firing.Decide(draft, fire),
            (Command.PassTime, _) => Passing.Decide(draft),
            (Command.HearChild hear, _) => Hearing.Decide(draft, hear),
            (Command.AdoptCalendar adopt, _) => Adopting.Decide(draft, adopt),
            (Command.FollowMerger follow, _) => Merging.Decide(draft, follow),
            (Command.CorrectDate correct, _) => Correcting.Decide(draft, correct),
            (Command.AddAttachment add, _) => Attaching.Decide(draft, add),
            (Command.RecordService record, _) => Serving.Decide(draft, record),
            (Command.FollowService follow, _) => Serving.Decide(draft, follow),
            (Command.SendDocument send, _) => Mailing.Decide(draft, send),
            (Command.SettleMail settle, _) => Mailing.Decide(draft, settle),
            (Command.CancelCase cancel, _) => Cancelling.Decide(draft, cancel),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
        return refusal is null ? draft.Finish() : new Decision.Refused(refusal);
    }
}
