using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Documents;

/// <summary>附件6 信息申请答复单: every field and box of the printed form.</summary>
public class Attachment6Tests
{
    private const string Fees = """
        {
          "reply.outcome": "disclosed", "fees.charged": true, "fees.basis": "收费办法", "fees.basisNumber": "财综〔2008〕44", "fees.search": 2,
          "fees.copying": 3.5, "fees.postage": 12, "fees.total": 17.5, "fees.payBy": "2026-10-15", "fees.place": "政务大厅三楼",
          "delivery.by": "2026-10-20", "delivery.way": "courier"
        }
        """;

    private static readonly string[] AllBoxes =
    [
        "不予公开", "经保密审查，您申请的信息属于保密范围。", "你申请的信息不予公开。", "并且本行政机关认为也不应公开。", "邮寄", "快递", "电子邮件", "传真",
    ];

    [Test, Rule("HD-APP-24")]
    public void Form_HasEveryFieldAsPrinted()
    {
        var document = Sample.BuiltIn("huadian.attachment-6");
        Sample.Paragraphs(document).Should().ContainInOrder(
            "桦甸市政府信息公开申请答复单",
            "编号：桦政公开〔2026〕12号",
            "申请人",
            "申请时间",
            "申请信息描述",
            "不予公开□",
            "经保密审查，您申请的信息属于保密范围。□",
            "按国家规定您申请的信息需要批准，经　　　　　部门审定，你申请的信息不予公开。□",
            "您申请的信息涉及第三方，通过和第三方沟通，第三方不同意公开，并且本行政机关认为也不应公开。□",
            "您申请的信息可以公开，具体答复为：",
            "一、根据《　　　　　　　》（　　　　　号）规定，您需要向本行政机关缴纳政府公开信息检索费用　　　　元人民币、复制费用　　　　元人民币、邮寄费用　　　　元人民币，以上费用共计　　　　元人民币，请于　　　　年　　月　　日到本行政机关（地址：桦甸市人民路1号）交齐。",
            "二、在收到您的缴费后：",
            "本行政机关将于　　　　年　　月　　日前，通过（邮寄□ 快递□ 电子邮件□ 传真□）方式为您提供申请的信息。",
            "□请于　　　　年　　月　　日前到本行政机关自行领取您申请的信息。",
            "桦甸市教育局",
            "2026年9月30日");
        var cells = Sample.Cells(document);
        cells[0].Should().Equal("申请人", "张三", "申请时间", "2026年9月23日");
        cells[1].Should().Equal("申请信息描述", "2025年义务教育招生方案");
    }

    [TestCase("""["state-secret"]""", "", "经保密审查，您申请的信息属于保密范围。")]
    [TestCase("""["security-or-stability"]""", "", "经保密审查，您申请的信息属于保密范围。")]
    [TestCase("""["commercial-secret"]""", "", "经保密审查，您申请的信息属于保密范围。")]
    [TestCase("""["personal-privacy"]""", "", "经保密审查，您申请的信息属于保密范围。")]
    [TestCase("""["approval-refused"]""", "", "你申请的信息不予公开。")]
    [TestCase("""["personal-privacy", "third-party-objects"]""", "agrees", "并且本行政机关认为也不应公开。")]
    [Rule("HD-APP-24")]
    public void Ground_TicksItsOwnBoxOnly(string grounds, string finding, string box) =>
        TickedBoxes($$"""{ "reply.outcome": "refused", "reply.grounds": {{grounds}}, "objection.agencyFinding": "{{finding}}" }""").Should().Equal("不予公开", box);

    [Test, Rule("HD-APP-24")]
    public void SeveralGrounds_AreAllTicked() =>
        TickedBoxes("""{ "reply.grounds": ["state-secret", "approval-refused", "third-party-objects"], "objection.agencyFinding": "agrees" }""")
            .Should().Equal(AllBoxes[..4]);

    [Test, Rule("HD-APP-24")]
    public void ThirdPartyObjects_ButAgencyDoesNotAgree_LeavesBoxOpen() =>
        TickedBoxes("""{ "reply.grounds": ["third-party-objects"], "objection.agencyFinding": "disagrees" }""").Should().Equal("不予公开");

    [Test, Rule("HD-APP-24")]
    public void Approval_NamesTheDepartment() =>
        Lines("""{ "reply.grounds": ["approval-refused"], "approval.department": "市发展改革" }""")
            .Should().Contain("按国家规定您申请的信息需要批准，经市发展改革部门审定，你申请的信息不予公开。☑");

    [Test, Rule("HD-APP-24"), Rule("HD-APP-17")]
    public void Disclosed_NamesFeesAndDelivery() =>
        Lines(Fees).Should().ContainInOrder(
            "一、根据《收费办法》（财综〔2008〕44号）规定，您需要向本行政机关缴纳政府公开信息检索费用2.00元人民币、复制费用3.50元人民币、邮寄费用12.00元人民币，以上费用共计17.50元人民币，请于2026年10月15日到本行政机关（地址：政务大厅三楼）交齐。",
            "本行政机关将于2026年10月20日前，通过（邮寄□ 快递☑ 电子邮件□ 传真□）方式为您提供申请的信息。",
            "□请于　　　　年　　月　　日前到本行政机关自行领取您申请的信息。");

    [Test]
    public void Total_NotGiven_IsTheSum() =>
        Lines("""{ "fees.search": 2, "fees.copying": 3.5 }""").Should().ContainSingle(line => line.Contains("以上费用共计5.50元人民币", StringComparison.Ordinal));

    [TestCase("mail", "邮寄")]
    [TestCase("courier", "快递")]
    [TestCase("email", "电子邮件")]
    [TestCase("fax", "传真")]
    [Rule("HD-APP-24")]
    public void Way_TicksItsOwnBoxOnly(string way, string box) => TickedBoxes($$"""{ "delivery.way": "{{way}}" }""").Should().Equal(box);

    [Test, Rule("HD-APP-24")]
    public void Collection_TicksTheLastBox_WithItsDate()
    {
        const string Data = """{ "delivery.way": "collection", "delivery.by": "2026-10-20" }""";
        TickedBoxes(Data).Should().BeEmpty();
        Lines(Data).Should().Contain("☑请于2026年10月20日前到本行政机关自行领取您申请的信息。")
            .And.Contain("本行政机关将于　　　　年　　月　　日前，通过（邮寄□ 快递□ 电子邮件□ 传真□）方式为您提供申请的信息。");
    }

    [TestCase("refused", true)]
    [TestCase("partly-disclosed", true)]
    [TestCase("disclosed", false)]
    [Rule("HD-APP-19")]
    public void Remedies_AreNamedWhenRefused(string outcome, bool named) =>
        Lines($$"""{ "reply.outcome": "{{outcome}}" }""").Any(line => line.Contains("行政复议", StringComparison.Ordinal)).Should().Be(named);

    [TestCase("""{ "fees.charged": false }""", "（本次提供信息不收取费用。）")]
    [TestCase("""{ "reply.onTheSpot": true }""", "（所申请的信息已在答复时当场提供。）")]
    public void Remark_IsAddedWhenSo(string data, string remark)
    {
        Lines(data).Should().Contain(remark);
        Lines("{}").Should().NotContain(remark);
    }

    private static List<string> Lines(string data) => Sample.Paragraphs(Sample.BuiltIn("huadian.attachment-6", data));

    private static List<string> TickedBoxes(string data)
    {
        var lines = Lines(data).Where(line => !line.Contains("自行领取", StringComparison.Ordinal)).ToList();
        lines.Sum(line => line.Count(character => character is '☑' or '□')).Should().Be(AllBoxes.Length);
        return [.. AllBoxes.Where(box => lines.Exists(line => (line.EndsWith(box + "☑", StringComparison.Ordinal) && box.Length > 4) || line == box + "☑" || line.Contains($"{box}☑ ", StringComparison.Ordinal) || line.Contains($"{box}☑）", StringComparison.Ordinal)))];
    }
}
