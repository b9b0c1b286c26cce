using System.Collections.Immutable;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>The answer to a command: a value, never an exception. A closed family.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>It takes effect.</summary>
    /// <param name="Entries">Entries to append; may be empty (nothing was due).</param>
    /// <param name="State">The case after them.</param>
    /// <param name="Consequences">What other cases must do in the same transaction.</param>
    public sealed record Accepted(
        ImmutableArray<JournalEntry> Entries, CaseState State, ImmutableArray<Consequence> Consequences) : Decision;

    /// <summary>It changes nothing.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Refused(Refusal Refusal) : Decision;
}

/// <summary>Something another case must do in the same transaction. A closed family.</summary>
public abstract record Consequence
{
    private Consequence()
    {
    }

    /// <summary>Open a child.</summary>
    public sealed record OpenChild(string Procedure, Command.OpenCase Command) : Consequence;

    /// <summary>Tell the parent.</summary>
    public sealed record TellParent(CaseId Parent, Command.HearChild Command) : Consequence;

    /// <summary>Tell a case of the same tree that this one has passed to another agency.</summary>
    public sealed record TellMerger(CaseId Case, Command.FollowMerger Command) : Consequence;

    /// <summary>Cancel an open child of a case that was cancelled.</summary>
    public sealed record CancelChild(CaseId Child, Command.CancelCase Command) : Consequence;
}

/// <summary>Why a command was refused, and how to mend it.</summary>
/// <param name="Code">Kind.</param>
/// <param name="Detail">One sentence, in Chinese.</param>
/// <param name="Unmet">Rules that stand in the way; may be empty for kinds that are not about rules.</param>
/// <param name="Fields">Fields that are wrong; may be empty.</param>
public sealed record Refusal(
    RefusalCode Code, string Detail, ImmutableArray<UnmetRule> Unmet, ImmutableArray<FieldProblem> Fields)
{
    /// <summary>A refusal without rules or fields.</summary>
    public static Refusal Of(RefusalCode code, string detail) => new(code, detail, [], []);
}

/// <summary>A rule that was not met.</summary>
/// <param name="Says">What is missing and how to mend it.</param>
/// <param name="Basis">Article and rule ids.</param>
public sealed record UnmetRule(string Says, LegalBasis Basis);

/// <summary>A field that is wrong.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Says">What is wrong and how to mend it.</param>
/// <param name="Basis">Article that asks for it; null when none does.</param>
public sealed record FieldProblem(string Field, string Says, LegalBasis? Basis);

/// <summary>Kinds of refusal; each has one HTTP status.</summary>
public enum RefusalCode
{
    /// <summary>The procedure refuses (409).</summary>
    NotAllowed,

    /// <summary>A field is wrong, or a date cannot be answered (422).</summary>
    Invalid,

    /// <summary>The case has moved on (412).</summary>
    Stale,

    /// <summary>Unknown, or not the caller's (404).</summary>
    NotFound,

    /// <summary>The idempotency key was used for another body (422).</summary>
    KeyReused,

    /// <summary>The store cannot commit now; nothing was changed (503).</summary>
    Unavailable,
}
