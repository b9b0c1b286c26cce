namespace Workflows.Tests.Scenarios.Baicheng;

/// <summary>The pre-disclosure of a major decision, up to the point where a test begins.</summary>
internal static class PreDisclosure
{
    public const string Procedure = "baicheng.pre-disclosure";
    public const string Opinion = "baicheng.opinion";

    public static Given Matter { get; } = new()
    {
        ["matter.title"] = "农贸市场布局规划",
        ["matter.kind"] = "public-interest",
        ["draft.content"] = "新建两处农贸市场",
        ["draft.reasons"] = "方便居民",
        ["decidedIn"] = "here",
    };

    public static Given Clear { get; } = new() { ["secrecyCheck.result"] = "clear", ["secrecyCheck.reviewer"] = "赵六" };

    public static Given Secrets { get; } = new()
    {
        ["secrecyCheck.result"] = "secrets",
        ["secrecyCheck.found"] = new[] { "commercial-secret" },
        ["secrecyCheck.reviewer"] = "赵六",
    };

    public static Given For(int days) => new() { ["channels"] = new[] { "website" }, ["window.length"] = $"days-{days}" };

    public static Given Adjusted { get; } = new() { ["adjustment.summary"] = "采纳一条，方案增加停车位" };

    public static Case Begun(string day, Given? matter = null) =>
        Case.Open(Catalogue.World().On(day), Procedure, Bodies.Commerce, matter ?? Matter);

    public static Case Cleared(string day, Given? matter = null) => Begun(day, matter).Fire("record-secrecy-check", Clear);

    public static Case Published(string day, int days, Given? matter = null) => Cleared(day, matter).Fire("publish", For(days));

    public static Case Says(this Case disclosure, string content) =>
        disclosure.Fire("record-opinion", new Given { ["opinion.from"] = "孙七", ["opinion.content"] = content });

    public static Case Dealt(this Case opinion, string result) => opinion.Fire("deal-with", new Given { ["handling.result"] = result, ["handling.reason"] = "用地不足" });
}
