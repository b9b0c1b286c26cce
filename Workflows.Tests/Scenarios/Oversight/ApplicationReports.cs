using Workflows.Tests.Engine;
using Workflows.Tests.Scenarios.Huadian;

namespace Workflows.Tests.Scenarios.Oversight;

/// <summary>Reports on applications, up to the point where a test begins.</summary>
internal static class ApplicationReports
{
    public const string Procedure = "huadian.application-report";
    public const string Receipt = "huadian.application-report-receipt";

    public static Given First { get; } = new() { ["period"] = "first-half", ["level"] = "direct" };

    public static Given Collected { get; } = First.With("level", "collector");

    public static Given Draft { get; } = new() { ["summary"] = "登记1件，答复1件", ["problems"] = "无" };

    public static Given Remarks { get; } = new() { ["remarks"] = "请说明逾期情况" };

    /// <summary>An application has been refused.</summary>
    public static World Answered() => Application.ReadyToDisclose("2026-03-02").Fire("reply", Replies.Refusing("unrelated-to-needs")).World;

    public static Case Gathered(Given? report = null, string agency = Bodies.Bureau) => Case.Open(Answered().On("2026-07-01"), Procedure, agency, report ?? First);

    public static Case Drafted() => Gathered().Fire("draft", Draft);

    public static Case Reported() => Drafted().Fire("report");

    public static IEnumerable<Route> Routes { get; } =
    [
        new(Procedure, "gathered", () => Gathered()),
        new(Procedure, "awaiting-signature", Drafted),
        new(Procedure, "reported", Reported),
        new(Procedure, "completed", () => Secrets.Of(Reported().Child(Receipt).Fire("accept"))),
        new(Receipt, "received", () => Reported().Child(Receipt)),
        new(Receipt, "accepted", () => Reported().Child(Receipt).Fire("accept")),
        new(Receipt, "returned", () => Reported().Child(Receipt).Fire("return", Remarks)),
    ];
}
