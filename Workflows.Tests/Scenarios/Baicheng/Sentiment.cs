namespace Workflows.Tests.Scenarios.Baicheng;

/// <summary>Public opinion, and the risk of a policy that has still to come.</summary>
internal static class Sentiment
{
    public const string Procedure = "baicheng.public-opinion";
    public const string Confirmation = "baicheng.response-confirmation";

    public static Given Policy { get; } = new() { ["policy.title"] = "家电补贴管理办法", ["policy.content"] = "办法草案" };

    public static Given Risk { get; } = new()
    {
        ["assessment.ways"] = new[] { "sampling", "visits" },
        ["risk.description"] = "补贴名额引发争议",
        ["risk.grade"] = "medium",
        ["risk.plan"] = "提前说明名额分配",
    };

    public static Given Post { get; } = new() { ["sentiment.title"] = "补贴发放慢", ["sentiment.content"] = "网帖全文", ["sentiment.channel"] = "website" };

    public static Given Graded(string grade, bool sensitive = false, bool sudden = false, bool respond = true) => new()
    {
        ["analysis.grade"] = grade,
        ["analysis.sensitive"] = sensitive,
        ["analysis.suddenOnline"] = sudden,
        ["analysis.respond"] = respond,
    };

    public static Given Consulted { get; } = new() { ["consultation.participants"] = "财政局、网信办", ["consultation.conclusion"] = "走势平稳" };

    public static Given ToBoth { get; } = new() { ["report.to"] = new[] { "own-level", "superior" } };

    public static Given Handling { get; } = new() { ["handling.result"] = "加快审核" };

    public static Given Asked { get; } = new()
    {
        ["response.draft"] = "补贴将于月底发放",
        ["otherAgencies"] = new[] { new { agency = Bodies.Baicheng, matter = "资金拨付时间" } },
    };

    public static Given Response(bool concernsOthers) => new()
    {
        ["response.content"] = "补贴将于月底发放",
        ["response.ways"] = new[] { "online" },
        ["response.concernsOthers"] = concernsOthers,
    };

    public static Case Found(string day = "2026-03-02") => Case.Open(Catalogue.World().On(day), Procedure, Bodies.Commerce, Post);

    public static Case Handled(Given analysis) => Found().Fire("analyse", analysis).Fire("report", ToBoth).Fire("handle", Handling);
}
