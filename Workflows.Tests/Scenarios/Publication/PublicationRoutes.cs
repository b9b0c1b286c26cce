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

        new(Deliveries.Procedure, "preparation", () => Deliveries.Opened()),
        new(Deliveries.Procedure, "delivered", Deliveries.Delivered),
        new(Deliveries.Procedure, "confirmed", () =>
        {
            var delivery = Deliveries.Delivered();
            delivery.At(Bodies.Archive).Fire("confirm", Deliveries.HandOver);
            return delivery;
        }),
        new(Deliveries.Receipt, "awaiting-hand-over", () => Deliveries.Delivered().At(Bodies.Archive)),
        new(Deliveries.Receipt, "confirmed", () => Deliveries.Delivered().At(Bodies.Library).Fire("confirm", Deliveries.HandOver)),
        new(Deliveries.Receipt, "received", () => Deliveries.Delivered().At(Bodies.Openness).Fire("confirm", Deliveries.HandOver)),
        new(Deliveries.Receipt, "returned", () => Deliveries.Delivered().At(Bodies.Archive).Fire("return", new Given { ["returned.reason"] = "缺一份原件" })),
        new(Deliveries.Report, "drafting", Reporting),
        new(Deliveries.Report, "reported", () => Reporting().Fire("report", new Given { ["use.readers"] = 1, ["use.items"] = 2 })),

        new(OfficialDocuments.Procedure, "office-review", () => OfficialDocuments.Drafted()),
        new(OfficialDocuments.Procedure, "negotiation", () => OfficialDocuments.Drafted().Fire("negotiate", OfficialDocuments.Objection)),
        new(OfficialDocuments.Procedure, "awaiting-signature", () => OfficialDocuments.Agreed()),
        new(OfficialDocuments.Procedure, "signed", () => OfficialDocuments.Signed()),
        new(OfficialDocuments.Procedure, "entered", () => OfficialDocuments.Signed().Fire("enter-in-catalogue")),
        new(OfficialDocuments.Procedure, "internal", () => OfficialDocuments.Signed(OfficialDocuments.Proactive.With(OfficialDocuments.Attribute("internal", "internal")))),
        new(OfficialDocuments.Agreement, "asked", () => OfficialDocuments.Consulting().Child(OfficialDocuments.Agreement)),
        new(OfficialDocuments.Agreement, "agreed", () => OfficialDocuments.Consulting().Child(OfficialDocuments.Agreement).Fire("agree")),

        new(Coordinations.Procedure, "own-coordination", () => Coordinations.Opened()),
        new(Coordinations.Procedure, "under-coordination", Coordinations.Applied),
        new(Coordinations.Procedure, "agreed", () => Coordinations.Answered("may-be-released")),
        new(Coordinations.Procedure, "not-released", () => Coordinations.Answered("not-to-be-released")),
        new(Coordinations.Consultation, "asked", () => Coordinations.Consulted().Child(Coordinations.Consultation)),
        new(Coordinations.Consultation, "talks", Coordinations.Talking),
        new(Coordinations.Consultation, "agreed", () => Coordinations.Consulted("agrees").Child(Coordinations.Consultation)),
        new(Coordinations.Consultation, "objected", () => Coordinations.Consulted("objects").Child(Coordinations.Consultation)),
        new(Coordinations.Decision, "received", () => Coordinations.Applied().Child(Coordinations.Decision)),
        new(Coordinations.Decision, "studied", Coordinations.Studied),
        new(Coordinations.Decision, "may-be-released", () => Coordinations.Studied().Fire("answer", Coordinations.Result("may-be-released"))),
        new(Coordinations.Decision, "not-to-be-released", () => Coordinations.Studied().Fire("answer", Coordinations.Result("not-to-be-released"))),
        new(Coordinations.Objection, "raised", Coordinations.Raised),
        new(Coordinations.Objection, "remedy-proposed", Coordinations.Proposed),
        new(Coordinations.Objection, "remedied", () => Coordinations.Proposed().Fire("accept-remedy")),
        new(Coordinations.Remedy, "received", () => Coordinations.Raised().Child(Coordinations.Remedy)),
        new(Coordinations.Remedy, "proposed", () => Coordinations.Raised().Child(Coordinations.Remedy).Fire("propose-remedy", Coordinations.Measures)),

        new(Interpretations.Procedure, "plan-review", () => Interpretations.Opened("normative")),
        new(Interpretations.Procedure, "plan-approval", () => Interpretations.Opened()),
        new(Interpretations.Procedure, "plan-revision", () => Interpretations.Opened().Fire("return-plan", new Given { ["plan.returnedReason"] = "缺少出处" })),
        new(Interpretations.Procedure, "drafting-materials", () => Interpretations.Approved()),
        new(Interpretations.Procedure, "materials-ready", () => Interpretations.Ready()),
        new(Interpretations.Procedure, "with-information-centre", () => Interpretations.Submitted()),
        new(Interpretations.Procedure, "published", Interpretations.Published),
        new(Interpretations.Review, "under-review", () => Interpretations.Opened("normative").Child(Interpretations.Review)),
        new(Interpretations.Review, "passed", () => Interpretations.Opened("normative").Child(Interpretations.Review).Fire("pass")),
        new(Interpretations.Review, "changes-wanted", () => Interpretations.Opened("normative").Child(Interpretations.Review).Fire("ask-for-changes", Interpretations.Changes)),
        new(Interpretations.Publication, "received", () => Interpretations.Submitted().Child(Interpretations.Publication)),
        new(Interpretations.Publication, "published", () => Interpretations.Submitted().Child(Interpretations.Publication).Fire("publish", Interpretations.Portal)),
    ];

    private static Case Reporting() => Case.Open(Catalogue.World().On("2026-03-02"), Deliveries.Report, Bodies.Archive, []);

    private static Case Holder() => Disclosures.Consulting("甲公司").Child(Disclosures.RightHolder);
}
