using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Documents;
using Workflows.Definitions;

namespace Workflows.Tests.Documents;

public class TemplateCatalogueTests
{
    /// <summary>What every document can say, whatever its procedure.</summary>
    private static readonly string[] Context = ["document.", "case.", "agency.", "parent.", "clocks.", "actor.", "labels."];

    private static IEnumerable<TestCaseData> Documents => Definitions().SelectMany(definition =>
        definition.Documents.Select(document => new TestCaseData(definition, document).SetArgDisplayNames(definition.Procedure, document.Name)));

    [Test]
    public void Heading_ChangedByAnAdministrator_ChangesBothFormats()
    {
        var shipped = new TemplateCatalogue([]).Get("huadian.attachment-5")!;
        var changed = shipped with { Version = 1, Source = shipped.Source.Replace("桦甸市政府信息公开申请受理单", "桦甸市教育局信息申请受理单", StringComparison.Ordinal) };
        var catalogue = new TemplateCatalogue([changed]);

        TemplateReader.Check(changed.Source).Should().BeEmpty();
        var document = DocumentRenderer.Render(catalogue.Get("huadian.attachment-5")!, Sample.Data());
        document.ToHtml().Should().Contain("<h1>桦甸市教育局信息申请受理单</h1>");
        Sample.Paragraphs(document)[0].Should().Be("桦甸市教育局信息申请受理单");

        var asIssued = DocumentRenderer.Render(catalogue.Get("huadian.attachment-5", 0)!, Sample.Data());
        Sample.Paragraphs(asIssued)[0].Should().Be("桦甸市政府信息公开申请受理单", "a document keeps the version it was issued with");
    }

    [Test]
    public void Versions_AreOldestFirst_AndTheNewestIsMeant()
    {
        var catalogue = new TemplateCatalogue([Of("x", 3), Of("x", 1), Of("huadian.receipt", 1)]);
        catalogue.Versions("x").Select(template => template.Version).Should().Equal(1, 3);
        catalogue.Get("x")!.Version.Should().Be(3);
        catalogue.Get("x", 2).Should().BeNull();
        catalogue.Get("y").Should().BeNull();
        catalogue.Versions("huadian.receipt").Select(template => template.Version).Should().Equal(0, 1);
        catalogue.Ids.Should().Contain("x").And.BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Test]
    public void Version_GivenTwice_IsRefused() =>
        FluentActions.Invoking(() => new TemplateCatalogue([Of("huadian.receipt", 1), Of("huadian.receipt", 1)])).Should().Throw<ArgumentException>();

    [TestCaseSource(nameof(Documents))]
    public void DocumentOfAProcedure_HasATemplate_ThatReadsItsFields(ProcedureDefinition definition, DocumentDefinition document)
    {
        var template = new TemplateCatalogue([]).Get(document.Template);
        template.Should().NotBeNull($"{definition.Procedure} issues {document.Name}");
        var fields = definition.Fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        TemplateReader.ReadFields(template!.Source)
            .Where(field => !fields.Contains(field) && !Context.Any(known => field.StartsWith(known, StringComparison.Ordinal)))
            .Should().BeEmpty("what no field holds would always be blank");
        TemplateReader.ReadFields(template.Source)
            .Where(field => field.StartsWith("clocks.", StringComparison.Ordinal))
            .Should().BeSubsetOf(definition.Clocks.SelectMany(clock => new[] { $"clocks.{clock.Name}.due", $"clocks.{clock.Name}.provisional" }));
    }

    private static DocumentTemplate Of(string id, int version) => new(id, version, "试", "<p>x</p>");

    private static IEnumerable<ProcedureDefinition> Definitions()
    {
        var assembly = typeof(ProcedureDefinition).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            if (DefinitionReader.Read(reader.ReadToEnd(), name).Definition is { } definition)
                yield return definition;
        }
    }
}
