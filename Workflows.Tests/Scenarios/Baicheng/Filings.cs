namespace Workflows.Tests.Scenarios.Baicheng;

/// <summary>The quarterly filing of what was not disclosed.</summary>
internal static class Filings
{
    public const string Procedure = "baicheng.non-disclosure-filing";

    public static Given Recipient { get; } = new() { ["filing.recipient"] = "白城市政务公开办公室" };

    public static Given Passed { get; } = new() { ["secrecyGroup.opinion"] = "定密准确" };

    public static Given Question { get; } = new() { ["questioned"] = "补贴名单应当公开" };

    public static Given SecondOpinion { get; } = new() { ["reexamination.opinion"] = "同意公开" };

    public static Given Verdicts { get; } = new()
    {
        ["verdicts"] = new[]
        {
            new { title = "补贴名单", documentNumber = "白商〔2025〕3号", verdict = "to-disclose" },
            new { title = "企业报价", documentNumber = "白商〔2025〕4号", verdict = "not-disclosed" },
        },
    };

    public static Case Begun(string day) => Case.Open(Catalogue.World().On(day), Procedure, Bodies.Commerce, new Given());

    public static Case Signed(string day) => Begun(day).Fire("submit", Recipient).Fire("pass", Passed).Fire("sign");

    public static Case Questioned(string day) => Signed(day).Fire("file").Fire("question", Question);
}
