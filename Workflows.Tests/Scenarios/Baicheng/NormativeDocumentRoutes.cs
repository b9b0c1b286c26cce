namespace Workflows.Tests.Scenarios.Baicheng;

/// <summary>A way to every state of a normative document.</summary>
internal static class NormativeDocumentRoutes
{
    private const string Day = "2026-03-02";
    private const string Later = "2026-03-04";

    public static IEnumerable<Route> All { get; } =
    [
        Of("drafting", () => NormativeDocument.Begun(Day)),
        Of("making/soliciting-opinions", Drafted),
        Of("making/argumentation", () => Drafted().Fire("finish-soliciting", NormativeDocument.Solicited)),
        Of("making/ready-for-review", () => NormativeDocument.ReadyForReview(Day)),
        Of("making/materials-incomplete", () => NormativeDocument.ReadyForReview(Day, null, "draft.note").Fire("submit")),
        Of("making/awaiting-supplement", () => NormativeDocument.UnderReview(Day).Fire("tell-incomplete", new Given { ["materials.missing"] = new[] { "draft" } })),
        Of("making/legality-review", () => NormativeDocument.UnderReview(Day)),
        Of("making/reviewed", () => NormativeDocument.Reviewed(Day)),
        Of("adopted", () => NormativeDocument.Adopted(Day, Later)),
        Of("awaiting-countersign", () => NormativeDocument.Adopted(Day, Later).Fire("prepare-issue", NormativeDocument.ForIssue)),
        Of("awaiting-signature", () => NormativeDocument.Countersigned(Day, Later)),
        Of("issued/with-section", () => NormativeDocument.Issued(Day, Later, Later)),
        Of("issued/with-office", NormativeDocument.HandedOver),
        Of("published", () => NormativeDocument.HandedOver().Published()),
        Of("completed", () => NormativeDocument.HandedOver().Published().Fire("file", NormativeDocument.Filing)),
        Of("rejected", () => NormativeDocument.Reviewed(Day).PreDisclosed(Later).Fire("decide", NormativeDocument.Decided("rejected"))),

        new(NormativeDocument.Risk, "under-assessment", Assessment),
        new(NormativeDocument.Risk, "assessed", () => Assessment().Fire("assess", Sentiment.Risk)),
    ];

    private static Route Of(string state, Func<Case> lead) => new(NormativeDocument.Procedure, state, lead);

    private static Case Drafted() => NormativeDocument.Begun(Day).Fire("finish-draft", NormativeDocument.Draft);

    private static Case Assessment() => Case.Open(Catalogue.World().On(Day), NormativeDocument.Risk, Bodies.Commerce, Sentiment.Policy);
}
