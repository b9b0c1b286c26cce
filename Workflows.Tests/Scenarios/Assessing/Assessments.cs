using Workflows.Engine;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Scenarios.Assessing;

/// <summary>Assessments up to the point where a test begins.</summary>
internal static class Assessments
{
    public const string Procedure = "huadian.assessment";
    public const string Check = "huadian.assessment-check";
    public const string Inspection = "huadian.daily-inspection";

    public static Given Group { get; } = new()
    {
        ["year"] = 2025,
        ["group.members"] = "政务公开办、监察局",
        ["group.standard"] = "2025年度评分细则",
        ["group.weight"] = 4,
        ["group.grades"] = new[] { "good", "qualified", "failed" },
    };

    public static Given SelfCheck { get; } = new()
    {
        ["selfCheck.organisation"] = "机构人员健全",
        ["selfCheck.work"] = "目录、指南已更新",
        ["selfCheck.carriers"] = "网站专栏运行正常",
        ["selfCheck.supervision"] = "无举报",
    };

    public static Given Checked { get; } = new() { ["check.ways"] = new[] { "reports", "on-site" }, ["check.record"] = "查阅资料并实地检查" };

    public static Given Good { get; } = new() { ["opinion"] = "工作扎实", ["grade"] = "good", ["inspectionsCounted"] = true };

    public static Given Failed { get; } = new()
    {
        ["opinion"] = "主动公开不及时",
        ["grade"] = "failed",
        ["inspectionsCounted"] = true,
        ["correction.demands"] = "补充公开并完善制度",
        ["correction.by"] = "2026-02-24",
    };

    public static Given Report { get; } = new() { ["correction.report"] = "已补充公开" };

    public static Given Result { get; } = new() { ["correction.result"] = "目录仍未更新" };

    public static Given Drawn { get; } = new() { ["concerns.agency"] = Bodies.Bureau, ["drawnBy"] = "摇号" };

    public static Given Faulty { get; } = new() { ["faulty"] = true, ["matter"] = "指南未更新" };

    public static Case Begun(World? world = null) => Case.Open(world ?? Catalogue.World().On("2026-01-05"), Procedure, Bodies.Bureau, []);

    public static Case Forming() => Begun().Child(Check);

    public static Case InSelfCheck() => Forming().Fire("form-group", Group);

    public static Case InCheck() => InSelfCheck().Fire("submit-self-check", SelfCheck);

    public static Case ToConclude() => InCheck().Fire("record-check", Checked);

    public static Case Correcting() => ToConclude().Fire("conclude", Failed);

    public static Case Qualified() => ToConclude().Fire("conclude", Good);

    public static Case Corrected() => Correcting().Fire("accept-correction", Result);

    public static Case Criticised() => Correcting().Fire("report-correction", Report).Fire("find-still-failing", Result);

    public static Case Of(Case check) => check with { Id = check.State.Parent!.Case };

    public static Case Inspected(World? world = null) =>
        Case.Open(world ?? Catalogue.World().On("2025-10-09"), Inspection, Bodies.Openness, Drawn).Fire("record-inspection", Faulty);

    public static IEnumerable<Route> Routes { get; } =
    [
        new(Procedure, "under-assessment", () => Begun()),
        new(Procedure, "qualified", () => Of(Qualified())),
        new(Procedure, "corrected", () => Of(Corrected())),
        new(Procedure, "criticised", () => Of(Criticised())),
        new(Check, "forming-group", Forming),
        new(Check, "self-check", InSelfCheck),
        new(Check, "comprehensive-check", InCheck),
        new(Check, "checked", ToConclude),
        new(Check, "correction", Correcting),
        new(Check, "qualified", Qualified),
        new(Check, "corrected", Corrected),
        new(Check, "criticised", Criticised),
        new(Inspection, "drawn", () => Case.Open(Catalogue.World().On("2025-10-09"), Inspection, Bodies.Openness, Drawn)),
        new(Inspection, "inspected", () => Inspected()),
    ];

    /// <summary>A world in which the calendar opens the cases of one procedure from this day on.</summary>
    public static World Scheduled(string procedure, string day)
    {
        var world = Catalogue.World().On(day);
        var now = world.Clock.GetCurrentInstant();
        world.Reference.Change(data => data with
        {
            Procedures = data.Procedures.Procedures.Select(name => data.Procedures.Newest(name)!).Aggregate(ProcedureRegistry.Empty, (registry, one) =>
                registry.With(new PreparedDefinition(one.Definition, 1, one.Hash) { EffectiveAt = one.Definition.Procedure == procedure ? now : null })),
        });
        return world;
    }
}
