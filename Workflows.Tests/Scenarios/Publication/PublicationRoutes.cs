namespace Workflows.Tests.Scenarios.Publication;

/// <summary>A way to every state of the procedures by which Huadian publishes.</summary>
internal static class PublicationRoutes
{
    public static IEnumerable<Route> All { get; } =
    [
        new(Disclosures.Procedure, "review", () => Disclosures.Opened()),
        new(Disclosures.Procedure, "right-holder-opinion", () => Disclosures.Consulting("甲公司")),
        new(Disclosures.Procedure, "published", Disclosures.Published),
        new(Disclosures.Procedure, "not-published", () => Disclosures.Reviewed("state-secret").Fire("withhold", Disclosures.Withholding)),

        new(Disclosures.RightHolder, "sent", Holder),
        new(Disclosures.RightHolder, "consented", () => Holder().Fire("record-answer", Disclosures.Answer("consents"))),
        new(Disclosures.RightHolder, "objected", () => Holder().Fire("record-answer", Disclosures.Answer("objects"))),
        new(Disclosures.RightHolder, "unanswered", () => Holder().Fire("give-up", new Given { ["answer.reason"] = "查无此人" })),
    ];

    private static Case Holder() => Disclosures.Consulting("甲公司").Child(Disclosures.RightHolder);
}
