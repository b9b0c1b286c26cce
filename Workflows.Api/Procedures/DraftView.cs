using System.Collections.Immutable;
using NodaTime;
using Workflows.Api.Problems;
using Workflows.Definitions;
using Workflows.Storage;

namespace Workflows.Api.Procedures;

/// <summary>The next version of a procedure, while it is being written.</summary>
/// <param name="Procedure">Procedure.</param>
/// <param name="Revision">1, 2, 3 …</param>
/// <param name="EditedAt">When it was last changed.</param>
/// <param name="EditedBy">Who changed it last.</param>
/// <param name="Publishable">No fault keeps it from being published.</param>
/// <param name="Problems">What is wrong with it, in the order of the text; with other procedures last.</param>
/// <param name="Yaml">Its text, as it was sent.</param>
internal sealed record DraftView(
    string Procedure, int Revision, Instant EditedAt, string EditedBy, bool Publishable, ImmutableArray<DiagnosticView> Problems, string Yaml)
{
    /// <summary>The draft with what is wrong with it.</summary>
    public static DraftView Of(Draft draft, ImmutableArray<DiagnosticView> problems) => new(
        draft.Procedure, draft.Revision, draft.EditedAt, draft.EditedBy, problems.All(problem => problem.Severity != Severity.Error), problems, draft.Yaml);
}
