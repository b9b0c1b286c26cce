using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Definitions;

public class ProcedureCatalogueTests
{
    private static readonly ProcedureDefinition Definition = DefinitionReader.Read(Fixture.Valid).Definition!;

    [Test]
    public void Embedded_procedures_have_no_errors() => FluentActions.Invoking(() => ProcedureCatalogue.Embedded).Should().NotThrow();

    [Test]
    public void Embedded_procedures_are_versions_of_themselves() =>
        ProcedureCatalogue.Embedded.Latest.Should().OnlyContain(v => v.Definition.Procedure == v.Procedure && v.Version >= 1);

    [Test]
    public void With_a_version_leaves_the_other_catalogue_as_it_was()
    {
        var one = ProcedureCatalogue.Empty.With(ProcedureVersion.Of(Definition, 1));
        var two = one.With(ProcedureVersion.Of(Definition with { Source = "x" }, 2));
        one.LatestOf("test.application")!.Version.Should().Be(1);
        two.LatestOf("test.application")!.Version.Should().Be(2);
        two.Get("test.application", 1).Should().NotBeNull();
        two.VersionsOf("test.application").Select(v => v.Version).Should().Equal(1, 2);
        two.Procedures.Should().Equal("test.application");
    }

    [Test]
    public void With_a_published_version_of_another_text_is_refused()
    {
        var catalogue = ProcedureCatalogue.Empty.With(ProcedureVersion.Of(Definition, 1));
        catalogue.With(ProcedureVersion.Of(Definition, 1)).Latest.Should().HaveCount(1);
        catalogue.Invoking(c => c.With(ProcedureVersion.Of(Definition with { Source = "x" }, 1))).Should().Throw<ArgumentException>();
    }

    [Test]
    public void Unknown_procedure_is_null()
    {
        ProcedureCatalogue.Empty.LatestOf("nobody.knows").Should().BeNull();
        ProcedureCatalogue.Empty.Get("nobody.knows", 1).Should().BeNull();
        ProcedureCatalogue.Empty.VersionsOf("nobody.knows").Should().BeEmpty();
    }

    [Test]
    public void Version_has_the_hash_of_its_text() =>
        ProcedureVersion.Of(Definition with { Source = "abc" }, 1).Sha256
            .Should().Be("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
