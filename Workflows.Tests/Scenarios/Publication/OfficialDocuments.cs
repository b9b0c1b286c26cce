using Workflows.Tests.Scenarios.Huadian;

namespace Workflows.Tests.Scenarios.Publication;

/// <summary>Official documents and their attribute, up to the point where a test begins.</summary>
internal static class OfficialDocuments
{
    public const string Procedure = "huadian.document-review";
    public const string Agreement = "huadian.attribute-agreement";

    public static Given Proactive { get; } = new()
    {
        ["official.title"] = "关于做好2026年义务教育招生工作的通知",
        ["official.kind"] = "notice",
        ["official.content"] = "招生范围、时间和办法",
        ["official.madeBy"] = "桦甸市教育局",
        ["official.joint"] = false,
        ["official.needsApproval"] = false,
        ["official.scope"] = "general",
        ["attribute"] = "proactive",
    };

    public static Given NotDisclosed { get; } = new()
    {
        ["official.scope"] = "general",
        ["attribute"] = "not-disclosed",
        ["attribute.reason"] = "属于国家秘密",
        ["attribute.ground"] = "state-secret",
        ["official.secrecyLevel"] = "secret",
        ["official.secrecyUntil"] = "2036-03-02",
    };

    public static Given Objection { get; } = new() { ["office.attribute"] = "on-application", ["office.opinion"] = "只涉及部分学校" };

    public static Given Joint { get; } = Proactive.With("official.joint", true);

    public static Given Others { get; } = new()
    {
        ["joint.agencies"] = new[] { new { agency = Bodies.Price, name = "桦甸市物价局" }, new { agency = Bodies.City, name = "吉林市教育局" } },
    };

    public static Given ApprovalRequest { get; } = new() { ["approval.agency"] = Bodies.Price, ["approval.ground"] = "价格信息须经物价部门审查" };

    public static Given Number { get; } = new() { ["official.number"] = "桦教发〔2026〕9号" };

    public static Given Unreviewed { get; } = new() { ["unreviewed.matter"] = "未经办公室审核即印发", ["unreviewed.orderingBody"] = "supervisory-organ" };

    public static Given Attribute(string attribute, string scope = "general") => new() { ["official.scope"] = scope, ["attribute"] = attribute };

    public static Case Drafted(Given? input = null, string day = "2026-03-02") =>
        Case.Open(Catalogue.World().On(day), Procedure, Bodies.Bureau, input ?? Proactive);

    public static Case Agreed(Given? input = null) => Drafted(input).Fire("agree");

    public static Case Signed(Given? input = null) => Agreed(input).Fire("sign", Number);

    public static Case Disputed() => Drafted().Fire("negotiate", Objection).Fire("submit-opinion", Objection.Without("office.attribute"));

    public static Case Consulting() => Drafted(Joint).Fire("consult-joint-agencies", Others);

    public static Case ForApproval() => Drafted(Proactive.With("official.needsApproval", true)).Fire("request-approval", ApprovalRequest);

    public static Case InDoubt() => Drafted().Fire("refer-to-secrecy-review", new Given { ["secrecy.doubt"] = "点位是否涉密" });

    public static Case Found(string conclusion)
    {
        var document = InDoubt();
        Reviews.ConcludeInSecrecyOffice(document.Child(Application.Review), conclusion);
        return document;
    }
}
