using Workflows.Tests.Engine;

namespace Workflows.Tests.Scenarios.Oversight;

/// <summary>Classified information from the day it is made to the day it is declassified, up to the point where a test begins.</summary>
internal static class Secrets
{
    public const string Classification = "huadian.classification";
    public const string Review = "huadian.declassification-review";
    public const string Decision = "huadian.declassification-decision";

    public static Given Marks { get; } = new()
    {
        ["secrecy.isSecret"] = true,
        ["secrecy.level"] = "secret",
        ["secrecy.until"] = "2036-01-12",
        ["attribute"] = "not-disclosed",
        ["attribute.reason"] = "属于国家秘密",
    };

    public static Given Document { get; } = Marks.With(new Given
    {
        ["information.title"] = "考试命题场所安全方案",
        ["information.documentNumber"] = "桦教密〔2026〕1号",
        ["information.madeOn"] = "2026-01-12",
        ["information.madeBy"] = "安全科",
    });

    public static Given Open { get; } = new() { ["secrecy.isSecret"] = false, ["attribute"] = "proactive" };

    public static Given Reviewer { get; } = new() { ["reviewer"] = "孙七" };

    public static Given Remarks { get; } = new() { ["remarks"] = "保密期限过长" };

    public static Given Retaining { get; } = new() { ["retention.reason"] = "仍在使用", ["reviewer"] = "孙七" };

    public static Given Proposal { get; } = new()
    {
        ["declassification.ground"] = "harmless",
        ["declassification.reason"] = "方案已经停用",
        ["reviewer"] = "孙七",
        ["verdict"] = "proactive",
    };

    public static Given Withholding { get; } = Proposal.With(new Given
    {
        ["verdict"] = "not-disclosed",
        ["verdict.ground"] = "privacy",
        ["verdict.description"] = "场所人员名单",
        ["verdict.reason"] = "涉及个人隐私",
    });

    public static Given Summary { get; } = new() { ["summary"] = "逐条梳理完毕" };

    public static Case Proposed(Given? document = null, World? world = null) => Case.Open(world ?? Catalogue.World().On("2026-01-14"), Classification, Bodies.Bureau, document ?? Document);

    public static Case Marked(Given? document = null, World? world = null) => Proposed(document, world).Fire("determine", Reviewer);

    /// <summary>One document has been classified, and the classified information is gone through.</summary>
    public static Case Begun(Given? document = null, string day = "2026-02-02") => BegunIn(Marked(document).World.On(day));

    public static Case BegunIn(World world) => Case.Open(world, Review, Bodies.Bureau, new Given());

    public static Case Examined(Given? document = null) => Begun(document).Child(Decision);

    public static Case Declassifying(Given? proposal = null) => Examined().Fire("propose", proposal ?? Proposal);

    public static Case Declassified(Given? proposal = null) => Declassifying(proposal).Fire("approve");

    public static Case Of(Case child) => child with { Id = child.State.Parent!.Case };

    public static IEnumerable<Route> Routes { get; } =
    [
        new(Classification, "proposed", () => Proposed()),
        new(Classification, "returned", () => Proposed().Fire("return", Remarks)),
        new(Classification, "marked", () => Marked()),
        new(Review, "under-review", () => Begun()),
        new(Review, "completed", () => Of(Declassified()).Fire("complete", Summary)),
        new(Decision, "examination", () => Examined()),
        new(Decision, "awaiting-approval", () => Declassifying()),
        new(Decision, "retained", () => Examined().Fire("retain", Retaining)),
        new(Decision, "declassified", () => Declassified()),
    ];
}
