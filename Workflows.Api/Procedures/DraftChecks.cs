using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Workflows.Api.Problems;
using Workflows.Api.Templates;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Api.Procedures;

/// <summary>Everything that is wrong with a draft: by itself, and with the procedures that it would be published among.</summary>
internal sealed partial class DraftChecks(ReferenceDataSource reference, TemplateLibrary templates)
{
    private const int LongestId = 80;

    /// <summary>Whether a procedure can have this id.</summary>
    public static bool IsId(string id) => id.Length <= LongestId && Form().IsMatch(id);

    /// <summary>What is wrong.</summary>
    /// <param name="procedure">The procedure that the draft is for.</param>
    /// <param name="yaml">Its text.</param>
    public ImmutableArray<DiagnosticView> Of(string procedure, string yaml)
    {
        var read = DefinitionReader.ReadAndCheck(yaml, procedure);
        var found = read.Diagnostics.ToList();
        if (read.Definition is { } definition)
        {
            if (definition.Procedure != procedure)
                found.Add(Fault(read, "DRAFT01", Severity.Error, "", $"文本是 `{definition.Procedure}`，而草稿属于 `{procedure}`", $"写作 `procedure: {procedure}`"));
            found.AddRange(definition.Documents.Where(document => templates.Current.Get(document.Template) is null).Select(document =>
                Fault(read, "DRAFT02", Severity.Warning, $"documents[{document.Name}]", $"没有模板 `{document.Template}`，这份文书印不出来", "发布这个模板，或者改用已有的模板")));
            if (found.All(problem => problem.Severity != Severity.Error))
                found.AddRange(Among(definition));
        }

        return [.. found.Select(problem => DiagnosticView.Of(problem, procedure))];
    }

    /// <summary>Faults between the draft and the others: the newest version of each, and older ones that open it for cases still running.</summary>
    private IEnumerable<Diagnostic> Among(ProcedureDefinition draft)
    {
        var procedures = reference.Current.Procedures;
        var others = procedures.Procedures.Where(id => id != draft.Procedure).Select(id => procedures.Newest(id)!.Definition).ToImmutableArray();
        var older = procedures.Procedures.Where(id => id != draft.Procedure)
            .SelectMany(id => procedures.Versions(id)[..^1])
            .Where(version => Topics.Triggers(version.Definition).SelectMany(placed => placed.Trigger.Branches)
                .SelectMany(branch => branch.Opens).Any(opens => opens.Procedure == draft.Procedure));
        return CatalogueChecks.Check([.. others, draft]).Where(problem => problem.File == draft.Procedure || problem.Severity == Severity.Error)
            .Concat(older.SelectMany(version => CatalogueChecks
                .Check([.. others.Where(other => other.Procedure != version.Definition.Procedure), version.Definition, draft])
                .Where(problem => problem.File == version.Definition.Procedure && problem.Severity == Severity.Error)
                .Select(problem => problem with { File = $"{problem.File}@{version.Version}" })));
    }

    private static Diagnostic Fault(ReadResult read, string code, Severity severity, string path, string message, string mend)
    {
        var place = read.Locations.Of(path);
        return new Diagnostic(code, severity, Math.Max(1, place.Line), Math.Max(1, place.Column), message, mend, path);
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z][a-z0-9]*(-[a-z0-9]+)*)+\z")]
    private static partial Regex Form();
}
