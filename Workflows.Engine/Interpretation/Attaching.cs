using System.Collections.Immutable;

namespace Workflows.Engine;

/// <summary>Puts a file to a case. Whoever holds a role of the procedure may, also after its end: receipts come late.</summary>
internal static class Attaching
{
    private const int Most = 1000;

    public static Refusal? Decide(Draft draft, Command.AddAttachment command)
    {
        var (context, state) = (draft.Context, draft.State);
        ImmutableArray<string> roles = [.. context.Definition.Definition.Roles.Select(role => role.Name)];
        if (Authority.Of(context.Definition, roles, command.Actor, state) is not { } stamp)
            return Refusals.NoRole(context, context.Definition.Opening.Definition, roles, state.Agency);
        if (state.Attachments.Length >= Most)
            return Refusals.Unmet($"一个案件最多 {Most} 个附件");

        // The same content is kept once in a case.
        var kept = state.Attachments.FirstOrDefault(known => known.Attachment.Hash == command.Attachment.Hash);
        var attachment = command.Attachment with { Stored = kept?.Attachment.Stored ?? command.Attachment.Stored };
        draft.Add(new Happening(context.Today, null, stamp, command.Note), new CaseEvent.AttachmentAdded(attachment));
        return null;
    }
}
