using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Documents;

/// <summary>The form on which an agency is evaluated, 评议制度 第五条 and 第七条.</summary>
public class EvaluationFormTests
{
    private static readonly string[] Questions =
    [
        "政府信息公开的内容是否真实、准确",
        "政府信息公开的时间是否及时",
        "政府信息公开的程序是否符合规定",
        "政府信息公开的制度是否落实到位",
        "政府信息公开渠道、设施、措施是否便捷有效",
        "政府信息公开工作人员服务态度是否热情周到",
        "政府信息公开工作人员是否按照申请人要求的形式，提供有效的政府信息公开服务",
        "政府信息公开工作人员是否按照法规规定及时、准确、完整的提供政府信息",
        "政府信息公开工作人员是否按规定收费",
    ];

    [Test, Rule("HD-SOC-03")]
    public void Form_AsksTheNineQuestions_WithThreeGradesEach()
    {
        var cells = Sample.Cells(Sample.BuiltIn("huadian.evaluation-form"));
        cells[0].Should().Equal("序号", "评议内容", "满意", "基本满意", "不满意");
        cells.Skip(1).Select(row => row[1]).Should().Equal(Questions);
        cells.Skip(1).Should().OnlyContain(row => row.Skip(2).All(cell => cell == Sample.Open));
    }
}
