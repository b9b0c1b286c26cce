using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Documents;

namespace Workflows.Tests.Documents;

public class TemplateReaderTests
{
    [TestCase("<p>{{ a </p>", 1, 4, "“{{”没有结束")]
    [TestCase("<p>{{ a <b> {{ b }}</p>", 1, 4, "在下一个花括号之前没有结束")]
    [TestCase("<p>\n{% if a %}x</p>", 2, 1, "{% if %} 没有结束")]
    [TestCase("<p>{% if a %}x{% endfor %}{% endif %}</p>", 1, 15, "{% if %} 尚未结束就写了 {% endfor %}")]
    [TestCase("<p>{% endif %}</p>", 1, 4, "没有与之相应的开始标签")]
    [TestCase("<p>{% else %}</p>", 1, 4, "不在 if、unless、for、case 之中")]
    [TestCase("<p>{% if a >< b %}{% endif %}</p>", 1, 4, "无法读懂")]
    [TestCase("<p>{% if a > 3 %}{% endif %}</p>", 1, 4, "无法读懂")]
    [TestCase("<p>{% if a == %}{% endif %}</p>", 1, 4, "无法读懂")]
    [TestCase("<p>{% for x in (1..5) %}{% endfor %}</p>", 1, 4, "无法读懂")]
    [TestCase("<p>{% include 'other' %}</p>", 1, 4, "不认识的标签 {% include %}")]
    [TestCase("<p>{% capture a %}{% endcapture %}</p>", 1, 4, "不认识的标签 {% capture %}")]
    [TestCase("<p>{% raw %}</p>", 1, 4, "不认识的标签 {% raw %}")]
    [TestCase("<p>{% assign a b %}</p>", 1, 4, "无法读懂")]
    [TestCase("<p>{{ a.b | shout }}</p>", 1, 4, "不认识的过滤器“shout”")]
    [TestCase("<p>{{ a | append: 'x' }}</p>", 1, 4, "不认识的过滤器“append”")]
    [TestCase("<p>{{ a | date_zh: 'x' }}</p>", 1, 4, "不能带 1 个值")]
    [TestCase("<p>{{ a | default }}</p>", 1, 4, "不能带 0 个值")]
    [TestCase("<p>{{ a.b() }}</p>", 1, 4, "无法读懂")]
    [TestCase("<p>{{ }}</p>", 1, 4, "无法读懂")]
    [TestCase("<p>a { b</p>", 1, 6, "单个花括号")]
    [TestCase("<p>{% comment %} x</p>", 1, 4, "注释没有结束")]
    [TestCase("<p>a</p>\n<div>b</div>", 2, 1, "不能使用 <div>")]
    [TestCase("<p><script>x</script></p>", 1, 4, "不能使用 <script>")]
    [TestCase("<p><img src=\"x\"/></p>", 1, 4, "不能使用 <img>")]
    [TestCase("<p onclick=\"x\">a</p>", 1, 1, "<p> 不能使用 onclick=\"x\"")]
    [TestCase("<p style=\"color:red\">a</p>", 1, 1, "<p> 不能使用")]
    [TestCase("<p class=\"huge\">a</p>", 1, 1, "<p> 不能使用 class=\"huge\"")]
    [TestCase("<p class=\"{{ a }}\">a</p>", 1, 1, "“<”之后不是能读懂的标记")]
    [TestCase("<p class=center>a</p>", 1, 1, "“<”之后不是能读懂的标记")]
    [TestCase("<p>a", 1, 1, "<p> 没有结束")]
    [TestCase("<p>a</h1>", 1, 5, "<p> 尚未结束就写了 </h1>")]
    [TestCase("<p>a</p></p>", 1, 9, "没有与 </p> 相应的开始标记")]
    [TestCase("a<p></p>", 1, 1, "文字不在任何段落之中")]
    [TestCase("<table>{{ a }}</table>", 1, 8, "文字直接写在 <table> 之中")]
    [TestCase("<table><td>a</td></table>", 1, 8, "<td> 不能写在 <table> 之中")]
    [TestCase("<table><tr><td colspan=\"0\">a</td></tr></table>", 1, 12, "<td> 不能使用 colspan=\"0\"")]
    [TestCase("<table><tr><td width=\"9em\">a</td></tr></table>", 1, 12, "<td> 不能使用 width=\"9em\"")]
    [TestCase("<table><tr><td><table></table></td></tr></table>", 1, 16, "<table> 不能写在 <td> 之中")]
    [TestCase("<p>a & b</p>", 1, 6, "“&”之后不是认识的字符")]
    [TestCase("<p>&#60;</p>", 1, 4, "“&”之后不是认识的字符")]
    [TestCase("<!DOCTYPE html><p></p>", 1, 1, "“<”之后不是能读懂的标记")]
    [TestCase("<p><!-- a --></p>", 1, 4, "“<”之后不是能读懂的标记")]
    [TestCase("{% if a %}<p>{% endif %}x</p>", 1, 11, "<p> 没有在它开始的分支里结束")]
    [TestCase("<p>{% if a %}</p><p>{% endif %}</p>", 1, 14, "本分支中没有与 </p> 相应的开始标记")]
    public void Wrong_IsToldWithLineAndMending(string source, int line, int column, string message)
    {
        var problems = TemplateReader.Check(source);
        problems.Select(found => (found.Line, found.Column)).Should().Contain((line, column));
        var problem = problems.First(found => (found.Line, found.Column) == (line, column));
        problem.Message.Should().Contain(message);
        problem.Mend.Should().MatchRegex(@"\p{IsCJKUnifiedIdeographs}");
        problem.Code.Should().MatchRegex("^[a-z]+(-[a-z]+)*$");
        FluentActions.Invoking(() => Sample.Of(source)).Should().Throw<TemplateRejectedException>().Which.Problems.Should().NotBeEmpty();
    }

    [TestCase("")]
    [TestCase("<h1 class=\"new-page\">a</h1><h2>b</h2><p class=\"indent\"><strong>c</strong><u>d</u><br/><br><span class=\"small\">e</span></p>")]
    [TestCase("<table><tr><th rowspan=\"2\" width=\"20%\">a</th><td colspan=\"3\" class=\"center\"><p>b</p>c</td></tr></table>")]
    [TestCase("<p>{% if a == 'x' and b.c or d contains \"y\" %}1{% elsif e != 5 %}2{% else %}3{% endif %}</p>")]
    [TestCase("<p>{% for row in a.b %}{{ row.c }}{% else %}none{% endfor %}</p>")]
    [TestCase("<p>{% case a %}{% when 'x', 'y' %}1{% when 'z' or 3 %}2{% else %}3{% endcase %}</p>")]
    [TestCase("<p>{% assign a = b | default: c | title %}{{ a | list: '|' }}{% comment %} <x> {{ y }} {% endcomment %}</p>")]
    [TestCase("<p>&lt;&amp;&gt;&nbsp;&emsp;&quot;&apos;&#123;&#125;</p>")]
    public void Right_HasNoProblem(string source)
    {
        TemplateReader.Check(source).Should().BeEmpty();
        Sample.Of(source).ToDocx().Should().NotBeEmpty();
    }

    [Test]
    public void AllProblems_AreTold_InTheirOrder() =>
        TemplateReader.Check("<p>{{ a | x }}</p>\n<div/>\n<p>{% y %}</p>").Select(problem => problem.Line).Should().Equal(1, 2, 3);

    [Test]
    public void Fields_AreThoseReadFromTheCase() =>
        TemplateReader.ReadFields("""
            {% comment %}{{ hidden }}{% endcomment %}
            {% assign sum = fees.a | add: fees.b %}
            <p>{{ sum | default: 'not.a.field' | money }}{% for row in list.rows %}{{ row.name }}{{ forloop.index }}{% endfor %}{% if x == 'y.z' and items.size %}{% endif %}</p>
            """).Should().Equal("fees.a", "fees.b", "items", "list.rows", "x");
}
