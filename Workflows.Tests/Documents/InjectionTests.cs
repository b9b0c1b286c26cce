using System.Text.Json;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Documents;

/// <summary>Values are text, whatever they hold.</summary>
public class InjectionTests
{
    private static readonly string[] Attacks =
    [
        "<script>alert(1)</script>",
        "</p></td></tr></table><script src='//x'></script>",
        "<img src=x onerror=alert(1)>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;",
        "\"><svg onload=alert(1)>",
        "{{ applicant.idNumber }}{% for i in (1..999999999) %}x{% endfor %}",
        "{%- include 'x' -%}",
        "]]></w:t><w:p/>",
        "\uFDD0script\uFDD1alert(1)\uFDD0/script\uFDD1",
        "a\u0000b\u0008c\uFFFFd",
        "lone \uD800 surrogate",
        "%3Cscript%3E",
    ];

    private static IEnumerable<string> Places => ["{{ v }}", "{{ v | title }}", "{{ v | default: 'x' | blank: 3 }}", "{% assign w = v %}{{ w | stop }}", "{% for x in list %}{{ x }}{% endfor %}", "{{ list | list }}", "{{ choice | title }}", "{{ choice }}", "{{ v | date_zh }}{{ v | datetime_zh }}{{ v | money }}", "<u>{{ v }}</u><strong>{{ v }}</strong>"];

    [TestCaseSource(nameof(Places))]
    public void Value_IsPrintedAsText(string place)
    {
        foreach (var attack in Attacks)
        {
            var json = JsonSerializer.Serialize(new { v = attack, list = new[] { attack }, choice = new { value = attack, title = attack } });
            var document = Sample.Of($"<table><tr><td>{place}</td></tr></table><p>{place}</p>", Escaped(json));
            var page = XDocument.Parse(document.ToHtml());
            page.Descendants().Select(element => element.Name.LocalName).Should().BeSubsetOf(
                ["html", "head", "meta", "title", "style", "body", "table", "tr", "td", "p", "u", "strong"]);
            page.Descendants().Attributes().Select(attribute => attribute.Name.LocalName).Should().BeSubsetOf(["lang", "xmlns", "charset", "http-equiv", "content", "name"]);
            using var word = WordprocessingDocument.Open(new MemoryStream(document.ToDocx()), false);
            word.MainDocumentPart!.Document.Body!.InnerText.Should().NotBeEmpty();
        }
    }

    [TestCase("<script>alert('1')</script>")]
    [TestCase("a & b \"c\" {{ d }} {% if %} </p>")]
    [TestCase("&lt;&amp;")]
    public void Value_ComesThroughUnchanged(string value)
    {
        var document = Sample.Of("<p>{{ v }}</p>", JsonSerializer.Serialize(new { v = value }));
        Sample.Paragraphs(document).Should().Equal(value);
        Sample.HtmlText(document).Trim().Should().Be(value);
    }

    [Test]
    public void Title_IsEscaped()
    {
        var document = Sample.Of("<p></p>", """{ "document": { "title": "</title><script>x</script>&" } }""");
        document.Title.Should().Be("</title><script>x</script>&");
        document.ToHtml().Should().NotContain("<script").And.Contain("&lt;/title&gt;");
    }

    [Test]
    public void QuotedTextOfTemplate_IsTextToo() =>
        Sample.Of("<p>{{ '<script>' }}{{ missing | default: '&' }}{% if v == '<' %}same{% endif %}</p>", """{ "v": "<" }""").ToHtml()
            .Should().Contain("<p>&lt;script&gt;&amp;same</p>");

    [Test]
    public void LineBreaks_OfAValue_AreKept() =>
        Sample.Of("<p>{{ v }}</p>", """{ "v": "一\n二\r\n三" }""").ToHtml().Should().Contain("<p>一<br/>二<br/>三</p>");

    [TestCase("{{ v.GetType }}")]
    [TestCase("{{ v.Length }}")]
    [TestCase("{{ document.Keys }}")]
    [TestCase("{{ list.Count }}")]
    [TestCase("{{ choice.GetHashCode }}")]
    public void MembersOfTypes_AreOutOfReach(string place) =>
        Sample.Paragraphs(Sample.Of($"<p>{place}</p>", """{ "v": "x", "list": [1], "choice": { "value": "a", "title": "b" } }""")).Should().Equal("");

    private static string Escaped(string json) => json.Replace("\\uFFFD", "\\uD800", StringComparison.Ordinal);
}
