using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Documents;

/// <summary>The forms of the institutions: each is written for Word and as a page, opened again, and says what it must, under its number.</summary>
public class FormTests
{
    private const string Entry = """{ "title": "供货合同", "description": "食堂供货价格", "reason": "商业秘密", "madeOn": "2025-06-02", "madeBy": "桦甸市教育局", "documentNumber": "桦教字〔2025〕9号", "secrecyLevel": "secret" }""";

    private static IEnumerable<TestCaseData> Forms =>
    [
        Form("huadian.attachment-6", "HD-APP-17",
            """{ "reply.outcome": "disclosed", "fees.charged": true, "fees.basis": "收费办法", "fees.basisNumber": "财综〔2008〕44", "fees.search": 2, "fees.copying": 3.5, "fees.postage": 12, "fees.total": 17.5, "fees.payBy": "2026-10-15", "fees.place": "政务大厅三楼" }""",
            "检索费用2.00元", "复制费用3.50元", "邮寄费用12.00元", "以上费用共计17.50元", "请于2026年10月15日到本行政机关（地址：政务大厅三楼）交齐"),
        Form("huadian.consultation-letter", "HD-APP-11", """{ "party.name": "丙公司", "party.address": "吉林市", "matter": "投标报价", "interest": "commercial-secret", "sentOn": "2026-09-29" }""",
            "丙公司：", "（地址：吉林市）", "商业秘密", "投标报价。", "□同意公开　□不同意公开", "2026年9月29日"),
        Form("huadian.right-holder-letter", "HD-SEC-14", """{ "party.name": "丙公司", "matter": "供货价格", "interest": "commercial-secret" }""", "丙公司：", "供货价格。", "□同意公开　□不同意公开"),
        Form("baicheng.consultation-letter", "BC-APP-02", """{ "party.name": "丙公司", "matter": "投标报价", "interest": "commercial-secret" }""", "丙公司：", "投标报价。", "视作不同意公开"),
        Form("huadian.extension-notice", "HD-APP-10", """{ "extension.days": 15, "extension.reason": "需要检索大量档案" }""", "张三：", "因需要检索大量档案", "延长15个工作日", "2026年10月22日前"),
        Form("huadian.attachment-4", "HD-APP-04", """{ "preliminary.result": "suspended", "suspension.reasons": ["form-incomplete"] }""", "要件不完备☑", "申请表填写不完备，需要补正☑", "承办人：李四", "咨询电话：0432-60000001"),
        Form("huadian.force-majeure-suspended", "HD-APP-13", """{ "forceMajeure.cause": "force-majeure", "forceMajeure.reason": "洪水" }""", "因不可抗力（洪水）", "期限自2026年9月30日起中止计算"),
        Form("huadian.force-majeure-resumed", "HD-APP-13", """{ "forceMajeure.endReason": "洪水已退" }""", "（洪水已退）", "期限自2026年9月30日起继续计算"),
        Form("huadian.register-sheet", "HD-NDF-02", $$"""{ "filing.period": "first", "entries": [{{Entry}}], "check.levelled": true, "check.reviewer": "周八" }""",
            "供货合同（桦教字〔2025〕9号）", "食堂供货价格", "商业秘密（机密）", "2025年6月2日", "审核人：周八"),
        Form("huadian.filing-form", "HD-NDF-03", $$"""{ "filing.period": "first", "filing.level": "collector", "entries": [{{Entry}}] }""", "桦甸市政务公开办公室：", "汇总报备如下", "供货合同（桦教字〔2025〕9号）", "食堂供货价格"),
        Form("baicheng.non-disclosure-filing", "BC-NDF-01", $$"""{ "filing.recipient": "白城市政务公开办", "entries": [{{Entry}}], "secrecyGroup.opinion": "同意" }""", "白城市政务公开办：", "供货合同", "桦教字〔2025〕9号", "2025年6月2日", "同意。"),
        Form("huadian.disclosure-order", "HD-NDF-04", """{ "parent": { "agency": { "name": "桦甸市教育局" } }, "rejected": [{ "title": "供货合同", "why": "价格已经公示", "documentNumber": "9号", "madeBy": "桦甸市教育局" }] }""",
            "桦甸市教育局：", "供货合同（9号）", "价格已经公示", "现责令公开"),
        Form("huadian.hand-over-record", "HD-DEL-04",
            """{ "parent": { "agency": { "name": "桦甸市卫生局" } }, "information.title": "招生方案", "information.documentNumber": "9号", "receipt.originals": 2, "receipt.electronic": true, "receipt.deliverer": "钱七", "receipt.receiver": "赵六", "receipt.confirmedOn": "2026-10-08" }""",
            "桦甸市卫生局", "桦甸市教育局", "招生方案", "9号", "2份", "☑收到", "钱七", "赵六", "2026年10月8日", "交接双方各执一份"),
        Form("huadian.coordination-application", "HD-COO-04",
            """{ "information.title": "物价公报", "application.matter": "能否发布", "application.ownCoordination": "协商两次", "application.dispute": "口径不一", "application.other": "急需发布" }""",
            "“物价公报”", "能否发布。", "协商两次。", "口径不一。", "急需发布。"),
        Form("baicheng.legality-review-opinion", "BC-NRM-03", """{ "normative.title": "商贸流通管理办法", "review.conclusion": "lawful", "review.opinion": "没有违反上位法" }""", "“商贸流通管理办法”", "可以提请局长办公会审议", "没有违反上位法。", "政策法规科"),
        Form("huadian.spokesperson-form", "HD-SPK-01",
            """{ "level": "department", "spokesperson.name": "郑十", "spokesperson.post": "leader-in-charge", "spokesperson.suitable": true, "liaison.name": "冯一", "liaison.phone": "0432-1", "change.reason": "工作调动" }""",
            "郑十", "冯一", "0432-1", "☑已经核实具备", "工作调动"),
        Form("huadian.spokesperson-receipt", "HD-SPK-01", """{ "parent": { "agency": { "name": "桦甸市卫生局" } }, "spokesperson.name": "郑十", "liaison.name": "冯一", "liaison.phone": "0432-1" }""", "桦甸市卫生局：", "新闻发言人郑十", "联络员冯一（联系电话：0432-1）"),
        Form("huadian.press-authorisation", "HD-SPK-02", """{ "release.subject": "招生政策", "authorisation.scope": "招生范围", "release.lines": "划片就近", "release.departments": "市公安局" }""", "“招生政策”", "招生范围。", "划片就近。", "市公安局。"),
        Form("huadian.press-record", "HD-SPK-02", """{ "release.subject": "招生政策", "release.releasedOn": "2026-03-06", "evaluation.effect": "报道12篇", "evaluation.lessons": "准备图解" }""", "招生政策", "2026年3月6日", "报道12篇", "准备图解"),
        Form("huadian.marking-sheet", "HD-SEC-09",
            """{ "information.title": "安全方案", "information.documentNumber": "1号", "information.madeOn": "2026-01-12", "information.madeBy": "安全科", "secrecy.isSecret": true, "secrecy.until": "2036-01-12", "attribute.reason": "国家秘密", "reviewer": "孙七" }""",
            "安全方案", "1号", "2026年1月12日　安全科", "★2036年1月12日解密", "国家秘密", "孙七"),
        Form("huadian.declassification-report", "HD-SEC-09", """{ "items": [{ "title": "安全方案", "documentNumber": "1号", "level": "secret", "madeOn": "2026-01-12", "until": "2036-01-12" }], "summary": "逐条梳理完毕" }""",
            "安全方案（1号）", "机密", "2026年1月12日", "2036年1月12日", "逐条梳理完毕。"),
        Form("huadian.declassification-notice", "HD-SEC-09",
            """{ "item.title": "安全方案", "item.madeBy": "安全科", "item.madeOn": "2026-01-12", "declassification.reason": "方案已经停用", "declassification.on": "2026-09-30", "verdict.reason": "涉及个人隐私", "reviewer": "孙七" }""",
            "安全科于2026年1月12日形成的“安全方案”", "自2026年9月30日起解密", "方案已经停用。", "理由：涉及个人隐私。", "孙七"),
        Form("huadian.inspection-report", "HD-SEC-11",
            """{ "items": [{ "title": "招生方案", "documentNumber": "9号", "agency": "huadian.bureau", "publishedOn": "2026-03-06" }], "openness.inspector": "吴九", "openness.opinion": "无", "supervision.inspector": "郑十", "supervision.opinion": "无异议", "summary": "责成补救一条" }""",
            "招生方案（9号）", "2026年3月6日", "（吴九）的意见：无。", "（郑十）的意见：无异议。", "责成补救一条。"),
        Form("huadian.remedial-order", "HD-SEC-11",
            """{ "parent": { "agency": { "name": "桦甸市国家保密局" } }, "information.title": "招生方案", "description": "列有住址", "demands": "撤下附件", "remedy.by": "2026-10-08", "remedy.shortcomings": "仍有快照" }""",
            "桦甸市教育局：", "“招生方案”", "列有住址。", "撤下附件。", "至迟于2026年10月8日前", "仍有快照。", "桦甸市国家保密局"),
        Form("huadian.implementing-rules-form", "HD-APP-26",
            """{ "rules.title": "实施细则", "rules.adoptedOn": "2026-02-27", "rules.content": "办公室受理", "office.name": "局办公室", "office.address": "人民路1号", "office.hours": "8:30", "office.phone": "1", "office.fax": "2", "office.email": "a@example.cn", "office.workflow": "登记至答复", "office.promise": "当场答复", "guide.printed": true }""",
            "实施细则（2026年2月27日）", "办公室受理", "局办公室", "人民路1号", "8:30", "a@example.cn", "登记至答复", "当场答复", "☑以上各项已编入"),
        Form("huadian.implementing-rules-receipt", "HD-APP-26", """{ "parent": { "agency": { "name": "桦甸市卫生局" } }, "rules.title": "实施细则", "rules.adoptedOn": "2026-02-27", "office.name": "局办公室" }""", "桦甸市卫生局：", "“实施细则”", "2026年2月27日", "受理机构为局办公室。"),
        Form("huadian.application-report", "HD-APP-26",
            """{ "level": "collector", "registered": [{ "case": "桦依申〔2026〕1号", "registeredOn": "2026-03-02", "applicantKind": "citizen" }], "answered": [{ "case": "桦依申〔2026〕1号", "registeredOn": "2026-03-02", "occurredOn": "2026-03-20", "outcome": "refused" }], "summary": "登记1件", "problems": "无" }""",
            "及所属机关", "桦依申〔2026〕1号", "2026年3月2日", "公民", "2026年3月20日", "不予公开", "登记1件。", "无。"),
    ];

    [TestCaseSource(nameof(Forms))]
    public void Form_SaysWhatItMust_InBothFormats(string id, string data, string[] says)
    {
        var document = Sample.BuiltIn(id, data);
        var (word, page) = (string.Join("\n", Sample.Paragraphs(document)), Sample.HtmlText(document));
        foreach (var text in says.Append("桦政公开〔2026〕12号"))
        {
            word.Should().Contain(text, "{0} for Word", id);
            page.Should().Contain(text, "{0} as a page", id);
        }
    }

    [Test]
    public void EveryForm_IsADocumentOfAProcedure()
    {
        var issued = ProcedureCatalogue.Embedded.Latest.SelectMany(latest => latest.Definition.Documents).ToLookup(document => document.Template);
        foreach (var id in Forms.Select(form => (string)form.Arguments[0]!))
            issued[id].Should().NotBeEmpty("{0} is issued", id).And.OnlyContain(document => document.Number != null || document.NumberOf != null);
    }

    private static TestCaseData Form(string id, string rule, string data, params string[] says) =>
        new TestCaseData(id, data, says).SetArgDisplayNames(id, rule);
}
