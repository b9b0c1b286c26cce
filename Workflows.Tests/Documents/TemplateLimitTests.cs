using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Documents;

namespace Workflows.Tests.Documents;

public class TemplateLimitTests
{
    private static string Rows(int count) => JsonSerializer.Serialize(new { rows = Enumerable.Repeat("x", count) });

    [TestCase("<p>{% for a in rows %}{% for b in rows %}{% for c in rows %}{% for d in rows %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}</p>", 1000)]
    [TestCase("<p>{% for a in rows %}x{% endfor %}</p>", 20_000)]
    [TestCase("<p>{% for a in rows %}{% for b in rows %}甲乙丙丁戊己庚辛壬癸{% endfor %}{% endfor %}</p>", 5000)]
    public void Loop_WithoutEnd_IsRefused(string source, int rows) =>
        FluentActions.Invoking(() => Sample.Of(source, Rows(rows))).Should().Throw<TemplateRejectedException>().Which.Problems.Should().ContainSingle().Which.Code.Should().Be("too-much");

    [Test]
    public void List_OfALetter_IsPrinted() =>
        Sample.HtmlText(Sample.Of("<p>{% for a in rows %}{{ a }}{% endfor %}</p>", Rows(500))).Trim().Should().HaveLength(500);

    [Test]
    public void Source_TooLong_IsRefused() =>
        TemplateReader.Check(new string(' ', TemplateLimits.SourceLength + 1)).Should().ContainSingle().Which.Code.Should().Be("too-long");

    [Test]
    public void Blocks_NestedTooDeep_AreRefused()
    {
        var source = string.Concat(Enumerable.Repeat("{% if a %}", 9000)) + string.Concat(Enumerable.Repeat("{% endif %}", 900));
        TemplateReader.Check(source).Should().Contain(problem => problem.Code == "too-deep");
    }

    [Test]
    public void Elements_NestedTooDeep_AreRefused() =>
        TemplateReader.Check($"<p>{string.Concat(Enumerable.Repeat("<u>", 20))}{string.Concat(Enumerable.Repeat("</u>", 20))}</p>")
            .Should().Contain(problem => problem.Code == "too-deep");

    [Test]
    public void Tag_TooLong_IsRefused() =>
        TemplateReader.Check($"<p>{{{{ a | default: '{new string('x', 2000)}' }}}}</p>").Should().ContainSingle().Which.Code.Should().Be("too-long");

    [Test]
    public void Assignment_CannotGrowText()
    {
        TemplateReader.Check("<p>{% for a in rows %}{% assign x = x | append: x %}{% endfor %}</p>").Should().NotBeEmpty();
        TemplateReader.Check("<p>{% for a in rows %}{% capture x %}{{ x }}{{ x }}{% endcapture %}{% endfor %}</p>").Should().NotBeEmpty();
    }
}
