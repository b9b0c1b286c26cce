using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Documents;

/// <summary>附件4 中止受理信息申请程序告知单: every field and box of the printed form.</summary>
public class Attachment4Tests
{
    private static readonly string[] AllBoxes =
    [
        "要件不完备", "需要补正", "缺少身份证复印件", "缺少组织机构代码证复印件", "以及营业执照复印件", "身份证件不属实",
        "属于本行政机关已经主动公开的信息", "不属本行政机关公开范围", "该信息不存在",
    ];

    [Test, Rule("HD-APP-23")]
    public void Notice_HasEveryFieldAsPrinted()
    {
        var lines = Lines("{}");
        lines.Should().ContainInOrder(
            "桦甸市政府信息公开\n中止受理信息申请程序告知单",
            "编号：桦政公开〔2026〕12号",
            "申请人张三",
            "2026年9月24日，接到您关于2025年义务教育招生方案的申请，经初审，该申请属于中止受理信息申请程序范围，情况如下：",
            "中止受理信息申请程序理由",
            "情况告知",
            "要件不完备□",
            "1、申请表填写不完备，需要补正□",
            "2、个人申请缺少身份证复印件□",
            "3、法人或其他组织递交申请缺少组织机构代码证复印件□以及营业执照复印件□",
            "4、身份证件不属实□",
            "属于本行政机关已经主动公开的信息□",
            "请到桦甸市人民政府门户网站（www.huadian.gov.cn）、桦甸市政府信息公开网（http://218.62.86.138/zwdtSjgl）网上查阅，还可以在桦甸市档案局四楼管理科现行文件利用中心（桦甸市人民路37号）和本行政机关桦甸市政务大厅三楼政务公开指导科（信息科）进行现场查阅。",
            "不属本行政机关公开范围□",
            "该信息不存在□",
            "承办人：李四　咨询电话：0432-60000001",
            "投诉电话：上级行政机关（电话：0432-60000002）、监督机关（0432-60000003）、政府信息公开工作主管部门（0432-60000004）。",
            "桦甸市教育局",
            "2026年9月30日");
    }

    [Test, Rule("HD-APP-23")]
    public void Phones_WithoutOnesOfTheAgency_AreThosePrinted() =>
        Lines("""{ "agency": { "name": "桦甸市教育局" } }""")
            .Should().Contain("投诉电话：上级行政机关（电话：0432-66222307）、监督机关（0432-66222918）、政府信息公开工作主管部门（0432-66273392）。");

    [TestCase("form-incomplete", "需要补正")]
    [TestCase("citizen-id-copy-missing", "缺少身份证复印件")]
    [TestCase("organisation-code-copy-missing", "缺少组织机构代码证复印件")]
    [TestCase("business-licence-copy-missing", "以及营业执照复印件")]
    [TestCase("identity-not-genuine", "身份证件不属实")]
    [Rule("HD-APP-23"), Rule("HD-APP-04")]
    public void Reason_TicksItsOwnBoxOnly(string reason, string box) =>
        TickedBoxes($$"""{ "preliminary.result": "suspended", "suspension.reasons": ["{{reason}}"] }""").Should().Equal("要件不完备", box);

    [Test, Rule("HD-APP-23")]
    public void CodeAndLicence_BothMissing_TickTheSplitSentenceTwice() =>
        Lines("""{ "preliminary.result": "suspended", "suspension.reasons": ["organisation-code-copy-missing", "business-licence-copy-missing"] }""")
            .Should().Contain("3、法人或其他组织递交申请缺少组织机构代码证复印件☑以及营业执照复印件☑");

    [TestCase("already-public", "属于本行政机关已经主动公开的信息")]
    [TestCase("not-this-agency", "不属本行政机关公开范围")]
    [TestCase("not-found", "该信息不存在")]
    [Rule("HD-APP-05"), Rule("HD-APP-23")]
    public void Ending_TicksItsOwnBoxOnly_AndNamesRemedies(string result, string box)
    {
        var data = $$"""{ "preliminary.result": "{{result}}" }""";
        TickedBoxes(data).Should().Equal(box);
        Lines(data).Should().ContainSingle(line => line.Contains("举报", StringComparison.Ordinal)
            && line.Contains("行政复议", StringComparison.Ordinal) && line.Contains("行政诉讼", StringComparison.Ordinal));
    }

    [Test]
    public void NothingKnown_TicksNothing() => TickedBoxes("{}").Should().BeEmpty();

    [Test]
    public void Suspension_NamesNoRemedies_ButWhatToSupplement() =>
        Lines("""{ "preliminary.result": "suspended", "suspension.explanation": "请补交身份证复印件" }""")
            .Should().Contain("说明：请补交身份证复印件。").And.NotContain(line => line.Contains("行政复议", StringComparison.Ordinal));

    [Test, Rule("HD-APP-23")]
    public void AlreadyPublic_TellsWhere() =>
        Lines("""{ "preliminary.result": "already-public", "alreadyPublic.where": "市图书馆二楼查阅点" }""")
            .Should().Contain("市图书馆二楼查阅点").And.NotContain(line => line.Contains("人民路37号", StringComparison.Ordinal));

    [Test, Rule("HD-APP-23")]
    public void OtherAgency_IsNamedWithPhoneAndAddress() =>
        Lines("""{ "preliminary.result": "not-this-agency", "otherAgency.ascertainable": true, "otherAgency.name": "桦甸市民政局", "otherAgency.phone": "0432-9", "otherAgency.address": "光明街2号" }""")
            .Should().Contain("掌握该信息的行政机关为：桦甸市民政局，联系电话：0432-9，地址：光明街2号");

    [Test, Rule("HD-APP-23")]
    public void OtherAgency_NotAscertainable_IsSaid() =>
        Lines("""{ "preliminary.result": "not-this-agency", "otherAgency.ascertainable": false }""")
            .Should().Contain("经查，无法确定掌握该信息的行政机关。");

    [Test]
    public void OtherAgency_Unknown_LeavesRoomToWrite() =>
        Lines("{}").Should().ContainSingle(line => line.StartsWith("掌握该信息的行政机关为：　　", StringComparison.Ordinal));

    private static List<string> Lines(string data) => Sample.Paragraphs(Sample.BuiltIn("huadian.attachment-4", data));

    private static List<string> TickedBoxes(string data)
    {
        var text = string.Join("\n", Lines(data));
        text.Count(character => character is '☑' or '□').Should().Be(AllBoxes.Length);
        return [.. AllBoxes.Where(box => text.Contains(box + "☑", StringComparison.Ordinal))];
    }
}
