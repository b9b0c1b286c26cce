namespace Workflows.Tests.Scenarios.Baicheng;

/// <summary>A way to every state of the lists of powers and duties.</summary>
internal static class ListRoutes
{
    private const string Day = "2026-03-05";

    public static IEnumerable<Route> All { get; } =
    [
        Of("preparing", () => Lists.Arisen(Day)),
        Of("overdue", () => Lists.Arisen(Day).On("2026-03-20")),
        Of("establishment-check", () => Lists.Applied(Day)),
        Of("legality-review", () => Lists.Applied(Day).Decides(Lists.Agreed)),
        Of("government-approval", () => Lists.Applied(Day).Decides(Lists.Agreed).Decides(Lists.Agreed)),
        Of("approved", () => Lists.Approved(Day)),
        Of("adjusted", Adjusted),
        Of("published", () => Adjusted().Fire("publish-list", Lists.OnTheSite)),
        Of("refused", () => Lists.Applied(Day).Decides(Lists.Refused)),

        new(Lists.Opinion, "under-examination", Opinion),
        new(Lists.Opinion, "agreed", () => Opinion().Fire("decide", Lists.Agreed)),
        new(Lists.Opinion, "refused", () => Opinion().Fire("decide", Lists.Refused)),

        new(Lists.Supervision, "received", () => Lists.Reported("altered")),
        new(Lists.Supervision, "ordered", () => Ordered("altered", "rectify")),
        new(Lists.Supervision, "unfounded", () => Lists.Reported("altered").Fire("find-unfounded", new Given { ["findings"] = "不属实" })),
        new(Lists.Supervision, "responded", () => Lists.Reported("suggestion").Fire("respond", new Given { ["response"] = "已采纳" })),
        new(Lists.Supervision, "corrected", () => Ordered("altered", "rectify").Fire("confirm-corrected")),
        new(Lists.Supervision, "not-corrected", () => Ordered("not-published", "correct").On("2026-03-25").Fire("record-not-corrected")),
        new(Lists.Supervision, "called-to-account", () => Ordered("altered", "rectify").On("2026-03-25").Fire("record-not-corrected", new Given { ["accountability.proposal"] = "追责" })),
    ];

    private static Route Of(string state, Func<Case> lead) => new(Lists.Procedure, state, lead);

    private static Case Adjusted() => Lists.Approved(Day).Fire("adjust", Lists.Adjusted(Day));

    private static Case Opinion() => Lists.Applied(Day).Child(Lists.Opinion);

    private static Case Ordered(string ground, string measure) => Lists.Reported(ground).Fire("order", Lists.Order(measure));
}
