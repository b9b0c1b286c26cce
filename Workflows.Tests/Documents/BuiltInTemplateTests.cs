using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Documents;

namespace Workflows.Tests.Documents;

/// <summary>What holds for each template shipped with the product.</summary>
public class BuiltInTemplateTests
{
    private static IEnumerable<string> Ids => new TemplateCatalogue([]).Ids;

    [TestCaseSource(nameof(Ids))]
    public void BuiltInTemplate_HasNoProblem(string id) =>
        TemplateReader.Check(new TemplateCatalogue([]).Get(id)!.Source).Should().BeEmpty();

    [TestCaseSource(nameof(Ids))]
    public void BuiltInTemplate_WithoutData_PrintsBlanks(string id)
    {
        var document = DocumentRenderer.Render(new TemplateCatalogue([]).Get(id)!, Sample.Json("{}"));
        document.Title.Should().NotBeNullOrWhiteSpace();
        document.ToHtml().Should().EndWith("</html>\n");
        document.ToDocx().Should().NotBeEmpty();
    }

    [TestCaseSource(nameof(Ids))]
    public void BuiltInTemplate_SaysTheSameInBothFormats(string id)
    {
        var document = Sample.BuiltIn(id);
        Squeezed(string.Concat(Sample.Paragraphs(document))).Should().Be(Squeezed(Sample.HtmlText(document)));
    }

    private static string Squeezed(string text) => text.ReplaceLineEndings("");
}
