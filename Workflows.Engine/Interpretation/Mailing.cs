using System.Collections.Immutable;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>
/// Asks for a document to go out by e-mail, and records what became of it. Asking is the wish alone, durable with its entry; the
/// e-mail is sent after the commit, and is a service of the document from then on.
/// </summary>
internal static class Mailing
{
    private const int Most = 1000;
    private const string What = "电子邮件地址";

    /// <summary>办法 第十二条 and its like in every text read: in the form asked for.</summary>
    private static readonly LegalBasis Basis = new(
        null, null, "以申请人要求的方式送达；申请人要求以其他方式提供的，不以电子邮件发送；没有登记要求的，须注明对方如何要求以电子邮件接收", []);

    public static Refusal? Decide(Draft draft, Command.SendDocument command)
    {
        var (context, state) = (draft.Context, draft.State);
        ImmutableArray<string> roles = [.. context.Definition.Definition.Roles.Select(role => role.Name)];
        if (Authority.Of(context.Definition, roles, command.Actor, state) is not { } stamp)
            return Refusals.NoRole(context, context.Definition.Opening.Definition, roles, state.Agency, state.Parent?.Agency);
        if (command.Document < 1 || command.Document > state.Documents.Length)
            return Refusal.Of(RefusalCode.NotFound, "本案没有这份文书");
        if (state.Mails.Length >= Most)
            return Refusals.Unmet($"一个案件最多发送 {Most} 封电子邮件");
        if (state.Mails.Any(mail => mail.Pending && mail.Mail.Document == command.Document))
            return Refusals.Unmet("这份文书正在以电子邮件发送，尚无结果", new UnmetRule("有了结果之后方可再次发送", Basis));
        if (command.Note?.Length > LegalDays.LongestNote)
            return Refusals.Invalid("note", $"说明过长，最多 {LegalDays.LongestNote} 个字符");
        if (NotAsked(draft, command.Note) is { } problem)
            return Refusals.Invalid([problem]);
        var (field, address, wrong) = Find(draft, command.Field);
        if (wrong is not null)
            return Refusals.Invalid([wrong]);
        draft.Add(new Happening(context.Today, null, stamp, command.Note), new CaseEvent.MailRequested(new Mail(command.Document, field, address)));
        return null;
    }

    public static Refusal? Decide(Draft draft, Command.SettleMail command)
    {
        var state = draft.State;
        if (command.Actor != Actor.System || command.Number < 1 || command.Number > state.Mails.Length)
            return Refusal.Of(RefusalCode.NotFound, "本案没有这封电子邮件");
        var known = state.Mails[command.Number - 1];
        if (!known.Pending)
            return null;
        var happening = new Happening(command.On, null, Authority.Through(command.Actor), null);
        draft.Add(happening, command.MessageId is { } id
            ? new CaseEvent.DocumentServed(new Service(known.Mail.Document, ServiceChannels.Email, command.On, null) { Mail = command.Number, MessageId = id })
            : new CaseEvent.MailFailed(command.Number, command.Failure!));
        return null;
    }

    /// <summary>The field that says that e-mail was not asked for, and how to mend it; null where it was.</summary>
    private static FieldProblem? NotAsked(Draft draft, string? note)
    {
        var (definition, fields) = (draft.Context.Definition, draft.State.Fields);
        var said = !string.IsNullOrWhiteSpace(note);
        if (definition.Field(MailFields.Asked) is not { } asked || fields.GetValueOrDefault(MailFields.Asked) is not FieldValue.Choices { Values: { IsEmpty: false } wanted })
        {
            return said ? null : new FieldProblem(
                "note", "本案没有登记对方要求的送达方式；以电子邮件发送的，请写明对方何时、如何要求以电子邮件接收", Basis);
        }

        if (wanted.Contains(MailFields.Email))
            return null;
        var others = string.Join("、", wanted.Select(value => asked.Values.FirstOrDefault(known => known.Value == value)?.Title.Zh ?? value));
        var accepts = fields.GetValueOrDefault(MailFields.OtherAccepted) is FieldValue.Boolean { Value: true };
        return accepts && said ? null : new FieldProblem(
            MailFields.Asked,
            $"{asked.Title.Zh}：申请人要求的是{others}，不是电子邮件；请以所要求的方式送达并登记{(accepts ? "，无法以该方式送达的，请在 note 中写明原因" : "")}",
            asked.Basis ?? Basis);
    }

    private static (string Field, string Address, FieldProblem? Problem) Find(Draft draft, string? named)
    {
        var (definition, fields) = (draft.Context.Definition, draft.State.Fields);
        ImmutableArray<string> known = [.. MailFields.Addresses.Where(field => definition.Field(field) is not null)];
        if (known.IsEmpty)
            return ("", "", new FieldProblem("field", $"本程序没有{What}的字段，请以其他方式送达并登记", Basis));
        if (named is not null && !known.Contains(named))
            return ("", "", new FieldProblem("field", $"应为 {string.Join("、", known)} 之一", Basis));
        var found = named ?? known.FirstOrDefault(fields.ContainsKey) ?? known[0];
        var title = definition.Field(found)!.Title.Zh;
        if (fields.GetValueOrDefault(found) is not FieldValue.Text { Value: { Length: > 0 } address })
            return ("", "", new FieldProblem(found, $"{title}：本案没有填写，请以其他方式送达并登记", Basis));
        return MailFields.IsAddress(address.Trim())
            ? (found, address.Trim(), null)
            : ("", "", new FieldProblem(found, $"{title}：不是一个{What}，请以其他方式送达并登记", Basis));
    }
}
