using System.Collections.Immutable;

namespace Workflows.Engine;

/// <summary>A command for a case, with what makes it safe to send twice and at the same time as others.</summary>
/// <param name="Case">The case addressed.</param>
/// <param name="Command">The command.</param>
public sealed record CaseRequest(CaseId Case, Command Command)
{
    /// <summary>For an opening: the procedure; null otherwise.</summary>
    public string? Procedure { get; init; }

    /// <summary>The version that the caller has seen; null when it does not matter (openings, time, children).</summary>
    public int? ExpectedVersion { get; init; }

    /// <summary>Idempotency key; null for none.</summary>
    public IdempotencyKey? Key { get; init; }

    /// <summary>SHA-256 over what was sent; needed with a key.</summary>
    public string? RequestHash { get; init; }

    /// <summary>Makes the reply that is stored under the key and returned to the caller.</summary>
    public Func<CaseState, ImmutableArray<JournalEntry>, StoredReply>? Reply { get; init; }

    /// <summary>What must happen together with the command, in its transaction; what it refuses undoes the command. Null for nothing.</summary>
    public Func<IUnitOfWork, Refusal?>? Together { get; init; }

    /// <summary>Only say what would become of it: nothing stays of it.</summary>
    public bool Trial { get; init; }

    /// <summary>Whether the caller may know of the case; one who may not is told that there is none.</summary>
    public Func<CaseState, bool>? MaySee { get; init; }
}

/// <summary>What became of a request. A closed family.</summary>
public abstract record CaseOutcome
{
    private CaseOutcome()
    {
    }

    /// <summary>It took effect and is durable.</summary>
    /// <param name="State">The case after it.</param>
    /// <param name="Entries">Its entries in this case.</param>
    /// <param name="Reply">The reply, when the request makes one.</param>
    public sealed record Done(CaseState State, ImmutableArray<JournalEntry> Entries, StoredReply? Reply) : CaseOutcome;

    /// <summary>The first reply to the same request.</summary>
    public sealed record Repeated(StoredReply Reply) : CaseOutcome;

    /// <summary>It changed nothing.</summary>
    /// <param name="Refusal">Why.</param>
    /// <param name="Version">Version of the case now; 0 when unknown.</param>
    public sealed record Refused(Refusal Refusal, int Version) : CaseOutcome;
}
