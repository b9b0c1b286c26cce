using Workflows.Tests.Engine;

namespace Workflows.Tests.Scenarios.Assessing;

/// <summary>Social evaluations up to the point where a test begins.</summary>
internal static class Evaluations
{
    public const string Procedure = "huadian.social-evaluation";
    public const string Result = "huadian.evaluation-result";

    public static Given Opening { get; } = new() { ["organisedBy"] = "government-office" };

    public static Given Notice { get; } = new() { ["year"] = 2026, ["notice.subjects"] = "各行政机关", ["notice.place"] = "web-site" };

    public static Given Participants { get; } = new() { ["public.ways"] = new[] { "online" }, ["invited.participants"] = new[] { "deputies", "experts" } };

    public static Given Briefing { get; } = new() { ["briefing"] = "听取教育局汇报" };

    public static Given Forms { get; } = new() { ["collection.sent"] = 200, ["collection.by"] = "2026-10-09" };

    public static Given Returned { get; } = new() { ["collection.returned"] = 188 };

    public static Given Summary { get; } = new()
    {
        ["summary"] = "群众较为满意",
        ["summaryCircle"] = "市直各部门",
        ["results"] = new[]
        {
            new { agency = Bodies.Bureau, name = "桦甸市教育局", grade = "not-satisfied" },
            new { agency = Bodies.Archive, name = "桦甸市档案局", grade = "satisfied" },
        },
    };

    public static Given Places { get; } = new() { ["result.places"] = "市政府门户网站、桦甸电视台" };

    public static Given Handling { get; } = new() { ["handling"] = "约谈教育局" };

    public static Given Improvement { get; } = new() { ["improvement"] = "已增设查阅点" };

    public static Given Received { get; } = new() { ["year"] = 2026, ["grade"] = "satisfied" };

    public static Case Preparing(World? world = null) => Case.Open(world ?? Catalogue.World().On("2026-09-21"), Procedure, Bodies.Government, Opening);

    public static Case Announced(World? world = null) => Preparing(world).Fire("give-notice", Notice);

    public static Case FormMade(World? world = null) => Announced(world).Fire("make-form");

    public static Case Chosen(World? world = null) => FormMade(world).Fire("choose-participants", Participants);

    public static Case Briefed(World? world = null) => Chosen(world).Fire("brief", Briefing);

    public static Case Evaluating(World? world = null) => Briefed(world).Fire("distribute", Forms);

    public static Case Collected(World? world = null) => Evaluating(world).Fire("collect", Returned);

    public static Case Summarised(World? world = null) => Collected(world).Fire("summarise", Summary);

    public static Case Published(World? world = null) => Summarised(world).Fire("publish-result", Places);

    public static IEnumerable<Route> Routes { get; } =
    [
        new(Procedure, "preparing", () => Preparing()),
        new(Procedure, "announced", () => Announced()),
        new(Procedure, "form-made", () => FormMade()),
        new(Procedure, "participants-chosen", () => Chosen()),
        new(Procedure, "briefed", () => Briefed()),
        new(Procedure, "evaluating", () => Evaluating()),
        new(Procedure, "collected", () => Collected()),
        new(Procedure, "summarised", () => Summarised()),
        new(Procedure, "published", () => Published()),
        new(Procedure, "completed", () => Published().Fire("deal-with-result", Handling)),
        new(Result, "received", () => Published().Child(Result)),
        new(Result, "handled", () => Published().Child(Result).Fire("record-improvement", Improvement)),
    ];
}
