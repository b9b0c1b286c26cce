using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Definitions;

/// <summary>Every check has a text that fails it, at the line marked there, and one that passes.</summary>
public class CheckFixtureTests
{
    private const string Mark = "# <- here";

    private static IEnumerable<string> Codes => DiagnosticCodes.All.Keys.Where(c => string.CompareOrdinal(c, "DEF3") > 0);

    [TestCaseSource(nameof(Codes))]
    public void Check_complains_of_the_failing_text_at_its_line(string code)
    {
        var text = Fixture.Text($"{code}-fails.yaml");
        var line = Array.FindIndex(text.Split('\n'), l => l.Contains(Mark, StringComparison.Ordinal)) + 1;
        Found(text).Select(d => (d.Code, d.Line)).Should().Equal((code, line));
    }

    [TestCaseSource(nameof(Codes))]
    public void Check_is_silent_about_the_passing_text(string code) => Found(Fixture.Text($"{code}-passes.yaml")).Should().BeEmpty();

    [TestCaseSource(nameof(Codes))]
    public void Complaint_says_how_to_mend_it_and_where(string code) =>
        Found(Fixture.Text($"{code}-fails.yaml")).Should().OnlyContain(d => d.Mend.Length > 0 && d.Message.Length > 0 && d.Path != null && d.Column > 0);

    // Between procedures, small.yaml and child.yaml are there as well; the text stands in for the one of its name.
    private static Diagnostic[] Found(string text)
    {
        var read = DefinitionReader.ReadAndCheck(text);
        if (read.Definition is not { } definition)
            return [.. read.Diagnostics];
        var child = DefinitionReader.Read(Fixture.Text("child.yaml")).Definition!;
        var others = new[] { DefinitionReader.Read(Fixture.Text("small.yaml")).Definition!, child, child with { Procedure = "test.other" } };
        return [.. read.Diagnostics, .. CatalogueChecks.Check([definition, .. others.Where(d => d.Procedure != definition.Procedure)])];
    }
}
