namespace Workflows.Tests.Scenarios.Baicheng;

/// <summary>A normative document of the bureau, brought as far as a test begins.</summary>
internal static class NormativeDocument
{
    public const string Procedure = "baicheng.normative-document";
    public const string Risk = "baicheng.policy-risk-assessment";

    public static Given Planned { get; } = new() { ["normative.title"] = "家电补贴管理办法", ["normative.majorPolicy"] = false, ["research.summary"] = "走访十家企业" };

    public static Given Draft { get; } = new() { ["draft.text"] = "办法草案", ["draft.note"] = "起草说明", ["draft.legalGrounds"] = "某条例" };

    public static Given Solicited { get; } = new() { ["opinions.ways"] = "向二十家企业发函", ["opinions.summary"] = "收到五条意见" };

    public static Given Argued { get; } = new() { ["argumentation.form"] = "专家论证会", ["argumentation.record"] = "论证会纪要" };

    public static Given Lawful { get; } = new() { ["review.conclusion"] = "lawful", ["review.opinion"] = "符合上位法" };

    public static Given ToRevise { get; } = new() { ["review.conclusion"] = "revise", ["review.opinion"] = "第五条缺少依据" };

    public static Given Decided(string result) => new() { ["decision.meeting"] = "2026年第6次局长办公会", ["decision.result"] = result };

    public static Given ForIssue { get; } = new() { ["normative.type"] = "规范性文件（通知）", ["normative.disclosureType"] = "proactive", ["interpretation.text"] = "一问一答" };

    public static Given Number { get; } = new() { ["normative.number"] = "白商规〔2026〕1号" };

    public static Given Filing { get; } = new()
    {
        ["filing.materials"] = new[] { "filing-report", "text", "drafting-note", "legal-grounds", "opinions-summary", "argumentation", "review-opinion", "decision" },
        ["filing.paper"] = true,
        ["filing.scan"] = true,
    };

    public static Case Begun(string day, Given? planned = null) => Case.Open(Catalogue.World().On(day), Procedure, Bodies.Commerce, planned ?? Planned);

    /// <summary>The draft, with the materials known so far, is ready for the legality review; what is named is left out.</summary>
    public static Case ReadyForReview(string day, Given? planned = null, params string[] without) => Begun(day, planned)
        .Fire("finish-draft", Draft.Without(without)).Fire("finish-soliciting", Solicited.Without(without)).Fire("finish-argumentation", Argued.Without(without));

    public static Case UnderReview(string day, Given? planned = null) => ReadyForReview(day, planned).Fire("submit");

    public static Case Reviewed(string day, Given? planned = null) => UnderReview(day, planned).Fire("issue-review-opinion", Lawful);

    /// <summary>Pre-disclosed for one working day and completed on a day after it.</summary>
    public static Case PreDisclosed(this Case document, string completedOn)
    {
        document.Fire("pre-disclose", new Given { ["preDisclosure.reasons"] = "规范补贴发放" });
        document.Child(PreDisclosure.Procedure).Fire("record-secrecy-check", PreDisclosure.Clear).Fire("publish", PreDisclosure.For(1))
            .On(completedOn).Fire("complete", PreDisclosure.Adjusted);
        return document;
    }

    public static Case Adopted(string day, string completedOn, Given? planned = null) =>
        Reviewed(day, planned).PreDisclosed(completedOn).Fire("decide", Decided("adopted"));

    public static Case Countersigned(string day, string completedOn) =>
        Adopted(day, completedOn).Fire("prepare-issue", ForIssue).Fire("countersign");

    /// <summary>Adopted in the days before, issued on the day.</summary>
    public static Case Issued(string begun, string completedOn, string day) => Countersigned(begun, completedOn).On(day).Fire("sign", Number);

    public static Case HandedOver() => Issued("2026-03-02", "2026-03-04", "2026-03-05").Fire("hand-over");

    public static Case Published(this Case document)
    {
        document.Child(Publication.Procedure).Fire("publish", Publication.OnTheSite);
        return document;
    }
}
