using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Documents;

namespace Workflows.Tests.Documents;

public class TemplateReaderTests
{
    [TestCase("<p>{{ a </p>", 1, 4, "'{{' is not closed.")]
    [TestCase("<p>{{ a <b> {{ b }}</p>", 1, 4, "not closed before the next brace")]
    [TestCase("<p>\n{% if a %}x</p>", 2, 1, "{% if %} is not closed.")]
    [TestCase("<p>{% if a %}x{% endfor %}{% endif %}</p>", 1, 15, "{% endfor %} stands where {% if %} is open.")]
    [TestCase("<p>{% endif %}</p>", 1, 4, "closes nothing")]
    [TestCase("<p>{% else %}</p>", 1, 4, "stands outside of")]
    [TestCase("<p>{% if a >< b %}{% endif %}</p>", 1, 4, "cannot be read")]
    [TestCase("<p>{% if a > 3 %}{% endif %}</p>", 1, 4, "cannot be read")]
    [TestCase("<p>{% if a == %}{% endif %}</p>", 1, 4, "cannot be read")]
    [TestCase("<p>{% for x in (1..5) %}{% endfor %}</p>", 1, 4, "cannot be read")]
    [TestCase("<p>{% include 'other' %}</p>", 1, 4, "{% include %} is not known.")]
    [TestCase("<p>{% capture a %}{% endcapture %}</p>", 1, 4, "{% capture %} is not known.")]
    [TestCase("<p>{% raw %}</p>", 1, 4, "{% raw %} is not known.")]
    [TestCase("<p>{% assign a b %}</p>", 1, 4, "cannot be read")]
    [TestCase("<p>{{ a.b | shout }}</p>", 1, 4, "The filter 'shout' is not known.")]
    [TestCase("<p>{{ a | append: 'x' }}</p>", 1, 4, "The filter 'append' is not known.")]
    [TestCase("<p>{{ a | date_zh: 'x' }}</p>", 1, 4, "does not take 1 values")]
    [TestCase("<p>{{ a | default }}</p>", 1, 4, "does not take 0 values")]
    [TestCase("<p>{{ a.b() }}</p>", 1, 4, "cannot be read")]
    [TestCase("<p>{{ }}</p>", 1, 4, "cannot be read")]
    [TestCase("<p>a { b</p>", 1, 6, "A single brace")]
    [TestCase("<p>{% comment %} x</p>", 1, 4, "The comment is not closed.")]
    [TestCase("<p>a</p>\n<div>b</div>", 2, 1, "<div> may not be used.")]
    [TestCase("<p><script>x</script></p>", 1, 4, "<script> may not be used.")]
    [TestCase("<p><img src=\"x\"/></p>", 1, 4, "<img> may not be used.")]
    [TestCase("<p onclick=\"x\">a</p>", 1, 1, "onclick=\"x\" may not be used on <p>.")]
    [TestCase("<p style=\"color:red\">a</p>", 1, 1, "may not be used on <p>")]
    [TestCase("<p class=\"huge\">a</p>", 1, 1, "class=\"huge\" may not be used on <p>.")]
    [TestCase("<p class=\"{{ a }}\">a</p>", 1, 1, "'<' does not begin an element")]
    [TestCase("<p class=center>a</p>", 1, 1, "'<' does not begin an element")]
    [TestCase("<p>a", 1, 1, "<p> is not closed.")]
    [TestCase("<p>a</h1>", 1, 5, "</h1> stands where <p> is open.")]
    [TestCase("<p>a</p></p>", 1, 9, "</p> closes nothing")]
    [TestCase("a<p></p>", 1, 1, "Text stands outside of any paragraph.")]
    [TestCase("<table>{{ a }}</table>", 1, 8, "Text stands directly in <table>.")]
    [TestCase("<table><td>a</td></table>", 1, 8, "<td> may not stand in <table>.")]
    [TestCase("<table><tr><td colspan=\"0\">a</td></tr></table>", 1, 12, "colspan=\"0\" may not be used on <td>.")]
    [TestCase("<table><tr><td width=\"9em\">a</td></tr></table>", 1, 12, "width=\"9em\" may not be used on <td>.")]
    [TestCase("<table><tr><td><table></table></td></tr></table>", 1, 16, "<table> may not stand in <td>.")]
    [TestCase("<p>a & b</p>", 1, 6, "'&' does not begin a character")]
    [TestCase("<p>&#60;</p>", 1, 4, "'&' does not begin a character")]
    [TestCase("<!DOCTYPE html><p></p>", 1, 1, "'<' does not begin an element")]
    [TestCase("<p><!-- a --></p>", 1, 4, "'<' does not begin an element")]
    [TestCase("{% if a %}<p>{% endif %}x</p>", 1, 11, "<p> is not closed in the branch that opens it.")]
    [TestCase("<p>{% if a %}</p><p>{% endif %}</p>", 1, 14, "</p> closes nothing that was opened in this branch.")]
    public void Wrong_IsToldWithLineAndMending(string source, int line, int column, string message)
    {
        var problems = TemplateReader.Check(source);
        problems.Select(found => (found.Line, found.Column)).Should().Contain((line, column));
        var problem = problems.First(found => (found.Line, found.Column) == (line, column));
        problem.Message.Should().Contain(message);
        problem.Mend.Should().NotBeNullOrWhiteSpace();
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
