using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Documents;

/// <summary>附件5 信息申请受理单: every field of the printed form.</summary>
public class Attachment5Tests
{
    [Test, Rule("HD-APP-23")]
    public void Notice_HasEveryFieldAsPrinted() =>
        Sample.Paragraphs(Sample.BuiltIn("huadian.attachment-5")).Where(line => line.Length > 0).Should().Equal(
            "桦甸市政府信息公开申请受理单",
            "编号：桦政公开〔2026〕12号",
            "申请人张三",
            "2026年9月24日，接到您关于2025年义务教育招生方案的申请，经初审，基本符合条件。",
            "根据《中华人民共和国政府信息公开条例》规定，本行政机关将于2026年10月22日前给您答复。",
            "承办人：李四　咨询电话：0432-60000001",
            "投诉电话：上级行政机关（电话：0432-60000002）、监督机关（0432-60000003）、政府信息公开工作主管部门（0432-60000004）。",
            "桦甸市教育局",
            "2026年9月30日");

    [Test, Rule("HD-APP-23")]
    public void Officer_NotNamed_IsWhoActed() =>
        Sample.Paragraphs(Sample.BuiltIn("huadian.attachment-5", """{ "handling.officer": null }"""))
            .Should().Contain("承办人：经办甲　咨询电话：0432-60000001");

    [Test, Rule("HD-APP-23")]
    public void ReplyDate_Unknown_LeavesRoomToWrite() =>
        Sample.Paragraphs(Sample.BuiltIn("huadian.attachment-5", """{ "clocks": {} }"""))
            .Should().Contain("根据《中华人民共和国政府信息公开条例》规定，本行政机关将于　　　　年　　月　　日前给您答复。");
}
