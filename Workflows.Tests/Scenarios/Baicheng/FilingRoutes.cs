namespace Workflows.Tests.Scenarios.Baicheng;

/// <summary>A way to every state of the quarterly filing.</summary>
internal static class FilingRoutes
{
    private const string Day = "2026-03-26";

    public static IEnumerable<Route> All { get; } =
    [
        Of("compiling", () => Filings.Begun(Day)),
        Of("secrecy-check", () => Filings.Begun(Day).Fire("submit", Filings.Recipient)),
        Of("awaiting-signature", () => Filings.Begun(Day).Fire("submit", Filings.Recipient).Fire("pass", Filings.Passed)),
        Of("signed", () => Filings.Signed(Day)),
        Of("disclosure-check", () => Filings.Signed(Day).Fire("file")),
        Of("re-examination", () => Filings.Questioned(Day)),
        Of("re-examined", () => Filings.Questioned(Day).Fire("give-opinion", Filings.SecondOpinion)),
        Of("confirmed", () => Filings.Signed(Day).Fire("file").Fire("confirm")),
        Of("re-examination-concluded", () => Filings.Questioned(Day).Fire("give-opinion", Filings.SecondOpinion).Fire("conclude", Filings.Verdicts)),
    ];

    private static Route Of(string state, Func<Case> lead) => new(Filings.Procedure, state, lead);
}
