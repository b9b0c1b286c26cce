using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Documents;

/// <summary>The other letters: what each must say.</summary>
public class NoticeTests
{
    [TestCase("huadian.receipt", "政府信息公开申请登记回执", "登记编号为桦依申〔2026〕7号")]
    [TestCase("huadian.receipt", "政府信息公开申请登记回执", "收到您（单位）提出的政府信息公开申请，并于2026年9月25日予以登记")]
    [TestCase("huadian.receipt", "政府信息公开申请登记回执", "本机关将于2026年10月22日前作出书面答复")]
    [TestCase("huadian.notice-disclosed", "政府信息公开告知书", "该信息可以公开")]
    [TestCase("huadian.notice-partly-disclosed", "政府信息部分公开告知书", "能够作区分处理")]
    [TestCase("huadian.notice-refused", "政府信息不予公开告知书", "该信息不予公开")]
    [TestCase("huadian.notice-not-this-agency", "非本机关政府信息告知书", "不属于本机关公开的范围")]
    [TestCase("huadian.notice-not-found", "政府信息不存在告知书", "该信息不存在")]
    [TestCase("huadian.notice-correction", "政府信息公开申请补正告知书", "以上为需要更改、补充的全部内容")]
    [Rule("HD-APP-14")]
    public void Notice_SaysWhatItIsFor(string id, string title, string says)
    {
        var document = Sample.BuiltIn(id);
        document.Title.Should().Be(title);
        Text(id, "{}").Should().Contain(title).And.Contain(says).And.Contain("2025年义务教育招生方案").And.Contain("桦甸市教育局");
    }

    [TestCase("huadian.notice-partly-disclosed")]
    [TestCase("huadian.notice-refused")]
    [TestCase("huadian.notice-not-this-agency")]
    [TestCase("huadian.notice-not-found")]
    [Rule("HD-APP-19")]
    public void RefusingNotice_NamesAllRemedies(string id) =>
        Text(id, "{}").Should().Contain("举报").And.Contain("行政复议").And.Contain("行政诉讼");

    [Test, Rule("HD-APP-19")]
    public void Remedies_OfTheCase_ReplaceThoseOfTheTemplate() =>
        Text("huadian.notice-refused", """{ "notice.remedies": "可以向省政府申请行政复议" }""").Should().Contain("可以向省政府申请行政复议。").And.NotContain("举报");

    [TestCase("state-secret", "属于国家秘密。")]
    [TestCase("security-or-stability", "公开后危及国家安全、公共安全、经济安全、社会稳定。")]
    [TestCase("commercial-secret", "涉及商业秘密。")]
    [TestCase("personal-privacy", "涉及个人隐私。")]
    [TestCase("approval-refused", "按国家规定需要批准，经市发展改革局审定不予公开。")]
    [TestCase("third-party-objects", "涉及第三方，第三方不同意公开，并且本行政机关认为也不应公开。")]
    [TestCase("unrelated-to-needs", "与本人生产、生活、科研等特殊需要无关。")]
    [Rule("HD-APP-14")]
    public void Refusal_GivesItsGround(string ground, string says) =>
        Text("huadian.notice-refused", $$"""{ "reply.grounds": ["{{ground}}"], "approval.department": "市发展改革局", "objection.agencyFinding": "agrees" }""")
            .Should().Contain(says);

    [Test]
    public void Refusal_GivesAllGroundsAndReasons() =>
        Text("huadian.notice-refused", """{ "reply.grounds": ["commercial-secret", "personal-privacy"], "reply.reasons": "含报价和住址", "objection.agencyReasons": "理由甲" }""")
            .Should().Contain("涉及商业秘密；涉及个人隐私。").And.Contain("理由：含报价和住址。").And.Contain("本行政机关对第三方意见的认定：理由甲。");

    [Test]
    public void Disclosure_AnswersEachRequest_AndTellsWhenAndHow()
    {
        const string Data = """
            {
              "reply.items": [{ "request": "方案", "answer": "见附件1" }, { "request": "人数", "answer": "见附件2" }],
              "delivery.way": "email", "delivery.by": "2026-10-20", "delivery.asRequested": false, "delivery.otherForm": "copies", "delivery.otherFormReason": "原件不宜邮寄"
            }
            """;
        Sample.Cells(Sample.BuiltIn("huadian.notice-disclosed", Data))[1..].Should().BeEquivalentTo(
            [new[] { "1", "方案", "见附件1" }, ["2", "人数", "见附件2"]], options => options.WithStrictOrdering());
        Text("huadian.notice-disclosed", Data).Should()
            .Contain("本机关将于2026年10月20日前，以下列方式提供上述信息：□邮寄　□快递　☑电子邮件　□传真　□自行领取。")
            .And.Contain("改为：提供复制件。原因：原件不宜邮寄。");
    }

    [Test]
    public void AlreadyPublic_TellsTheWay() =>
        Text("huadian.notice-disclosed", """{ "reply.outcome": "already-public", "alreadyPublic.where": "市政府网站" }""")
            .Should().Contain("属于主动公开的范围").And.Contain("获取的方式和途径为：市政府网站。").And.NotContain("该信息可以公开");

    [Test]
    public void OtherAgency_IsNamed_OrSaidToBeUnknown()
    {
        Text("huadian.notice-not-this-agency", """{ "otherAgency.name": "民政局", "otherAgency.phone": "1", "otherAgency.address": "某路" }""")
            .Should().Contain("该信息的公开机关为：民政局，联系电话：1，地址：某路。");
        Text("huadian.notice-not-this-agency", """{ "otherAgency.ascertainable": false }""").Should().Contain("无法确定该信息的公开机关").And.NotContain("请您（单位）向该机关");
    }

    [Test, Rule("HD-APP-10")]
    public void Extension_NamesDaysReasonAndNewDate() =>
        Text("huadian.extension-notice", """{ "extension.days": 15, "extension.reason": "需要检索大量档案" }""")
            .Should().Contain("因需要检索大量档案，").And.Contain("延长15个工作日").And.Contain("2026年10月22日前作出答复");

    [Test, Rule("HD-APP-13")]
    public void ForceMajeure_SuspensionAndResumption_AreNotified()
    {
        Text("huadian.force-majeure-suspended", """{ "forceMajeure.cause": "force-majeure", "forceMajeure.reason": "洪水" }""")
            .Should().Contain("因不可抗力（洪水），").And.Contain("期限自2026年9月30日起中止计算");
        Text("huadian.force-majeure-resumed", """{ "forceMajeure.endReason": "洪水已退" }""")
            .Should().Contain("（洪水已退）").And.Contain("继续计算").And.Contain("2026年10月22日前作出答复");
        Text("huadian.force-majeure-resumed", """{ "clocks": {} }""").Should().NotContain("前作出答复");
    }

    [Test, Rule("HD-APP-11"), Rule("HD-APP-12")]
    public void Consultation_NamesPeriodAndWhatSilenceMeans() =>
        Text("huadian.consultation-letter", """{ "party.name": "丙公司", "matter": "投标报价", "interest": "commercial-secret", "sentOn": "2026-09-29" }""")
            .Should().Contain("丙公司：").And.Contain("投标报价").And.Contain("商业秘密").And.Contain("自收到本意见书之日起15个工作日内")
            .And.Contain("未作答复的，视作同意公开").And.Contain("2026年9月29日").And.NotContain("张三", "the third party is not told who asked");

    [Test, Rule("HD-SEC-07")]
    public void Override_GivesEachRightHolderAPageThatNamesNoOther()
    {
        var document = Sample.BuiltIn("huadian.override-notice", """{ "override.rightHolders": [{ "name": "甲公司", "address": "甲路" }, { "name": "乙公司", "address": "乙路" }], "override.content": "排放数据", "override.reasons": "公众健康" }""");
        var pages = document.ToHtml().Split("<h1 class=\"new-page\">");
        pages.Should().HaveCount(2);
        pages[0].Should().Contain("甲公司").And.Contain("甲路").And.NotContain("乙公司").And.NotContain("乙路");
        pages[1].Should().Contain("乙公司").And.Contain("乙路").And.NotContain("甲公司");
        pages.Should().OnlyContain(page => page.Contains("排放数据", StringComparison.Ordinal) && page.Contains("公众健康", StringComparison.Ordinal));
    }

    [Test]
    public void Consultation_SaysWhatSilenceMeans_WhereTheProcedureApplies()
    {
        const string Data = """{ "party.name": "丙公司", "matter": "投标报价", "interest": "commercial-secret" }""";
        Text("baicheng.consultation-letter", Data).Should().Contain("15个工作日内未作答复的，视作不同意公开。").And.Contain("涉及您（单位）的商业秘密");
        Text("national-2019.consultation-letter", Data).Should().Contain("15个工作日内提出意见").And.Contain("由本机关依照《中华人民共和国政府信息公开条例》的规定决定是否公开");
        Text("national-2019.agency-consultation-letter", """{ "agencyName": "民政局", "matter": "方案" }""").Should().Contain("民政局：").And.Contain("逾期未提出意见的，视为同意公开");
    }

    [TestCase("baicheng.reply", "disclosed", "该信息可以公开", false)]
    [TestCase("baicheng.reply", "partly-disclosed", "部分内容不予公开", true)]
    [TestCase("baicheng.reply", "refused", "该信息不予公开", true)]
    [TestCase("baicheng.reply", "already-public", "已经主动公开", false)]
    [TestCase("baicheng.reply", "not-this-agency", "不属于我局负责公开", true)]
    [TestCase("baicheng.reply", "not-found", "该信息不存在", true)]
    [TestCase("national-2019.reply", "disclosed", "该信息可以公开", false)]
    [TestCase("national-2019.reply", "partly-disclosed", "能够作区分处理", true)]
    [TestCase("national-2019.reply", "refused", "决定不予公开", true)]
    [TestCase("national-2019.reply", "already-public", "已经主动公开", false)]
    [TestCase("national-2019.reply", "not-found", "该政府信息不存在", true)]
    [TestCase("national-2019.reply", "not-this-agency", "不属于本行政机关负责公开", true)]
    [TestCase("national-2019.reply", "repeat", "不予重复处理", true)]
    [TestCase("national-2019.reply", "special-rules", "有特别规定", true)]
    public void Reply_SaysItsOutcomeOnly_AndRemediesWhereRefused(string id, string outcome, string says, bool refuses)
    {
        var text = Text(id, $$"""{ "reply.outcome": "{{outcome}}" }""");
        text.Should().Contain(says).And.NotContain("答复如下");
        text.Contains("行政复议", StringComparison.Ordinal).Should().Be(refuses);
    }

    /// <summary>行政复议法（2023年）第二十三条: where information is withheld, reconsideration comes before a lawsuit, and the reply says so.</summary>
    [TestCase("refused", true)]
    [TestCase("partly-disclosed", true)]
    [TestCase("not-found", false)]
    public void National_reply_names_reconsideration_first_where_information_is_withheld(string outcome, bool first) =>
        Text("national-2019.reply", $$"""{ "reply.outcome": "{{outcome}}" }""").Contains("先申请行政复议", StringComparison.Ordinal).Should().Be(first);

    [TestCase("baicheng.reply", "state-secret", "涉及国家秘密。")]
    [TestCase("baicheng.reply", "commercial-secret", "涉及商业秘密。")]
    [TestCase("baicheng.reply", "personal-privacy", "涉及个人隐私。")]
    [TestCase("baicheng.reply", "security-or-stability", "可能危及国家安全、公共安全、经济安全、社会稳定。")]
    [TestCase("national-2019.reply", "forbidden-by-law", "法律、行政法规禁止公开。")]
    [TestCase("national-2019.reply", "internal-affairs", "内部事务信息。")]
    [TestCase("national-2019.reply", "process-information", "过程性信息。")]
    [TestCase("national-2019.reply", "enforcement-file", "行政执法案卷信息。")]
    [TestCase("national-2019.reply", "needs-processing", "加工、分析。")]
    public void Reply_GivesItsGround(string id, string ground, string says) =>
        Text(id, $$"""{ "reply.outcome": "refused", "reply.grounds": ["{{ground}}"], "reply.reasons": "因故" }""").Should().Contain(says).And.Contain("说明：因故。");

    [Test]
    public void Correction_Of2019_NamesItsLastDay_AndWhatFollows() =>
        Text("national-2019.correction-notice", """{ "correction.points": "请写明文号", "correction.by": "2026-10-12" }""")
            .Should().Contain("请写明文号。").And.Contain("请于2026年10月12日前补正").And.Contain("视为放弃申请");

    private static string Text(string id, string data) => string.Join("\n", Sample.Paragraphs(Sample.BuiltIn(id, data)));
}
