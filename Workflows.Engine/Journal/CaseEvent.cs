using System.Collections.Immutable;
using NodaTime;
using Workflows.Calendar;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>What happened. A closed family; the JSON name of each is its class name in kebab-case.</summary>
public abstract record CaseEvent
{
    private CaseEvent()
    {
    }

    /// <summary>A case was opened; everything it is pinned to is named here.</summary>
    public sealed record Opened : CaseEvent
    {
        /// <summary>Procedure.</summary>
        public required string Procedure { get; init; }

        /// <summary>Version of the definition.</summary>
        public required int DefinitionVersion { get; init; }

        /// <summary>SHA-256 of the definition's text, lower-case hex.</summary>
        public required string DefinitionHash { get; init; }

        /// <summary>Version of the calendar.</summary>
        public required string CalendarVersion { get; init; }

        /// <summary>Numbered changes of the interpreter's behaviour that hold for this case.</summary>
        public required int InterpreterFlags { get; init; }

        /// <summary>Agency that handles the case.</summary>
        public required string Agency { get; init; }

        /// <summary>The case number.</summary>
        public required IssuedNumber Reference { get; init; }

        /// <summary>The parent, or null.</summary>
        public ParentLink? Parent { get; init; }

        /// <summary>Which opening of the calendar it is; null when someone opened it.</summary>
        public ScheduledOpening? Schedule { get; init; }

        /// <summary>State entered.</summary>
        public required string To { get; init; }

        /// <summary>Fields given a value.</summary>
        public required ImmutableSortedDictionary<string, FieldValue> Set { get; init; }

        /// <summary>Article under which it happened.</summary>
        public required LegalBasis Basis { get; init; }
    }

    /// <summary>A trigger fired.</summary>
    public sealed record Moved : CaseEvent
    {
        /// <summary>Name of the trigger.</summary>
        public required string Trigger { get; init; }

        /// <summary>Index of the branch taken, from 0.</summary>
        public required int Branch { get; init; }

        /// <summary>State before.</summary>
        public required string From { get; init; }

        /// <summary>State after (the same when the case stayed).</summary>
        public required string To { get; init; }

        /// <summary>Fields given a value.</summary>
        public required ImmutableSortedDictionary<string, FieldValue> Set { get; init; }

        /// <summary>Fields whose value was removed.</summary>
        public ImmutableArray<string> Cleared { get; init; } = [];

        /// <summary>Flags raised.</summary>
        public ImmutableArray<string> Raised { get; init; } = [];

        /// <summary>Flags lowered.</summary>
        public ImmutableArray<string> Lowered { get; init; } = [];

        /// <summary>Extension granted, in units of the clock's period; null when none.</summary>
        public int? Extension { get; init; }

        /// <summary>Child that caused it; null otherwise.</summary>
        public CaseId? Child { get; init; }

        /// <summary>Whether the case ended with it.</summary>
        public bool Closes { get; init; }

        /// <summary>Outcome told to a parent; null while open.</summary>
        public string? Outcome { get; init; }

        /// <summary>Article under which it happened.</summary>
        public required LegalBasis Basis { get; init; }
    }

    /// <summary>A document was issued: its number, its template and the data it was filled with.</summary>
    /// <param name="Document">Name in the definition.</param>
    /// <param name="Title">Title.</param>
    /// <param name="Template">Template id.</param>
    /// <param name="TemplateVersion">Version of the template in force.</param>
    /// <param name="Number">Number; the series is null when it carries another document's number.</param>
    /// <param name="Basis">Article.</param>
    /// <param name="Data">What it was filled with, as a JSON object (encrypted as a whole at rest).</param>
    public sealed record DocumentIssued(
        string Document, string Title, string Template, int TemplateVersion, IssuedNumber Number, LegalBasis Basis, string Data) : CaseEvent;

    /// <summary>A child case was opened in the same transaction.</summary>
    /// <param name="Child">The child.</param>
    /// <param name="Procedure">Its procedure.</param>
    /// <param name="Agency">The agency that handles it.</param>
    /// <param name="Linked">A case of its own, see <see cref="OpensDefinition.Linked"/>.</param>
    /// <param name="Basis">Article.</param>
    public sealed record ChildOpened(CaseId Child, string Procedure, string Agency, bool Linked, LegalBasis Basis) : CaseEvent;

    /// <summary>A child case ended or told something.</summary>
    /// <param name="Child">The child.</param>
    /// <param name="State">Its state.</param>
    /// <param name="Outcome">Its outcome; null while open.</param>
    /// <param name="Values">What it returned.</param>
    public sealed record ChildHeard(
        CaseId Child, string State, string? Outcome, ImmutableSortedDictionary<string, FieldValue> Values) : CaseEvent;

    /// <summary>A due date came, went or moved.</summary>
    /// <param name="Clock">Name of the clock.</param>
    /// <param name="Old">Before; null when it did not run.</param>
    /// <param name="New">After; null when it no longer runs.</param>
    /// <param name="Basis">Article of the clock.</param>
    public sealed record DeadlineChanged(string Clock, Deadline? Old, Deadline? New, LegalBasis Basis) : CaseEvent;

    /// <summary>A warning became due.</summary>
    /// <param name="Clock">Name of the clock.</param>
    /// <param name="Left">Working days left; 0 for overdue.</param>
    /// <param name="Due">The due date warned of.</param>
    public sealed record Warned(string Clock, int Left, LocalDate Due) : CaseEvent;

    /// <summary>The legal day of an earlier entry was corrected.</summary>
    /// <param name="Corrects">Sequence of that entry.</param>
    /// <param name="Old">The day before.</param>
    /// <param name="New">The right day.</param>
    /// <param name="Set">Fields that took their day from that entry, with the right one.</param>
    public sealed record DateCorrected(
        int Corrects, LocalDate Old, LocalDate New, ImmutableSortedDictionary<string, FieldValue> Set) : CaseEvent;

    /// <summary>The case took a newer calendar.</summary>
    public sealed record CalendarAdopted(string Old, string New) : CaseEvent;

    /// <summary>The case was cancelled.</summary>
    public sealed record Cancelled(string From) : CaseEvent;

    /// <summary>An agency was merged, and its successor takes its place in the case.</summary>
    /// <param name="Of">The parent or child whose agency it is; null for the agency that handles this case.</param>
    /// <param name="Old">The agency that was merged.</param>
    /// <param name="New">Its successor.</param>
    /// <param name="Basis">Article.</param>
    public sealed record AgencyChanged(CaseId? Of, string Old, string New, LegalBasis Basis) : CaseEvent;

    /// <summary>A fact for a register or a later procedure.</summary>
    /// <param name="Kind">What register or procedure it is for.</param>
    /// <param name="Agency">The agency it is about, where that is another than the one that handles the case; null otherwise.</param>
    /// <param name="Values">Its values.</param>
    /// <param name="Basis">Article.</param>
    public sealed record FactRecorded(
        string Kind, string? Agency, ImmutableSortedDictionary<string, FieldValue> Values, LegalBasis Basis) : CaseEvent;

    /// <summary>Facts of registers were taken over into a list of this case.</summary>
    /// <param name="Kind">Kind of the facts.</param>
    /// <param name="Into">The list field.</param>
    /// <param name="Rows">The rows appended to it, one for each fact.</param>
    /// <param name="Taken">Where the facts stand in the journal.</param>
    /// <param name="Basis">Article.</param>
    public sealed record FactsCollected(
        string Kind,
        string Into,
        ImmutableArray<ImmutableSortedDictionary<string, FieldValue>> Rows,
        ImmutableArray<CollectedStretch> Taken,
        LegalBasis Basis) : CaseEvent;

    /// <summary>A file was put to the case. Its name and the hash of its content are sealed with the key of the case.</summary>
    /// <param name="Attachment">The file.</param>
    public sealed record AttachmentAdded(Attachment Attachment) : CaseEvent;

    /// <summary>A document was served. The texts in it are sealed with the key of the case.</summary>
    /// <param name="Service">How.</param>
    public sealed record DocumentServed(Service Service) : CaseEvent;

    /// <summary>Something became known of a service. Who signed for it is sealed with the key of the case.</summary>
    /// <param name="Number">Number of the service within the case, from 1.</param>
    /// <param name="News">What.</param>
    /// <param name="On">Its day.</param>
    /// <param name="ReceivedBy">Who signed for it; null where that is not known, or it was not.</param>
    /// <param name="Attachment">Number of the file of the case that shows it, from 1; null for none.</param>
    public sealed record ServiceFollowed(int Number, ServiceNews News, LocalDate On, string? ReceivedBy, int? Attachment) : CaseEvent;

    /// <summary>A document is to go out by e-mail. The address is sealed with the key of the case.</summary>
    /// <param name="Mail">What, and where to.</param>
    public sealed record MailRequested(Mail Mail) : CaseEvent;

    /// <summary>An e-mail could not be sent, and will not be tried again.</summary>
    /// <param name="Number">Number of the e-mail within the case, from 1.</param>
    /// <param name="Reason">Why, without any address.</param>
    public sealed record MailFailed(int Number, string Reason) : CaseEvent;
}

/// <summary>A number taken from a series that has no gaps.</summary>
/// <param name="Text">As printed: 桦依申〔2026〕3号.</param>
/// <param name="Series">Series, or null when the number was taken over from elsewhere.</param>
/// <param name="Year">Year of the series.</param>
/// <param name="Serial">1, 2, 3 …</param>
public sealed record IssuedNumber(string Text, string? Series, int Year, int Serial);

/// <summary>A due date as believed at the time.</summary>
/// <param name="Status">Final, provisional or open.</param>
/// <param name="Due">Last day (ends at 24:00 Asia/Shanghai); null when open.</param>
/// <param name="DueAt">The instant, for periods in hours and minutes.</param>
/// <param name="Earliest">Earliest day while provisional.</param>
/// <param name="Latest">Latest day while provisional.</param>
/// <param name="FirmThrough">Days up to this one are announced; null for periods in minutes.</param>
public sealed record Deadline(
    DueStatus Status, LocalDate? Due, Instant? DueAt, LocalDate? Earliest, LocalDate? Latest, LocalDate? FirmThrough);

/// <summary>A stretch of the journal in which every fact of a kind about an agency was collected.</summary>
/// <param name="Agency">The agency that the facts are about.</param>
/// <param name="First">Position of the first fact collected.</param>
/// <param name="Last">Position of the last one.</param>
public sealed record CollectedStretch(string Agency, long First, long Last);
