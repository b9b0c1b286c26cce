namespace Workflows.Tests.Scenarios.National;

/// <summary>A way to every state of the procedures of 2019.</summary>
internal static class NationalRoutes
{
    private const string Day = "2026-03-02";

    public static IEnumerable<Route> All { get; } =
    [
        Of("awaiting-confirmation", () => Application.Received(Day, Application.Form.With("channel", "internet"))),
        Of("received", () => Application.Received(Day)),
        Of("correction-requested", () => Application.Received(Day).Fire("request-correction", Application.Correction)),
        Of("abandoned", () => Application.Received(Day).Fire("request-correction", Application.Correction).On("2026-03-17")
            .Fire("record-abandonment", new Given { ["correction.checkedOn"] = "2026-03-17", ["correction.noProperReason"] = true })),
        Of("review/examination", () => Application.UnderReview(Day)),
        Of("review/consultation", () => Application.UnderReview(Day).Consult("甲公司")),
        Of("awaiting-delivery", () => Replied(Application.OnTheSpot.With("reply.onTheSpot", false).With("delivery.by", "2026-04-10"))),
        Of("delivered", () => Replied(Application.OnTheSpot)),
        Of("refused", () => Replied(Reply("refused").With("reply.grounds", new[] { "state-secret" }).With("reply.reasons", "国家秘密"))),
        Of("already-public", () => Replied(Reply("already-public"))),
        Of("not-found", () => Replied(Reply("not-found"))),
        Of("not-this-agency", () => Replied(Reply("not-this-agency").With("reply.reasons", "非本机关"))),
        Of("repeat-not-processed", () => Replied(Reply("repeat"))),
        Of("special-rules", () => Replied(Reply("special-rules"))),

        new(Application.Consultation, "sent", Consulted),
        new(Application.Consultation, "received-by-party", () => Consulted().Fire("record-receipt")),
        new(Application.Consultation, "consented", () => Consulted().Answers("consents")),
        new(Application.Consultation, "objected", () => Consulted().Answers("objects")),
        new(Application.Consultation, "unanswered", () => Consulted().Fire("record-receipt").On("2026-06-01")),
        new(Application.Consultation, "undelivered", () => Consulted().Fire("record-undelivered", new Given { ["undelivered.reason"] = "查无此人" })),

        new(Application.Agencies, "sent", Asked),
        new(Application.Agencies, "received-by-agency", () => Asked().Fire("record-receipt")),
        new(Application.Agencies, "consented", () => Asked().Fire("record-receipt").Answers("consents")),
        new(Application.Agencies, "objected", () => Asked().Fire("record-receipt").Answers("objects")),
        new(Application.Agencies, "deemed-consent", () => Asked().Fire("record-receipt").On("2026-06-01")),
    ];

    private static Route Of(string state, Func<Case> lead) => new(Application.Procedure, state, lead);

    private static Given Reply(string outcome) => new() { ["reply.outcome"] = outcome, ["reply.content"] = "告知" };

    private static Case Replied(Given reply) => Application.UnderReview(Day).Fire("reply", reply);

    private static Case Consulted() => Application.UnderReview(Day).Consult("甲公司").Party();

    private static Case Asked() => Application.UnderReview(Day).ConsultAgency(Bodies.Price).Agency();
}
