using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Catalogue;

public class CatalogueTests
{
    private static IEnumerable<string> Files =>
        typeof(DefinitionReader).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Catalogue.", StringComparison.Ordinal));

    [TestCaseSource(nameof(Files))]
    public void Procedure_reads_and_checks_without_problems(string file) =>
        DefinitionReader.ReadAndCheck(TextOf(file), file).Diagnostics.Should().BeEmpty();

    [TestCaseSource(nameof(Files))]
    public void File_is_named_after_its_procedure(string file) =>
        DefinitionReader.Read(TextOf(file), file).Definition!.Procedure.Should().Be(file["Catalogue.".Length..^".yaml".Length]);

    [TestCaseSource(nameof(Files))]
    public void Every_child_is_in_the_catalogue(string file) =>
        Opened(DefinitionReader.Read(TextOf(file), file).Definition!)
            .Should().BeSubsetOf(Files.Select(name => name["Catalogue.".Length..^".yaml".Length]));

    private static IEnumerable<string> Opened(ProcedureDefinition definition) => definition.States.SelectMany(state => state.On)
        .Concat(definition.Anywhere).Append(definition.Opening)
        .SelectMany(trigger => trigger.Branches).SelectMany(branch => branch.Opens).Select(opens => opens.Procedure);

    private static string TextOf(string file)
    {
        using var stream = typeof(DefinitionReader).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
