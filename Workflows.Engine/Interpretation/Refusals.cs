using System.Collections.Immutable;
using NodaTime;
using Workflows.Calendar;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>Refusals that the interpreter itself makes, each with its way to mend.</summary>
internal static class Refusals
{
    public static Refusal Unmet(string detail, params ImmutableArray<UnmetRule> unmet) => new(RefusalCode.NotAllowed, detail, unmet, []);

    public static Refusal Invalid(ImmutableArray<FieldProblem> fields) =>
        new(RefusalCode.Invalid, $"有 {fields.Length} 处需要改正：{string.Join("；", fields.Select(field => $"{field.Field}：{field.Says}"))}", [], fields);

    public static Refusal Invalid(string field, string says, LegalBasis? basis = null) => Invalid([new FieldProblem(field, says, basis)]);

    /// <summary>What a case hands to the opening of its child is not what that opening asks for.</summary>
    public static Refusal ChildNotOpened(ProcedureDefinition child, ImmutableArray<FieldProblem> fields) => Invalid(fields) with
    {
        Detail = $"不能启动“{child.Title.Zh}”（{child.Procedure}），本案交给它的内容不合它的要求："
            + $"{string.Join("；", fields.Select(field => $"{field.Field}：{field.Says}"))}；请先在本案中补正，仍不能启动的，请管理员核对两个程序的版本",
    };

    /// <summary>What a child returns is not what its parent, of an older version perhaps, can take.</summary>
    public static Refusal NotTakenBack(PreparedDefinition parent, ImmutableArray<FieldProblem> fields) => Invalid(fields) with
    {
        Detail = $"启动本案的“{parent.Definition.Title.Zh}”（{parent.Definition.Procedure} 第 {parent.Version} 版）不能接收本案返回的内容："
            + $"{string.Join("；", fields.Select(field => $"{field.Field}：{field.Says}"))}；请改正后再办，仍不能接收的，请管理员核对两个程序的版本",
    };

    public static Refusal DateBeyondCalendar(ClockDefinition clock, WorkingCalendar calendar) => new(
        RefusalCode.Invalid,
        $"无法计算“{clock.Title.Zh}”：日期超出日历 {calendar.Id.Value} 的范围（{calendar.FirstDay:uuuu-MM-dd} 至 {calendar.BaselineThrough:uuuu-MM-dd}）；请先载入相应年度的放假通知",
        [new UnmetRule("日历没有覆盖所需的日期，不作推测", clock.Basis)],
        [new FieldProblem("occurredOn", "日期超出日历范围", clock.Basis)]);

    public static Refusal NotOffered(PreparedDefinition definition, CaseState state, string trigger)
    {
        var title = definition.State(state.State)?.Title.Zh ?? "已撤销";
        var homes = definition.States.Where(home => home.Triggers.ContainsKey(trigger)).ToArray();
        if (homes.Length == 0)
            return Refusal.Of(RefusalCode.NotFound, $"程序“{definition.Definition.Title.Zh}”没有名为“{SentName.Shown(trigger)}”的操作");
        var says = $"当前状态为“{title}”，该操作只能在下列状态进行：{string.Join("、", homes.Select(home => $"“{home.Definition.Title.Zh}”").Distinct())}";
        return Unmet(says, new UnmetRule(says, homes[0].Triggers[trigger].Definition.Basis));
    }

    public static Refusal NoBranch(TriggerDefinition trigger)
    {
        var says = "登记的情况与本操作的任何一种后果都不符，请核对所填内容";
        return Unmet(says, [.. trigger.Branches.Select(branch => new UnmetRule(says, branch.Basis ?? trigger.Basis)).Distinct()]);
    }

    public static Refusal Ambiguous(TriggerDefinition trigger) =>
        Unmet("本操作的两种后果同时成立，程序定义有误，请联系管理员", new UnmetRule("每次只能有一种后果成立", trigger.Basis));

    public static Refusal NoRole(DecisionContext context, TriggerDefinition trigger, ImmutableArray<string> roles, string agency, string? parentAgency = null)
    {
        var who = roles.Select(role => context.Definition.Definition.Roles.First(known => known.Name == role))
            .GroupBy(role => role.Of == RoleScope.ParentAgency ? parentAgency ?? "提起本案的机关" : agency, role => $"{role.Title.Zh}（{role.Name}）")
            .Select(where => $"{context.Agencies.Find(where.Key)?.Name ?? where.Key}的{string.Join("或", where)}");
        var says = $"须由{string.Join("，或者", who)}进行";
        return Unmet(says, new UnmetRule(says, trigger.Basis));
    }

    public static Refusal NoAgency(string what, LegalBasis basis)
    {
        var says = $"找不到{what}的机关；请先在机关目录中登记，或者填写正确的机关代码";
        return Unmet(says, new UnmetRule(says, basis));
    }

    public static Refusal Merged(Agency agency, AgencyDirectory agencies)
    {
        var successor = agencies.Standing(agency.Id);
        return Invalid("agency", $"{agency.Name}已于 {agency.MergedOn:uuuu-MM-dd} 撤销或者合并，其职权由{successor?.Name}（{successor?.Id}）行使；请向该机关提出");
    }

    public static Refusal Backward(LocalDate last) =>
        Invalid("occurredOn", $"不得早于本案前一事项的日期 {last:uuuu-MM-dd}；如前一事项的日期有误，请先更正");
}
