using System.Collections.Immutable;
using NodaTime;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>
/// Records how a document was served, and what becomes known of it later. Whoever holds a role of the procedure may, also after
/// its end: notices go out, and slips come back, late. Nothing is overwritten: what was recorded wrongly is annulled.
/// </summary>
internal static class Serving
{
    private const int Most = 1000;
    private const int LongestText = 200;

    private static readonly LegalBasis Basis = new(
        null, null, "送达须登记方式和日期：当面、领取以签收之日，其余以交邮、交寄、发出之日；登记有误的，注明后重新登记，原记录保留", []);

    public static Refusal? Decide(Draft draft, Command.RecordService command)
    {
        var (context, state, service) = (draft.Context, draft.State, command.Service);
        var (stamp, refusal) = Stamp(context, state, command);
        if (stamp is null)
            return refusal;
        if (service.Document < 1 || service.Document > state.Documents.Length)
            return Refusal.Of(RefusalCode.NotFound, "本案没有这份文书");
        if (state.Services.Length >= Most)
            return Refusals.Unmet($"一个案件最多登记 {Most} 次送达");
        var problems = Problems(draft, command, ServiceStanding.DayOfIssue(state, service.Document));
        if (!problems.IsEmpty)
            return Refusals.Invalid(problems);
        var day = service.SentOn ?? service.ReceivedOn!.Value;
        draft.Add(new Happening(day, null, stamp, command.Note), new CaseEvent.DocumentServed(service));
        return null;
    }

    public static Refusal? Decide(Draft draft, Command.FollowService command)
    {
        var (context, state) = (draft.Context, draft.State);
        var (stamp, refusal) = Stamp(context, state, command);
        if (stamp is null)
            return refusal;
        if (command.Number < 1 || command.Number > state.Services.Length)
            return Refusal.Of(RefusalCode.NotFound, "本案没有这次送达");
        var known = state.Services[command.Number - 1];
        if (NotNow(known, command.News) is { } says)
            return Refusals.Unmet(says, new UnmetRule(says, Basis));
        var problems = Problems(draft, command, known.Service);
        if (!problems.IsEmpty)
            return Refusals.Invalid(problems);
        draft.Add(
            new Happening(command.On, null, stamp, command.Note),
            new CaseEvent.ServiceFollowed(command.Number, command.News, command.On, command.ReceivedBy, command.Attachment));
        return null;
    }

    private static (ActorStamp? Stamp, Refusal? Refusal) Stamp(DecisionContext context, CaseState state, Command command)
    {
        ImmutableArray<string> roles = [.. context.Definition.Definition.Roles.Select(role => role.Name)];
        return Authority.Of(context.Definition, roles, command.Actor, state) is { } stamp
            ? (stamp, null)
            : (null, Refusals.NoRole(context, context.Definition.Opening.Definition, roles, state.Agency, state.Parent?.Agency));
    }

    private static string? NotNow(RecordedService known, ServiceNews news) => known.Ended switch
    {
        ServiceNews.Annulled => "这次送达已注明登记有误；请重新登记",
        ServiceNews.Returned when news != ServiceNews.Annulled => "这次送达已退回；再次送达的，请另行登记",
        _ when news == ServiceNews.Received && known.Service.ReceivedOn is not null => "这次送达已登记签收日期；登记有误的，请注明登记有误后重新登记",
        _ when news == ServiceNews.Returned && known.Service.ReceivedOn is not null => "这次送达已经签收，不能登记退回；签收登记有误的，请注明登记有误后重新登记",
        _ => null,
    };

    private static ImmutableArray<FieldProblem> Problems(Draft draft, Command.RecordService command, LocalDate issuedOn)
    {
        var service = command.Service;
        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        void Wrong(string field, string says, LegalBasis? basis = null) => problems.Add(new FieldProblem(field, says, basis));
        if (!ServiceChannels.All.Contains(service.Channel))
        {
            Wrong("channel", $"应为 {string.Join("、", ServiceChannels.All)} 之一", Basis);
            return problems.ToImmutable();
        }

        var handedOver = ServiceChannels.HandsOver(service.Channel);
        if (handedOver && service.SentOn is not null)
            Wrong("sentOn", "当面送达或者自行领取的没有发出日期，请只填签收日期 receivedOn", Basis);
        if (handedOver && service.ReceivedOn is null)
            Wrong("receivedOn", "当面送达或者自行领取的，必须填写签收日期", Basis);
        if (!handedOver && service.SentOn is null)
            Wrong("sentOn", "必须填写交邮、交寄、交付或者发出的日期", Basis);
        Days(draft.Context, issuedOn, service, Wrong);
        // The agency's own act is dated like any other; when something was signed for is only learnt afterwards.
        var own = handedOver ? service.ReceivedOn : service.SentOn;
        if (own < draft.Context.Today && !command.Actor.MayBackdate)
            Wrong(handedOver ? "receivedOn" : "sentOn", $"早于今天 {draft.Context.Today:uuuu-MM-dd}，补记须有补记权限，请由有此权限的人员办理");
        else if (own < draft.Context.Today && string.IsNullOrWhiteSpace(command.Note))
            Wrong("note", "补记早于今天的日期须写明理由");
        Texts(draft.State, service.Number, service.By, service.ReceivedBy, service.Attachment, command.Note, Wrong);
        return problems.ToImmutable();
    }

    private static void Days(DecisionContext context, LocalDate issuedOn, Service service, Action<string, string, LegalBasis?> wrong)
    {
        foreach (var (field, day) in new[] { ("sentOn", service.SentOn), ("receivedOn", service.ReceivedOn) })
        {
            if (day > context.Today)
                wrong(field, $"不得晚于今天 {context.Today:uuuu-MM-dd}", null);
            else if (day < issuedOn)
                wrong(field, $"不得早于文书的日期 {issuedOn:uuuu-MM-dd}", null);
        }

        if (service.ReceivedOn < service.SentOn)
            wrong("receivedOn", $"不得早于发出日期 {service.SentOn:uuuu-MM-dd}", null);
    }

    private static ImmutableArray<FieldProblem> Problems(Draft draft, Command.FollowService command, Service service)
    {
        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        void Wrong(string field, string says, LegalBasis? basis = null) => problems.Add(new FieldProblem(field, says, basis));
        if (command.On > draft.Context.Today)
            Wrong("on", $"不得晚于今天 {draft.Context.Today:uuuu-MM-dd}");
        else if (command.On < (service.SentOn ?? service.ReceivedOn))
            Wrong("on", $"不得早于发出日期 {service.SentOn ?? service.ReceivedOn:uuuu-MM-dd}");
        if (command.News != ServiceNews.Received && string.IsNullOrWhiteSpace(command.Note))
            Wrong("note", command.News == ServiceNews.Returned ? "退回的，须写明原因" : "登记有误的，须写明理由", Basis);
        if (command.News != ServiceNews.Received && command.ReceivedBy is not null)
            Wrong("receivedBy", "只有签收时填写签收人");
        Texts(draft.State, null, null, command.ReceivedBy, command.Attachment, command.Note, Wrong);
        return problems.ToImmutable();
    }

    private static void Texts(
        CaseState state, string? number, string? by, string? receivedBy, int? attachment, string? note, Action<string, string, LegalBasis?> wrong)
    {
        foreach (var (field, text) in new[] { ("number", number), ("by", by), ("receivedBy", receivedBy) })
        {
            if (text is not null && (text.Length > LongestText || string.IsNullOrWhiteSpace(text)))
                wrong(field, $"应为 1 至 {LongestText} 个字符", null);
        }

        if (note?.Length > LegalDays.LongestNote)
            wrong("note", $"说明过长，最多 {LegalDays.LongestNote} 个字符", null);
        if (attachment is { } file && (file < 1 || file > state.Attachments.Length))
            wrong("attachment", "本案没有这个附件；请先添加附件", null);
    }
}
