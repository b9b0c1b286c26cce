using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NodaTime;
using Workflows.Api.Letters;
using Workflows.Api.Problems;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Api.Cases;

/// <summary>A case, and what can be done with it next.</summary>
/// <remarks>
/// The reply to a command is brief: it is made inside the writer and stored for retries, so it leaves out the values and what
/// can be done next, unless <c>Prefer: return=representation</c> asks for all of it.
/// </remarks>
internal sealed record CaseView
{
    /// <summary>Id.</summary>
    public required CaseId Id { get; init; }

    /// <summary>Version, counted up with every journal entry; the ETag.</summary>
    public required int Version { get; init; }

    /// <summary>Case number.</summary>
    public required string Reference { get; init; }

    /// <summary>Procedure, in the version the case is pinned to.</summary>
    public required ProcedureRefView Procedure { get; init; }

    /// <summary>Version of the calendar it counts by.</summary>
    public required string CalendarVersion { get; init; }

    /// <summary>The agency that handles it.</summary>
    public required AgencyRefView Agency { get; init; }

    /// <summary>State.</summary>
    public required NamedView State { get; init; }

    /// <summary>It has ended.</summary>
    public required bool Closed { get; init; }

    /// <summary>How it ended; null while open, and when cancelled.</summary>
    public required string? Outcome { get; init; }

    /// <summary>Legal day of its opening.</summary>
    public required LocalDate OpenedOn { get; init; }

    /// <summary>Legal day of its end.</summary>
    public required LocalDate? ClosedOn { get; init; }

    /// <summary>The case that opened it.</summary>
    public required CaseId? Parent { get; init; }

    /// <summary>The period for which the calendar opened it; left out where someone opened it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScheduleRefView? Schedule { get; init; }

    /// <summary>Root of the tree of cases.</summary>
    public required CaseId Root { get; init; }

    /// <summary>Flags that are up.</summary>
    public required ImmutableArray<NamedView> Flags { get; init; }

    /// <summary>Personal values are <c>masked</c>, or shown in <c>clear</c>; not in a brief reply.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Personal { get; init; }

    /// <summary>The personal data were erased at the end of their period; not in a brief reply.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Erased { get; init; }

    /// <summary>Values by field name; not in a brief reply.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonObject? Fields { get; init; }

    /// <summary>Earlier applications of the same applicant to the same agency, for its own people to compare; not in a brief reply.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<EarlierCaseView>? LikelyRepeats { get; init; }

    /// <summary>Clocks.</summary>
    public required ImmutableArray<ClockView> Clocks { get; init; }

    /// <summary>Child cases, in the order of opening.</summary>
    public required ImmutableArray<ChildView> Children { get; init; }

    /// <summary>Documents issued.</summary>
    public required ImmutableArray<DocumentView> Documents { get; init; }

    /// <summary>How many files the case has.</summary>
    public required int Attachments { get; init; }

    /// <summary>Triggers that the caller can fire now; not in a brief reply.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<AllowedTriggerView>? Allowed { get; init; }

    /// <summary>Triggers that the caller cannot fire now, and why; not in a brief reply.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<RefusedTriggerView>? Refused { get; init; }
}

/// <summary>Something with a name and a title.</summary>
/// <param name="Name">Name in the definition.</param>
/// <param name="Title">Shown name.</param>
internal sealed record NamedView(string Name, LocalizedText Title);

/// <summary>An opening of the calendar.</summary>
/// <param name="Name">Name of the schedule.</param>
/// <param name="Title">Shown name.</param>
/// <param name="Period">The day that began the period.</param>
/// <param name="Late">It was opened after that day.</param>
internal sealed record ScheduleRefView(string Name, LocalizedText Title, LocalDate Period, bool Late);

/// <summary>A procedure in one version.</summary>
/// <param name="Id">Id.</param>
/// <param name="Version">Version of the definition.</param>
/// <param name="Title">Shown name.</param>
internal sealed record ProcedureRefView(string Id, int Version, LocalizedText Title);

/// <summary>An agency.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Full name.</param>
internal sealed record AgencyRefView(string Id, string Name);

/// <summary>An earlier case that may ask for the same.</summary>
/// <param name="Id">Id.</param>
/// <param name="Reference">Case number.</param>
/// <param name="OpenedOn">Legal day of its opening.</param>
/// <param name="State">State.</param>
internal sealed record EarlierCaseView(CaseId Id, string Reference, LocalDate OpenedOn, NamedView State);

/// <summary>A child case as its parent knows it.</summary>
/// <param name="Id">The child.</param>
/// <param name="Procedure">Its procedure.</param>
/// <param name="Agency">The agency that handles it.</param>
/// <param name="Linked">A case of its own that this one only opened: neither waits for the other.</param>
/// <param name="State">Its state when it last told something; empty before.</param>
/// <param name="Outcome">How it ended; null while open.</param>
/// <param name="OpenedOn">Legal day of its opening.</param>
/// <param name="ClosedOn">Legal day of its end; null while open.</param>
/// <param name="Values">What it returned.</param>
internal sealed record ChildView(
    CaseId Id, string Procedure, AgencyRefView Agency, bool Linked, string State, string? Outcome, LocalDate OpenedOn, LocalDate? ClosedOn, JsonObject Values);

/// <summary>A document issued.</summary>
/// <param name="N">Its number within the case, from 1.</param>
/// <param name="Sequence">Its journal entry.</param>
/// <param name="Document">Name in the definition.</param>
/// <param name="Title">Title.</param>
/// <param name="Number">Number as printed.</param>
/// <param name="IssuedOn">Day as printed; a later correction of the event does not change it.</param>
/// <param name="Service">How it was served, and what that means in law; left out while no service of it is recorded.</param>
internal sealed record DocumentView(
    int N,
    int Sequence,
    string Document,
    string Title,
    string Number,
    LocalDate IssuedOn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DocumentServiceView? Service);

/// <summary>A trigger that can be fired.</summary>
/// <param name="Name">Name in the address.</param>
/// <param name="Title">Shown name.</param>
/// <param name="Input">Fields it takes.</param>
/// <param name="Basis">Article.</param>
internal sealed record AllowedTriggerView(string Name, LocalizedText Title, ImmutableArray<InputView> Input, LegalBasis Basis);

/// <summary>A trigger that cannot be fired now.</summary>
/// <param name="Name">Name in the address.</param>
/// <param name="Title">Shown name.</param>
/// <param name="Because">Rules that stand in the way.</param>
internal sealed record RefusedTriggerView(string Name, LocalizedText Title, ImmutableArray<UnmetRuleView> Because);
