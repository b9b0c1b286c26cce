namespace Workflows.Tests.Scenarios.Baicheng;

/// <summary>What the office publishes.</summary>
internal static class Publication
{
    public const string Procedure = "baicheng.proactive-disclosure";
    public const string Meeting = "baicheng.meeting-disclosure";

    public static Given Own { get; } = new()
    {
        ["information.title"] = "家电以旧换新补贴办法",
        ["source"] = "own",
        ["scope"] = "interests",
    };

    public static Given OnTheSite { get; } = new() { ["publication.ways"] = new[] { "website" }, ["publication.place"] = "政务公开栏目" };

    public static Given Directors { get; } = new()
    {
        ["meeting.title"] = "2026年第3次局长办公会议",
        ["meeting.kind"] = "directors",
        ["meeting.heldOn"] = "2026-03-02",
        ["meeting.content"] = "研究重点工作任务",
        ["meeting.notice"] = "会议通知",
        ["meeting.materials"] = "议题材料",
        ["form"] = "minutes",
    };

    public static Given Clear { get; } = new() { ["secrecyCheck.result"] = "clear", ["secrecyCheck.reviewer"] = "赵六", ["toPublish"] = "会议纪要" };

    public static Given Secret { get; } = new() { ["secrecyCheck.result"] = "secret", ["secrecyCheck.reviewer"] = "赵六" };

    public static Case Held(string day, Given? meeting = null) => Case.Open(Catalogue.World().On(day), Meeting, Bodies.Commerce, meeting ?? Directors);
}
