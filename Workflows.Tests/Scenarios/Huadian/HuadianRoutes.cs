namespace Workflows.Tests.Scenarios.Huadian;

/// <summary>A way to every state of Huadian's procedures.</summary>
internal static class HuadianRoutes
{
    private const string Day = "2026-03-02";

    private static readonly Given Points = new() { ["correction.points"] = "年度", ["correction.allPointsTold"] = true };

    public static IEnumerable<Route> All { get; } =
    [
        Of("received", () => Application.Received(Day)),
        Of("preliminary-review", () => Application.Registered(Day)),
        Of("suspended", () => Application.Registered(Day).Fire("suspend", new Given { ["suspension.reasons"] = new[] { "identity-not-genuine" } })),
        Of("accepted", () => Application.Accepted(Day)),
        Of("detailed-review/examination", () => Application.UnderReview(Day)),
        Of("detailed-review/third-party-consultation", () => Application.UnderReview(Day).Consult("甲公司")),
        Of("correction-requested", () => Application.UnderReview(Day).Fire("request-correction", Points)),
        Of("awaiting-payment", () => Application.ReadyToDisclose(Day).Fire("reply", Replies.ForAFee)),
        Of("awaiting-delivery", () => Application.ReadyToDisclose(Day).Fire("reply", Replies.Later)),
        Of("already-public", () => Application.Registered(Day).Fire("end-already-public", new Given { ["alreadyPublic.where"] = "网站" })),
        Of("not-this-agency", () => Application.Registered(Day).Fire("end-not-this-agency", new Given { ["otherAgency.ascertainable"] = false })),
        Of("not-found", () => Application.Registered(Day).Fire("end-not-found")),
        Of("repeat-not-answered", () => Application.Registered(Day).Fire("decline-repeat", new Given { ["earlierCase"] = "桦依申〔2025〕7号" })),
        Of("delivered", () => Application.ReadyToDisclose(Day).Fire("reply", Replies.OnTheSpot)),
        Of("refused", () => Application.ReadyToDisclose(Day).Fire("reply", Replies.Refusing("unrelated-to-needs"))),
        Of("replied-already-public", () => Application.ReadyToDisclose(Day).Fire("reply", Replies.AlreadyPublic)),
        Of("replied-not-this-agency", () => Application.ReadyToDisclose(Day).Fire("reply", Replies.NotThisAgency)),
        Of("replied-not-found", () => Application.ReadyToDisclose(Day).Fire("reply", Replies.NotFound)),

        new(Application.Consultation, "sent", Consulted),
        new(Application.Consultation, "received-by-party", () => Consulted().Fire("record-receipt")),
        new(Application.Consultation, "consented", () => Consulted().Answers("consents")),
        new(Application.Consultation, "objected", () => Consulted().Answers("objects")),
        new(Application.Consultation, "deemed-consent", () => Consulted().Fire("record-receipt").On("2026-06-01")),
        new(Application.Consultation, "undelivered", () => Consulted().Fire("record-undelivered", new Given { ["undelivered.reason"] = "查无此人" })),

        new(Application.Review, "disclosure-office-review", () => Reviews.Opened(Day)),
        new(Application.Review, "secrecy-office-review", () => Reviews.InSecrecyOffice(Day)),
        new(Application.Review, "awaiting-approval", () => Reviews.InSecrecyOffice(Day).Fire("request-escalation", Reviews.To("superior"))),
        new(Application.Review, "escalated", () => Reviews.Escalated(Day, "superior")),
        new(Application.Review, "concluded", () => Reviews.Opened(Day).Fire("conclude", Reviews.Concluding("may-disclose").With(Reviews.NoDoubt))),

        new(Application.Determination, "under-determination", () => Determination("secrecy-department")),
        new(Application.Determination, "under-determination-without-limit", () => Determination("competent-department")),
        new(Application.Determination, "determined", () => Determination("secrecy-department").Fire("determine", Reviews.Concluding("may-disclose"))),

        new(Application.Opinion, "requested", () => Determination("superior").Child(Application.Opinion)),
        new(Application.Opinion, "given", () => Determination("superior").Child(Application.Opinion)
            .Fire("give-opinion", new Given { ["opinion"] = "可以公开", ["reviewer"] = "吴九" })),

        new(Application.Approval, "under-approval", ForApproval),
        new(Application.Approval, "approved", () => ForApproval().Fire("decide", new Given { ["decision.result"] = "approved", ["department"] = "物价局" })),
        new(Application.Approval, "refused", () => ForApproval()
            .Fire("decide", new Given { ["decision.result"] = "refused", ["department"] = "物价局", ["decision.reasons"] = "未定价" })),

        new(Reconsideration.Procedure, "submitted", Reconsideration.Asked),
        new(Reconsideration.Procedure, "determined", () =>
        {
            var asked = Reconsideration.Asked();
            asked.Child(Application.Determination).Fire("determine", Reviews.Concluding("may-disclose"));
            return asked;
        }),
    ];

    private static Route Of(string state, Func<Case> lead) => new(Application.Procedure, state, lead);

    private static Case Consulted() => Application.UnderReview(Day).Consult("甲公司").Party();

    private static Case Determination(string target) => Reviews.Escalated(Day, target).Child(Application.Determination);

    private static Case ForApproval() => Application.UnderReview(Day).Fire("record-findings", new Given { ["findings.needsApproval"] = "yes" })
        .Fire("request-approval", Application.ApprovalRequest).Child(Application.Approval);
}
