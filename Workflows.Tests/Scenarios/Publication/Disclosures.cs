using Workflows.Tests.Scenarios.Huadian;

namespace Workflows.Tests.Scenarios.Publication;

/// <summary>Information that an agency in Huadian publishes by itself, up to the point where a test begins.</summary>
internal static class Disclosures
{
    public const string Procedure = "huadian.proactive-disclosure";
    public const string RightHolder = "huadian.right-holder-consultation";

    public static Given Information { get; } = new()
    {
        ["information.title"] = "2026年义务教育招生工作方案",
        ["information.documentNumber"] = "桦教发〔2026〕9号",
        ["information.madeBy"] = "桦甸市教育局",
        ["information.changedOrMadeOn"] = "2026-03-02",
        ["information.content"] = "招生范围、时间和办法",
        ["information.kind"] = "information",
        ["source"] = "own",
    };

    public static Given Website { get; } = new()
    {
        ["publication.ways"] = new[]
        {
            new Given { ["way"] = "web-site", ["day"] = "2026-03-05", ["place"] = "桦甸市政府信息公开网" },
            new Given { ["way"] = "reading-point", ["day"] = "2026-03-06" },
        },
        ["citySite.entered"] = true,
        ["coordination.touchesOthers"] = false,
        ["coordination.approvalKind"] = "none",
    };

    public static Given Escalation { get; } = new() { ["information.content"] = "鉴定结论及点位", ["secrecy.doubt"] = "点位是否涉密不能确定" };

    public static Given RightHolders { get; } = Holders("甲公司");

    public static Given ByConsent { get; } = new()
    {
        ["decision.ground"] = "consent",
        ["decision.content"] = "供货价格",
        ["decision.reasons"] = "权利人同意",
        ["decision.rightHolders"] = new[] { new { name = "甲公司", address = "吉林市" } },
    };

    public static Given InThePublicInterest { get; } = ByConsent.With("decision.ground", "public-interest").With("decision.reasons", "关系学生健康");

    public static Given Withholding { get; } = new() { ["information.secrecyLevel"] = "secret" };

    public static Given Holders(params string[] names) => new()
    {
        ["rightHolders"] = names.Select(name => new Given { ["name"] = name, ["address"] = "吉林市", ["interest"] = "commercial-secret", ["matter"] = "供货价格" }),
    };

    public static Given Concluding(string conclusion) => new()
    {
        ["secrecy.inDoubt"] = false,
        ["secrecy.conclusion"] = conclusion,
        ["secrecy.reasons"] = "依照保密范围",
        ["secrecy.reviewer"] = "孙七",
    };

    public static Given Answer(string position) => new() { ["answer.position"] = position, ["answer.reason"] = "理由" };

    public static Case Opened(string day = "2026-03-02", Given? information = null) =>
        Case.Open(Catalogue.World().On(day), Procedure, Bodies.Bureau, information ?? Information);

    public static Case Reviewed(string conclusion = "may-disclose") => Opened().Fire("record-own-secrecy-conclusion", Concluding(conclusion));

    public static Case Escalated() => Opened().Fire("escalate-secrecy", Escalation);

    /// <summary>The secrecy office of the agency has said that it must not be disclosed, or what else it found.</summary>
    public static Case Found(string conclusion)
    {
        var disclosure = Escalated();
        Reviews.ConcludeInSecrecyOffice(disclosure.Child(Application.Review), conclusion);
        return disclosure;
    }

    public static Case Consulting(params string[] names) => Reviewed("commercial-secret").Fire("consult-right-holders", Holders(names));

    public static Case Published() => Reviewed().On("2026-03-06").Fire("publish", Website);
}
