using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;

namespace Workflows.Engine;

/// <summary>The only way to change a case. A closed family.</summary>
public abstract record Command
{
    private Command()
    {
    }

    /// <summary>Who sends it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The legal day (Asia/Shanghai); null means today. Never in the future.</summary>
    public LocalDate? OccurredOn { get; init; }

    /// <summary>The instant, where minutes count; null otherwise.</summary>
    public Instant? OccurredAt { get; init; }

    /// <summary>Free text; required (as the reason) when the legal day lies before today.</summary>
    public string? Note { get; init; }

    /// <summary>Opens a case of the definition in the context.</summary>
    public sealed record OpenCase : Command
    {
        /// <summary>Its id.</summary>
        public required CaseId Id { get; init; }

        /// <summary>The agency that handles it.</summary>
        public required string Agency { get; init; }

        /// <summary>Values of the opening's input as sent.</summary>
        public InputValues Input { get; init; } = InputValues.None;

        /// <summary>The period for which the calendar opens it; its values are then those of the schedule. Null when someone else opens it.</summary>
        public ScheduledPeriod? Schedule { get; init; }

        /// <summary>The case that opens it, or null for a root case.</summary>
        public ParentLink? Parent { get; init; }
    }

    /// <summary>Fires a trigger that a person can fire.</summary>
    public sealed record FireTrigger : Command
    {
        /// <summary>Name of the trigger.</summary>
        public required string Trigger { get; init; }

        /// <summary>Values of its input as sent.</summary>
        public InputValues Input { get; init; } = InputValues.None;
    }

    /// <summary>Corrects the legal day of an earlier entry; all clocks are computed anew.</summary>
    public sealed record CorrectDate : Command
    {
        /// <summary>Sequence of the entry.</summary>
        public required int Sequence { get; init; }

        /// <summary>The right day.</summary>
        public required LocalDate Day { get; init; }
    }

    /// <summary>Ends a case without an outcome: opened by mistake, or withdrawn.</summary>
    public sealed record CancelCase : Command;

    /// <summary>Puts a file to the case; the file itself is kept already.</summary>
    public sealed record AddAttachment : Command
    {
        /// <summary>The file.</summary>
        public required Attachment Attachment { get; init; }
    }

    /// <summary>Records how a document was served.</summary>
    public sealed record RecordService : Command
    {
        /// <summary>The service.</summary>
        public required Service Service { get; init; }
    }

    /// <summary>Records what became known of a service later.</summary>
    public sealed record FollowService : Command
    {
        /// <summary>Number of the service within the case, from 1.</summary>
        public required int Number { get; init; }

        /// <summary>What became known.</summary>
        public required ServiceNews News { get; init; }

        /// <summary>Its day.</summary>
        public required LocalDate On { get; init; }

        /// <summary>Who signed for it; null where that is not known, or it was not.</summary>
        public string? ReceivedBy { get; init; }

        /// <summary>Number of the file of the case that shows it, from 1; null for none.</summary>
        public int? Attachment { get; init; }
    }

    /// <summary>Asks for a document to go out by e-mail.</summary>
    public sealed record SendDocument : Command
    {
        /// <summary>Number of the document within the case, from 1.</summary>
        public required int Document { get; init; }

        /// <summary>Field with the address, one of <see cref="MailFields.Addresses"/>; null for the first of them that has one.</summary>
        public string? Field { get; init; }
    }

    /// <summary>Records what became of an e-mail; for the service alone. One that has been settled stays as it is.</summary>
    public sealed record SettleMail : Command
    {
        /// <summary>Number of the e-mail within the case, from 1.</summary>
        public required int Number { get; init; }

        /// <summary>The day on which it was sent, or given up.</summary>
        public required LocalDate On { get; init; }

        /// <summary>Its <c>Message-ID</c> when it was sent; null when it failed for good.</summary>
        public string? MessageId { get; init; }

        /// <summary>Why it failed, without any address; null when it was sent.</summary>
        public string? Failure { get; init; }
    }

    /// <summary>Does what is due: time triggers and warnings, oldest first.</summary>
    public sealed record PassTime : Command;

    /// <summary>Takes the calendar of the context and computes all open clocks anew.</summary>
    public sealed record AdoptCalendar : Command;

    /// <summary>
    /// Takes the successors of agencies that were merged: of its own, if the case is open, and of those of its parent and children.
    /// </summary>
    public sealed record FollowMerger : Command
    {
        /// <summary>The case belongs to one that passes to a successor, and goes with it even when it has ended.</summary>
        public bool WithParent { get; init; }
    }

    /// <summary>A child case ended or tells something.</summary>
    public sealed record HearChild : Command
    {
        /// <summary>The child.</summary>
        public required CaseId Child { get; init; }

        /// <summary>Its state now.</summary>
        public required string State { get; init; }

        /// <summary>Its outcome, or null while it is open.</summary>
        public required string? Outcome { get; init; }

        /// <summary>The fields it returns.</summary>
        public required ImmutableSortedDictionary<string, Workflows.Definitions.FieldValue> Values { get; init; }
    }
}

/// <summary>The parent of a child case.</summary>
/// <param name="Case">Parent.</param>
/// <param name="Root">Root of the tree (shard key).</param>
/// <param name="Agency">Agency that handles the parent.</param>
public sealed record ParentLink(CaseId Case, CaseId Root, string Agency);

/// <summary>Input as it came: JSON still to be checked against the fields, or values that are typed already (from a definition).</summary>
/// <param name="Json">A JSON object, or null.</param>
/// <param name="Typed">Values set by another case.</param>
public sealed record InputValues(JsonElement? Json, ImmutableSortedDictionary<string, Workflows.Definitions.FieldValue> Typed)
{
    /// <summary>No input.</summary>
    public static InputValues None { get; } = new(null, FieldMap.Empty);

    /// <summary>Input from a JSON object.</summary>
    public static InputValues FromJson(JsonElement json) => None with { Json = json };
}
