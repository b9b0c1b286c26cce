namespace Workflows.Tests.Scenarios.Baicheng;

/// <summary>A way to every state of pre-disclosure, proactive disclosure and meetings.</summary>
internal static class PublicationRoutes
{
    private const string Day = "2026-03-02";

    public static IEnumerable<Route> All { get; } =
    [
        PreDisclosed("secrecy-check", () => PreDisclosure.Begun(Day)),
        PreDisclosed("returned", Returned),
        PreDisclosed("cleared", () => PreDisclosure.Cleared(Day)),
        PreDisclosed("window-open", () => PreDisclosure.Published(Day, 3)),
        PreDisclosed("window-closed", () => PreDisclosure.Published(Day, 3).On("2026-03-06")),
        PreDisclosed("awaiting-decision", () => Completed("here")),
        PreDisclosed("held", () => Completed("parent")),
        PreDisclosed("decided", () => Completed("here").Fire("decide", new Given { ["decision.content"] = "同意" })),
        PreDisclosed("not-pre-disclosed", () => Returned().Fire("give-up")),

        new(PreDisclosure.Opinion, "received", Opinion),
        new(PreDisclosure.Opinion, "dealt-with", () => Opinion().Dealt("adopted")),

        new(Publication.Procedure, "with-office", WithOffice),
        new(Publication.Procedure, "published", () => WithOffice().Fire("publish", Publication.OnTheSite)),
        new(Publication.Procedure, "not-published", () => WithOffice().Fire("decline", new Given { ["decline.reason"] = "不属于范围" })),

        new(Publication.Meeting, "secrecy-check", () => Publication.Held(Day)),
        new(Publication.Meeting, "publishing", Publishing),
        new(Publication.Meeting, "disclosed", () => Published(Publishing())),
        new(Publication.Meeting, "not-disclosed", () => Publication.Held(Day).Fire("record-secrecy-check", Publication.Secret)),
    ];

    private static Route PreDisclosed(string state, Func<Case> lead) => new(PreDisclosure.Procedure, state, lead);

    private static Case Returned() => PreDisclosure.Begun(Day).Fire("record-secrecy-check", PreDisclosure.Secrets);

    private static Case Completed(string decidedIn) =>
        PreDisclosure.Published(Day, 3, PreDisclosure.Matter.With("decidedIn", decidedIn)).On("2026-03-06").Fire("complete", PreDisclosure.Adjusted);

    private static Case Opinion() => PreDisclosure.Published(Day, 3).Says("增加停车位").Child(PreDisclosure.Opinion);

    private static Case WithOffice() => Case.Open(Catalogue.World().On(Day), Publication.Procedure, Bodies.Commerce, Publication.Own);

    private static Case Publishing() => Publication.Held(Day).Fire("record-secrecy-check", Publication.Clear);

    private static Case Published(Case meeting)
    {
        meeting.Child(Publication.Procedure).Fire("publish", Publication.OnTheSite);
        return meeting;
    }
}
