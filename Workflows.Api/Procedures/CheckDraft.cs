using System.Collections.Immutable;
using Workflows.Api.Access;
using Workflows.Api.Problems;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Procedures;

/// <summary>Checks the draft of a procedure.</summary>
internal static class CheckDraft
{
    /// <summary>What publishing the draft would mean.</summary>
    /// <param name="Version">The version that it would become.</param>
    /// <param name="Publishable">No fault keeps it from being published.</param>
    /// <param name="Problems">What is wrong with it.</param>
    /// <param name="Changes">What it changes of the newest version; null for a new procedure, or while the draft cannot be read.</param>
    internal sealed record Reply(int Version, bool Publishable, ImmutableArray<DiagnosticView> Problems, ComparisonView? Changes);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/procedures/{id}/draft/check", Handle)
        .WithName("checkDraft").WithTags("Procedures")
        .WithSummary("Check a draft: what is wrong with it, and what it changes")
        .Produces<Reply>().Refuses(404).ForSystemAdministrators();

    private static IResult Handle(string id, CaseDatabase database, ReferenceDataSource reference, DraftChecks checks)
    {
        if (database.Definitions.FindDraft(id) is not { } draft)
            return ReadDraft.NoDraft.Result();
        var problems = checks.Of(id, draft.Yaml);
        var newest = reference.Current.Procedures.Newest(id);
        var changes = newest is not null && DefinitionReader.Read(draft.Yaml).Definition is { } definition
            ? ComparisonView.Of($"{id}@{newest.Version}", newest.Definition, $"{id}@draft", definition)
            : null;
        return Results.Ok(new Reply((newest?.Version ?? 0) + 1, problems.All(problem => problem.Severity != Severity.Error), problems, changes));
    }
}
