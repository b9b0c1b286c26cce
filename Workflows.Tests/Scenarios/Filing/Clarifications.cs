namespace Workflows.Tests.Scenarios.Filing;

/// <summary>Clarifications in Huadian, up to the point where a test begins.</summary>
internal static class Clarifications
{
    public const string Procedure = "huadian.clarification";
    public const string Confirmation = "huadian.false-information-confirmation";
    public const string Consent = "huadian.clarification-consent";

    public static Given Rumour { get; } = new()
    {
        ["rumour.content"] = "全市停课",
        ["rumour.where"] = "互联网",
        ["rumour.source"] = "public",
        ["reporter.name"] = "赵一",
    };

    public static Given Doubt { get; } = new() { ["confirmation.doubt"] = "涉及上级部署" };

    public static Given Refusing { get; } = new() { ["answer.position"] = "refuses", ["answer.reasons"] = "口径不一致" };

    public static Given Consenting { get; } = new() { ["answer.position"] = "consents" };

    public static Given Plan { get; } = new()
    {
        ["clarification.content"] = "各校照常上课",
        ["clarification.name"] = "department",
        ["clarification.touchesOthers"] = false,
        ["clarification.importantOrSensitive"] = false,
        ["emergency"] = false,
    };

    public static Given TouchingOthers { get; } = Plan.With("clarification.touchesOthers", true)
        .With("departments", new[] { Asked(Bodies.Price), Asked(Bodies.Secrecy) });

    public static Given Emergency { get; } = TouchingOthers.Without("departments").With("emergency", true)
        .With("emergencyRule.name", "突发事件应对法").With("emergencyRule.approval", "应急指挥部批准");

    public static Given Channels { get; } = new() { ["clarification.channels"] = new[] { "government-site", "radio" } };

    public static Given Referral { get; } = new()
    {
        ["referral.failing"] = "not-clarified",
        ["referral.grave"] = true,
        ["referral.agency"] = Bodies.Bureau,
        ["referral.matter"] = "三日未澄清，引发聚集",
    };

    public static Given Approving { get; } = new() { ["decision.result"] = "approved", ["department"] = "市政府" };

    public static Given RefusingApproval { get; } = Approving.With("decision.result", "refused").With("decision.reasons", "暂缓");

    public static Given Finding(string result) => new() { ["confirmation.result"] = result, ["confirmation.facts"] = "没有停课通知" };

    public static Case Found() => Case.Open(Catalogue.World().On("2026-03-02"), Procedure, Bodies.Bureau, Rumour);

    public static Case WithCompetentDepartment() => Found().Fire("ask-competent-department", Doubt);

    public static Case Confirmed() => Found().Fire("confirm", Finding("untrue"));

    public static Case Prepared(Given plan) => Confirmed().Fire("prepare", plan);

    public static Case WithCity() => Prepared(Plan.With("clarification.name", "city")).Fire("submit-to-city");

    public static Case Approved() => Prepared(Plan).Fire("approve");

    public static IEnumerable<Route> Routes { get; } =
    [
        new(Procedure, "found", Found),
        new(Procedure, "awaiting-confirmation", WithCompetentDepartment),
        new(Procedure, "confirmed", Confirmed),
        new(Procedure, "consent", () => Prepared(TouchingOthers)),
        new(Procedure, "approval", () => Prepared(Plan)),
        new(Procedure, "city-approval", WithCity),
        new(Procedure, "approved", Approved),
        new(Procedure, "clarified", () => Approved().Fire("clarify", Channels)),
        new(Procedure, "not-false", () => Found().Fire("confirm", Finding("true-information"))),
        new(Confirmation, "asked", () => WithCompetentDepartment().Child(Confirmation)),
        new(Confirmation, "confirmed", () => WithCompetentDepartment().Child(Confirmation).Fire("confirm", Finding("incomplete"))),
        new(Confirmation, "not-false", () => WithCompetentDepartment().Child(Confirmation).Fire("confirm", Finding("true-information"))),
        new(Consent, "asked", () => Prepared(TouchingOthers).Child(Consent)),
        new(Consent, "consented", () => Prepared(TouchingOthers).Child(Consent).Fire("answer", Consenting)),
        new(Consent, "refused", () => Prepared(TouchingOthers).Child(Consent).Fire("answer", Refusing)),
    ];

    private static Given Asked(string agency) => new() { ["agency"] = agency, ["matter"] = "收费标准" };
}
