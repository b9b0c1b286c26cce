namespace Workflows.Tests.Scenarios.Baicheng;

/// <summary>A way to every state of public opinion.</summary>
internal static class SentimentRoutes
{
    public static IEnumerable<Route> All { get; } =
    [
        Of("collected", () => Sentiment.Found()),
        Of("joint-consultation", Joint),
        Of("awaiting-approval", () => Joint().Fire("record-consultation", Sentiment.Consulted)),
        Of("analysed", () => Sentiment.Found().Fire("analyse", Sentiment.Graded("general"))),
        Of("reported", () => Sentiment.Found().Fire("analyse", Sentiment.Graded("general")).Fire("report", Sentiment.ToBoth)),
        Of("handled", Handled),
        Of("consulting", Consulting),
        Of("responded", () => Handled().Fire("respond", Sentiment.Response(false))),
        Of("closed", () => Sentiment.Handled(Sentiment.Graded("general", respond: false))),

        new(Sentiment.Confirmation, "asked", Asked),
        new(Sentiment.Confirmation, "changes-wanted", () => Asked().Fire("want-changes", new Given { ["changes"] = "改日期" })),
        new(Sentiment.Confirmation, "confirmed", () => Asked().Fire("confirm")),
    ];

    private static Route Of(string state, Func<Case> lead) => new(Sentiment.Procedure, state, lead);

    private static Case Joint() => Sentiment.Found().Fire("analyse", Sentiment.Graded("major", sensitive: true));

    private static Case Handled() => Sentiment.Handled(Sentiment.Graded("general"));

    private static Case Consulting() => Handled().Fire("consult-agencies", Sentiment.Asked);

    private static Case Asked() => Consulting().Child(Sentiment.Confirmation);
}
