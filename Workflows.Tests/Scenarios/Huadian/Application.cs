namespace Workflows.Tests.Scenarios.Huadian;

/// <summary>An application in Huadian, up to the point where a test begins.</summary>
internal static class Application
{
    public const string Procedure = "huadian.disclosure-application";
    public const string Consultation = "huadian.third-party-consultation";
    public const string Review = "huadian.secrecy-review";
    public const string Determination = "huadian.secrecy-determination";
    public const string Opinion = "huadian.secrecy-opinion";
    public const string Approval = "huadian.approval";

    public static Given Officer { get; } = new() { ["handling.officer"] = "赵六" };

    public static Given Genuine { get; } = new() { ["preliminary.identityGenuine"] = true };

    public static Given InOrder { get; } = new() { ["handling.outOfOrder"] = false };

    public static Given Escalation { get; } = new()
    {
        ["secrecy.informationName"] = "校舍安全鉴定报告",
        ["secrecy.informationContent"] = "鉴定结论及点位",
        ["secrecy.doubt"] = "点位是否涉密不能确定",
    };

    public static Given ApprovalRequest { get; } = Escalation.Without("secrecy.doubt").With(new Given
    {
        ["approval.agency"] = Bodies.Price,
        ["approval.ground"] = "价格信息须经物价部门批准",
    });

    public static Given Override { get; } = new()
    {
        ["override.content"] = "检测数据",
        ["override.reasons"] = "涉及学生安全",
        ["override.rightHolders"] = new[] { new { name = "甲公司", address = "吉林市" } },
    };

    /// <summary>Six findings, all negative.</summary>
    public static Given Nothing { get; } = Findings("no");

    public static Given Findings(string answer) => new()
    {
        ["findings.stateSecret"] = answer,
        ["findings.securityOrStability"] = answer,
        ["findings.commercialSecret"] = answer,
        ["findings.personalPrivacy"] = answer,
        ["findings.needsApproval"] = answer,
        ["findings.needsThirdPartyOpinion"] = answer,
    };

    public static Given Secret { get; } = Nothing.With("findings.commercialSecret", "yes").With("findings.needsThirdPartyOpinion", "yes");

    public static Given Conclusion(string conclusion, string? separablePart = null) => new()
    {
        ["secrecy.conclusion"] = conclusion,
        ["secrecy.separable"] = separablePart is not null,
        ["secrecy.separablePart"] = separablePart,
        ["secrecy.reviewer"] = "孙七",
    };

    public static Case Received(string day, Given? form = null) =>
        Case.Open(Catalogue.World().On(day), Procedure, Bodies.Bureau, form ?? Forms.Citizen);

    public static Case Registered(string day, Given? form = null) => Received(day, form).Fire("register", Officer);

    public static Case Accepted(string day, Given? form = null) => Registered(day, form).Fire("accept", Genuine);

    public static Case UnderReview(string day, Given? form = null) => Accepted(day, form).Fire("begin-detailed-review", InOrder);

    /// <summary>Examined with nothing found, concluded by the office itself: what is left is the reply.</summary>
    public static Case ReadyToDisclose(string day, Given? form = null) =>
        UnderReview(day, form).Fire("record-findings", Nothing).Fire("record-own-secrecy-conclusion", Conclusion("may-disclose"));

    public static Case Consult(this Case application, params string[] names) => application.Fire("consult-third-party", new Given
    {
        ["thirdParties"] = names.Select(name => new { name, address = "吉林市", phone = "0432-1", email = "c@example.cn", interest = "commercial-secret", matter = "检测报告" }),
    });

    public static Case Party(this Case application, int index = 0) => application.Child(Consultation, index);

    public static Case Answers(this Case party, string position) =>
        party.Fire("record-answer", new Given { ["answer.position"] = position, ["answer.reason"] = "商业秘密" });
}
