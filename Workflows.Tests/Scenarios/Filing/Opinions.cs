namespace Workflows.Tests.Scenarios.Filing;

/// <summary>Public opinion in Huadian, up to the point where a test begins.</summary>
internal static class Opinions
{
    public const string Procedure = "huadian.public-opinion";

    public const string Day = "2026-03-02";

    public static Given Any { get; } = new()
    {
        ["opinion.subject"] = "网传停课",
        ["opinion.content"] = "网上传言全市停课",
        ["opinion.channel"] = "media",
        ["opinion.kind"] = "other",
        ["opinion.learnedAt"] = "2026-03-02T08:50:00+08:00",
    };

    public static Given Sensitive { get; } = Any.With("opinion.kind", "sensitive");

    public static Given Report { get; } = new() { ["report.content"] = "经过和反映", ["report.recipients"] = new[] { "committee", "government" } };

    public static Given Assessment { get; } = new() { ["assessment.trend"] = "热度上升", ["assessment.opinion"] = "发布权威信息", ["assessment.meeting"] = "3月2日，宣传、应急" };

    public static Given Plan { get; } = new() { ["handling.plan"] = "澄清并回应", ["handling.guidance"] = "正面引导", ["handling.emergencyPlan"] = false };

    public static Given Result { get; } = new() { ["handling.result"] = "已平息" };

    public static Given Evaluation { get; } = new() { ["evaluation.experience"] = "回应及时", ["evaluation.problems"] = "渠道单一", ["evaluation.poorWork"] = false };

    public static Given Failing(string failing) => new() { ["referral.failing"] = failing, ["referral.agency"] = Bodies.Bureau, ["referral.matter"] = "次日才报送" };

    public static Given Grading(string kind, string? grade, string? at) => new()
    {
        ["opinion.kind"] = kind,
        ["event.grade"] = grade,
        ["event.occurredAt"] = at,
        ["grading.reason"] = "伤亡人数已核实",
    };

    public static Given Emergency(string grade, string at = "2026-03-02T08:40:00+08:00") =>
        Any.With("opinion.kind", "emergency").With("event.grade", grade).With("event.occurredAt", at).With("event.place", "人民路");

    public static Case Collected(Given input, string day = Day) => Case.Open(Catalogue.World().On(day), Procedure, Bodies.Bureau, input);

    public static Case Reported(Given input) => Collected(input).Fire("report", Report);

    public static Case Assessed(Given input) => Reported(input).Fire("assess", Assessment);

    public static Case Handling(Given input) => Assessed(input).Fire("begin-handling", Plan);

    public static Case Finished(Given input) => Handling(input).Fire("finish-handling", Result);

    public static IEnumerable<Route> Routes { get; } =
    [
        new(Procedure, "collected", () => Collected(Any)),
        new(Procedure, "reported", () => Reported(Any)),
        new(Procedure, "assessed", () => Assessed(Any)),
        new(Procedure, "handling", () => Handling(Any)),
        new(Procedure, "evaluation", () => Finished(Sensitive)),
        new(Procedure, "handled", () => Finished(Any)),
        new(Procedure, "evaluated", () => Finished(Sensitive).Fire("evaluate", Evaluation)),
    ];
}
