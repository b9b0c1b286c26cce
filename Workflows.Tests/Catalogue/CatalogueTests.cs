using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Catalogue;

public class CatalogueTests
{
    private static string[] Files => Published.Files;

    [TestCaseSource(nameof(Files))]
    public void Procedure_reads_and_checks_without_problems(string file) =>
        DefinitionReader.ReadAndCheck(Published.TextOf(file), file).Diagnostics.Should().BeEmpty();

    [TestCaseSource(nameof(Files))]
    public void File_is_named_after_its_procedure(string file) =>
        DefinitionReader.Read(Published.TextOf(file), file).Definition!.Procedure.Should().Be(file["Catalogue.".Length..^".yaml".Length]);

    [Test]
    public void Every_child_is_in_the_catalogue() =>
        Published.All.SelectMany(Opened).Should().BeSubsetOf(Published.All.Select(procedure => procedure.Procedure));

    private static IEnumerable<string> Opened(ProcedureDefinition definition) => definition.Triggers.Append(definition.Opening)
        .SelectMany(trigger => trigger.Branches).SelectMany(branch => branch.Opens).Select(opens => opens.Procedure);

    [Test]
    public void Procedures_fit_together() =>
        CatalogueChecks.Check([.. ProcedureCatalogue.Embedded.Latest.Select(version => version.Definition)]).Should().BeEmpty();
}
