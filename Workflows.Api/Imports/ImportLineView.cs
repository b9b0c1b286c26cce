using System.Text.Json;
using Workflows.Api.Problems;
using Workflows.Engine;

namespace Workflows.Api.Imports;

/// <summary>What became of a line.</summary>
/// <param name="Line">Line of the text, from 1.</param>
/// <param name="Id">The case; null when none was opened.</param>
/// <param name="Reference">Its number.</param>
/// <param name="Replayed">The same line had opened it when it was sent before.</param>
/// <param name="Problem">Why it was refused; null when it was not.</param>
internal sealed record ImportLineView(int Line, CaseId? Id, string? Reference, bool Replayed, Problem? Problem)
{
    /// <summary>The view of an outcome.</summary>
    /// <param name="line">The line.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="trial">It was only tried: there is no case.</param>
    public static ImportLineView Of(int line, CaseOutcome outcome, bool trial) => outcome switch
    {
        CaseOutcome.Done when trial => new ImportLineView(line, null, null, false, null),
        CaseOutcome.Done done => new ImportLineView(line, done.State.Id, done.State.Reference, false, null),
        CaseOutcome.Repeated repeated => Of(line, repeated.Reply),
        CaseOutcome.Refused refused => new ImportLineView(line, null, null, false, RefusalProblem.Of(refused.Refusal)),
        _ => throw new InvalidOperationException(),
    };

    private static ImportLineView Of(int line, StoredReply first)
    {
        using var body = JsonDocument.Parse(first.Body.AsMemory());
        return CaseId.TryParse(body.RootElement.GetProperty("id").GetString(), out var id)
            ? new ImportLineView(line, id, body.RootElement.GetProperty("reference").GetString(), true, null)
            : throw new InvalidOperationException("A stored reply to an opening names no case.");
    }
}
