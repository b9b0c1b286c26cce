namespace Workflows.Tests.Scenarios.Baicheng;

/// <summary>Public opinion, and the risk of a policy that has still to come.</summary>
internal static class Sentiment
{
    public static Given Policy { get; } = new() { ["policy.title"] = "家电补贴管理办法", ["policy.content"] = "办法草案" };

    public static Given Risk { get; } = new()
    {
        ["assessment.ways"] = new[] { "sampling", "visits" },
        ["risk.description"] = "补贴名额引发争议",
        ["risk.grade"] = "medium",
        ["risk.plan"] = "提前说明名额分配",
    };
}
