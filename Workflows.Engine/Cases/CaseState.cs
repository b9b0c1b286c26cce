using System.Collections.Immutable;
using NodaTime;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>A case as its journal leaves it. Nothing here is true unless the journal says so.</summary>
public sealed partial record CaseState
{
    /// <summary>The state of a cancelled case; no definition declares it.</summary>
    public const string CancelledState = "cancelled";

    /// <summary>The case.</summary>
    public required CaseId Id { get; init; }

    /// <summary>Sequence of the last entry.</summary>
    public required int Version { get; init; }

    /// <summary>Procedure.</summary>
    public required string Procedure { get; init; }

    /// <summary>Version of the definition it is pinned to.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>Version of the calendar it counts by.</summary>
    public required string CalendarVersion { get; init; }

    /// <summary>Interpreter flags it was opened with.</summary>
    public required int InterpreterFlags { get; init; }

    /// <summary>Agency that handles it.</summary>
    public required string Agency { get; init; }

    /// <summary>The case number.</summary>
    public required string Reference { get; init; }

    /// <summary>Parent, or null.</summary>
    public ParentLink? Parent { get; init; }

    /// <summary>Which opening of the calendar it is; null when someone opened it.</summary>
    public ScheduledOpening? Schedule { get; init; }

    /// <summary>Root of the tree.</summary>
    public CaseId Root => Parent?.Root ?? Id;

    /// <summary>State; <c>cancelled</c> after a cancellation.</summary>
    public required string State { get; init; }

    /// <summary>The case has ended.</summary>
    public bool Closed { get; init; }

    /// <summary>Outcome of an ended case; null while open or cancelled.</summary>
    public string? Outcome { get; init; }

    /// <summary>Legal day of the opening.</summary>
    public required LocalDate OpenedOn { get; init; }

    /// <summary>Legal day on which it ended.</summary>
    public LocalDate? ClosedOn { get; init; }

    /// <summary>Values of the fields.</summary>
    public required ImmutableSortedDictionary<string, FieldValue> Fields { get; init; }

    /// <summary>Flags that are up.</summary>
    public ImmutableSortedSet<string> Flags { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Legal events in order, with corrected days.</summary>
    public required ImmutableArray<LegalEvent> Legal { get; init; }

    /// <summary>Child cases in order of opening.</summary>
    public ImmutableArray<ChildCase> Children { get; init; } = [];

    /// <summary>Clocks with their due dates as last journaled, by name; a clock that does not run is absent.</summary>
    public ImmutableSortedDictionary<string, ClockReading> Clocks { get; init; } = ImmutableSortedDictionary.Create<string, ClockReading>(StringComparer.Ordinal);

    /// <summary>Documents issued, in order; the first is number 1.</summary>
    public ImmutableArray<IssuedDocument> Documents { get; init; } = [];

    /// <summary>Files put to the case, in order; the first is number 1.</summary>
    public ImmutableArray<AttachedFile> Attachments { get; init; } = [];

    /// <summary>Services of documents, in order; the first is number 1.</summary>
    public ImmutableArray<RecordedService> Services { get; init; } = [];

    /// <summary>E-mails asked for, in order; the first is number 1.</summary>
    public ImmutableArray<RequestedMail> Mails { get; init; } = [];

    /// <summary>The latest legal day, on or after which the next event must lie.</summary>
    public LocalDate LastDay => Legal[^1].Day;

    /// <summary>The legal day of an entry, as corrected.</summary>
    /// <exception cref="InvalidOperationException">The entry is no legal event of this case.</exception>
    public LocalDate DayOf(int sequence)
    {
        foreach (var happened in Legal)
        {
            if (happened.Sequence == sequence)
                return happened.Day;
        }

        throw new InvalidOperationException($"Entry {sequence} of case {Id} is no legal event.");
    }
}

/// <summary>A legal event: something with a legal day that clocks hang on.</summary>
/// <param name="Sequence">Its entry.</param>
/// <param name="Trigger">Trigger (<c>open</c> for the opening, <c>cancel</c> for a cancellation).</param>
/// <param name="From">State before; empty at the opening.</param>
/// <param name="To">State after.</param>
/// <param name="Day">Legal day, as corrected.</param>
/// <param name="At">Instant, where minutes count.</param>
/// <param name="Raised">Flags raised.</param>
/// <param name="Lowered">Flags lowered.</param>
/// <param name="Extension">Extension granted.</param>
public sealed record LegalEvent(
    int Sequence,
    string Trigger,
    string From,
    string To,
    LocalDate Day,
    Instant? At,
    ImmutableArray<string> Raised,
    ImmutableArray<string> Lowered,
    int? Extension);

/// <summary>A child case as its parent knows it.</summary>
/// <param name="Id">The child.</param>
/// <param name="Procedure">Its procedure.</param>
/// <param name="Agency">The agency that handles it.</param>
/// <param name="Linked">A case of its own that this one only opened, see <see cref="OpensDefinition.Linked"/>.</param>
/// <param name="OpenedBy">Sequence of the legal event that opened it (its day is that event's day).</param>
/// <param name="State">Its state when it last told something.</param>
/// <param name="Outcome">Its outcome; null while open.</param>
/// <param name="ClosedOn">Legal day on which it ended; null while open.</param>
/// <param name="Values">What it returned.</param>
public sealed record ChildCase(
    CaseId Id,
    string Procedure,
    string Agency,
    bool Linked,
    int OpenedBy,
    string State,
    string? Outcome,
    LocalDate? ClosedOn,
    ImmutableSortedDictionary<string, FieldValue> Values);

/// <summary>A running clock as last journaled.</summary>
/// <param name="Deadline">Its due date.</param>
/// <param name="Warned">The smallest warning recorded for this due date: working days left, 0 for overdue; null for none.</param>
public sealed record ClockReading(Deadline Deadline, int? Warned);

/// <summary>A document in the case's register.</summary>
public sealed record IssuedDocument(int Sequence, string Document, string Title, string Number, LocalDate IssuedOn);
