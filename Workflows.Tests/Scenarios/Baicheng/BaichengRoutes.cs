namespace Workflows.Tests.Scenarios.Baicheng;

/// <summary>A way to every state of Baicheng's procedures.</summary>
internal static class BaichengRoutes
{
    private const string Day = "2026-03-02";

    public static IEnumerable<Route> All { get; } =
    [
        Of("received", () => Application.Received(Day)),
        Of("review/examination", () => Application.UnderReview(Day)),
        Of("review/third-party-consultation", () => Application.UnderReview(Day).Consult("甲公司")),
        Of("awaiting-delivery", () => Replied(Application.OnTheSpot.With("reply.onTheSpot", false).With("delivery.by", "2026-04-10"))),
        Of("delivered", () => Replied(Application.OnTheSpot)),
        Of("refused", () => Replied(Application.Refusing("personal-privacy"))),
        Of("already-public", () => Replied(new Given { ["reply.outcome"] = "already-public", ["reply.content"] = "网站" })),
        Of("not-this-agency", () => Replied(new Given { ["reply.outcome"] = "not-this-agency", ["reply.content"] = "财政局" })),
        Of("not-found", () => Replied(new Given { ["reply.outcome"] = "not-found", ["reply.reasons"] = "经检索" })),

        new(Application.Consultation, "sent", Consulted),
        new(Application.Consultation, "received-by-party", () => Consulted().Fire("record-receipt")),
        new(Application.Consultation, "consented", () => Consulted().Answers("consents")),
        new(Application.Consultation, "objected", () => Consulted().Answers("objects")),
        new(Application.Consultation, "deemed-refusal", () => Consulted().Fire("record-receipt").On("2026-06-01")),
        new(Application.Consultation, "undelivered", () => Consulted().Fire("record-undelivered", new Given { ["undelivered.reason"] = "查无此人" })),
    ];

    private static Route Of(string state, Func<Case> lead) => new(Application.Procedure, state, lead);

    private static Case Replied(Given reply) => Application.UnderReview(Day).Fire("reply", reply);

    private static Case Consulted() => Application.UnderReview(Day).Consult("甲公司").Party();
}
