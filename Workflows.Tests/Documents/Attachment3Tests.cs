using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Documents;

/// <summary>附件3 桦甸市政府信息公开申请表: every field and box of the printed form.</summary>
public class Attachment3Tests
{
    private const string Citizen = """
        {
          "applicant.kind": "citizen", "applicant.name": "张三", "applicant.employer": "第一中学", "applicant.idType": "居民身份证",
          "applicant.idNumber": "220282199001011234", "applicant.address": "人民路37号", "applicant.postcode": "132400",
          "applicant.phone": "13800000000", "applicant.email": "a@example.org", "applicant.signed": true
        }
        """;

    private const string Organisation = """
        {
          "applicant.kind": "organisation", "applicant.name": "甲公司", "applicant.organisationCode": "91220282",
          "applicant.licence": "220282000001", "applicant.legalRepresentative": "王五", "applicant.contactName": "赵六",
          "applicant.contactPhone": "0432-1", "applicant.contactEmail": "b@example.org"
        }
        """;

    [Test, Rule("HD-APP-02")]
    public void Form_HasEveryLabelInPrintedOrder()
    {
        var labels = Sample.Cells(Sample.BuiltIn("huadian.attachment-3")).SelectMany(row => row).Where(cell => cell.Length > 0).ToList();
        labels.Should().ContainInOrder(
            "公民", "姓名", "工作单位", "证件名称", "证件号码", "通信地址", "邮政编码", "联系电话", "电子邮箱",
            "法人/其它组织", "名称", "组织机构代码", "营业执照信息", "法人代表", "联系人姓名", "联系人电话", "联系人电子邮箱",
            "申请人签名或者盖章", "申请时间", "所需信息情况", "所需信息的内容描述", "选　填　部　分", "所需信息的索取号", "所需信息的用途");
        Sample.Paragraphs(Sample.BuiltIn("huadian.attachment-3"))[0].Should().Be("桦甸市政府信息公开申请表");
    }

    [TestCase("姓名", "张三")]
    [TestCase("工作单位", "第一中学")]
    [TestCase("证件名称", "居民身份证")]
    [TestCase("证件号码", "220282199001011234")]
    [TestCase("通信地址", "人民路37号")]
    [TestCase("邮政编码", "132400")]
    [TestCase("联系电话", "13800000000")]
    [TestCase("电子邮箱", "a@example.org")]
    [TestCase("名称", "")]
    [TestCase("申请人签名或者盖章", "（已签名或者盖章）")]
    [TestCase("申请时间", "2026年9月23日")]
    [TestCase("所需信息的内容描述", "2025年义务教育招生方案")]
    [Rule("HD-APP-02")]
    public void Citizen_StandsBesideLabel(string label, string value) => Beside(label, Citizen).Should().Be(value);

    [TestCase("姓名", "")]
    [TestCase("名称", "甲公司")]
    [TestCase("组织机构代码", "91220282")]
    [TestCase("营业执照信息", "220282000001")]
    [TestCase("法人代表", "王五")]
    [TestCase("联系人姓名", "赵六")]
    [TestCase("联系人电话", "0432-1")]
    [TestCase("联系人电子邮箱", "b@example.org")]
    [Rule("HD-APP-02")]
    public void Organisation_StandsBesideLabel(string label, string value) => Beside(label, Organisation).Should().Be(value);

    [TestCase("所需信息的索取号", """{ "request.indexNumber": "HD-2025-1" }""", "HD-2025-1")]
    [TestCase("所需信息的用途", """{ "request.purpose": "子女入学" }""", "子女入学")]
    [Rule("HD-APP-02")]
    public void OptionalField_StandsBesideLabel(string label, string data, string value)
    {
        Beside(label, data).Should().Be(value);
        Beside(label, "{}").Should().BeEmpty();
    }

    [TestCase("""{ "request.feeReduction": true }""", "☑申请。请提供相关证明")]
    [TestCase("""{ "request.feeReduction": true }""", "□不")]
    [TestCase("""{ "request.feeReduction": false }""", "□申请。请提供相关证明")]
    [TestCase("""{ "request.feeReduction": false }""", "☑不")]
    [TestCase("{}", "□申请。请提供相关证明")]
    [TestCase("{}", "□不")]
    [TestCase("""{ "request.otherFormAccepted": true }""", "☑若本机关无法按照指定方式提供所需信息，也可接受其他方式")]
    [TestCase("""{ "request.otherFormAccepted": false }""", "□若本机关无法按照指定方式提供所需信息，也可接受其他方式")]
    [Rule("HD-APP-02")]
    public void Box_FollowsAnswer(string data, string line) => Lines(data).Should().Contain(line);

    [TestCase("request.media", "paper", "纸面")]
    [TestCase("request.media", "email", "电子邮件")]
    [TestCase("request.media", "cd", "光盘")]
    [TestCase("request.media", "disk", "磁盘")]
    [TestCase("request.delivery", "mail", "邮寄")]
    [TestCase("request.delivery", "email", "电子邮件")]
    [TestCase("request.delivery", "fax", "传真")]
    [TestCase("request.delivery", "collection", "自行领取")]
    [Rule("HD-APP-02")]
    public void Choice_TicksItsOwnBoxOnly(string field, string value, string label)
    {
        Boxes("{}").Should().HaveCount(8).And.OnlyContain(line => line.StartsWith(Sample.Open));
        var boxes = Boxes($$"""{ "{{field}}": ["{{value}}"] }""");
        boxes.Where(line => line.StartsWith(Sample.Ticked)).Should().Equal($"☑{label}");
        boxes.Should().HaveCount(8);
    }

    [Test, Rule("HD-APP-02")]
    public void SeveralChoices_AreAllTicked() =>
        Boxes("""{ "request.media": ["paper", "disk"], "request.delivery": ["mail", "fax"] }""")
            .Where(line => line.StartsWith(Sample.Ticked)).Should().Equal("☑纸面", "☑磁盘", "☑邮寄", "☑传真");

    [Test]
    public void Enclosures_AndTranscriber_StandBelow() =>
        Sample.Paragraphs(Sample.BuiltIn("huadian.attachment-3", """{ "enclosures": ["id-copy", "fee-reduction-proof"], "transcribedBy": "李四" }"""))
            .Should().Contain(["随附材料：身份证复印件、申请减免费用的证明", "申请人口头提出，由桦甸市教育局李四代为填写。"]);

    private static string Beside(string label, string data)
    {
        var row = Sample.Cells(Sample.BuiltIn("huadian.attachment-3", data)).Single(cells => cells.Contains(label));
        return row[row.IndexOf(label) + 1];
    }

    private static List<string> Lines(string data) => Sample.Paragraphs(Sample.BuiltIn("huadian.attachment-3", data));

    private static List<string> Boxes(string data)
    {
        var lines = Lines(data);
        return [.. lines.SkipWhile(line => line != "所需信息的指定提供方式（可多选）").Where(line => line.Length > 0 && line[0] is '☑' or '□').Where(line => !line.Contains("若本机关", StringComparison.Ordinal))];
    }
}
