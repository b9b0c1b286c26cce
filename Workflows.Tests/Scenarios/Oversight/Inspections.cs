using Workflows.Tests.Engine;
using Workflows.Tests.Scenarios.Publication;

namespace Workflows.Tests.Scenarios.Oversight;

/// <summary>Inspections of what has been disclosed, up to the point where a test begins.</summary>
internal static class Inspections
{
    public const string Procedure = "huadian.disclosure-inspection";
    public const string Opinion = "huadian.inspection-opinion";
    public const string Remedy = "huadian.inspection-remedy";

    public static Given Finding { get; } = new()
    {
        ["finding.agency"] = Bodies.Bureau,
        ["finding.title"] = "2026年义务教育招生工作方案",
        ["finding.documentNumber"] = "桦教发〔2026〕9号",
        ["finding.ground"] = "privacy",
        ["finding.description"] = "附件列有学生住址",
        ["finding.demands"] = "撤下附件，遮盖后重新公开",
        ["finding.remedyBy"] = "2026-04-02",
    };

    public static Given Leak { get; } = Finding.With("finding.ground", "state-secret");

    public static Given Remedied { get; } = new()
    {
        ["remedy.measures"] = new[] { "withdrawn", "replaced" },
        ["remedy.takenOn"] = "2026-04-01",
        ["remedy.summary"] = "附件已撤下",
    };

    public static Given More { get; } = new() { ["remedy.shortcomings"] = "搜索引擎仍有快照", ["remedy.by"] = "2026-04-07" };

    public static Given Heard { get; } = new() { ["opinion"] = "未发现其他问题", ["inspector"] = "吴九" };

    public static Given Referral { get; } = new()
    {
        ["referral.agency"] = Bodies.Bureau,
        ["referral.conduct"] = "unapproved-disclosure",
        ["referral.matter"] = "附件未经审查即公开",
    };

    public static Given Summary { get; } = new() { ["summary"] = "检查1条，1条责成补救" };

    /// <summary>Something has been published, and it is inspected.</summary>
    public static Case Begun() => In(Disclosures.Published().World.On("2026-04-01"));

    public static Case In(World world) => Case.Open(world, Procedure, Bodies.Secrecy, new Given());

    public static Case JointlyHeard(this Case inspection)
    {
        inspection.Child(Opinion).Fire("give-opinion", Heard);
        inspection.Child(Opinion, 1).Fire("give-opinion", Heard);
        return inspection;
    }

    public static Case Ordered(Given? finding = null) => Begun().Fire("record-finding", finding ?? Finding).Child(Remedy);

    public static Case Reported() => Ordered().Fire("report", Remedied);

    public static IEnumerable<Route> Routes { get; } =
    [
        new(Procedure, "under-inspection", Begun),
        new(Procedure, "concluded", () => Begun().JointlyHeard().Fire("conclude", Summary)),
        new(Opinion, "asked", () => Begun().Child(Opinion)),
        new(Opinion, "openness-given", () => Begun().Child(Opinion).Fire("give-opinion", Heard)),
        new(Opinion, "supervision-given", () => Begun().Child(Opinion, 1).Fire("give-opinion", Heard)),
        new(Remedy, "ordered", () => Ordered()),
        new(Remedy, "reported", Reported),
        new(Remedy, "remedied", () => Reported().Fire("confirm")),
    ];
}
