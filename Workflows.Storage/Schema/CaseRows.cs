using NodaTime;
using Workflows.Engine;

namespace Workflows.Storage.Schema;

/// <summary>A case as last committed: query columns first, the snapshot last so that scans need not read it.</summary>
internal sealed class CaseRow
{
    public long Received { get; init; }
    public CaseId Id { get; init; }
    public int Version { get; init; }
    public required string Procedure { get; init; }
    public int DefinitionVersion { get; init; }
    public required string State { get; init; }
    public required string Agency { get; init; }
    public required string Reference { get; init; }
    public CaseId? Parent { get; init; }
    public CaseId Root { get; init; }
    public LocalDate OpenedOn { get; init; }
    public LocalDate? ClosedOn { get; init; }
    public bool Closed { get; init; }
    public string? Outcome { get; init; }
    public string? ReportColumn { get; init; }
    public string? ReportRow { get; init; }
    public LocalDate? ReportMade { get; init; }
    public Instant? NextDue { get; init; }
    public string? Schedule { get; init; }
    public LocalDate? Period { get; init; }
    public Instant? AttentionAt { get; init; }
    public required string CalendarVersion { get; init; }
    public required byte[] Head { get; init; }
    public required string Text { get; init; }
    public required byte[] Snapshot { get; init; }
}

/// <summary>A clock that has run; <c>open</c> while it runs. <c>sequence</c> and <c>changed_at</c> are those of the entry that last changed it.</summary>
internal sealed class DeadlineRow
{
    public CaseId CaseId { get; init; }
    public required string Clock { get; init; }
    public bool Open { get; init; }
    public required string Status { get; init; }
    public LocalDate? Due { get; init; }
    public Instant? DueAt { get; init; }
    public LocalDate? Earliest { get; init; }
    public LocalDate? Latest { get; init; }
    public LocalDate? FirmThrough { get; init; }
    public Instant? EndsAt { get; init; }
    public int Sequence { get; init; }
    public Instant ChangedAt { get; init; }
}

/// <summary>A document in the register of its case; its data stays in the journal.</summary>
internal sealed class DocumentRow
{
    public CaseId CaseId { get; init; }
    public int N { get; init; }
    public int Sequence { get; init; }
    public required string Document { get; init; }
    public required string Title { get; init; }
    public required string Number { get; init; }
    public required string Template { get; init; }
    public int TemplateVersion { get; init; }
    public LocalDate IssuedOn { get; init; }
}

/// <summary>Where a fact stands in the journal; its values stay there.</summary>
internal sealed class FactRow
{
    public long Position { get; init; }
    public CaseId CaseId { get; init; }
    public int Sequence { get; init; }
    public required string Kind { get; init; }
    public required string Agency { get; init; }
    public LocalDate OccurredOn { get; init; }
}

/// <summary>A stretch of the journal whose facts of a kind about an agency (<c>source</c>) the case has collected.</summary>
internal sealed class CollectedRow
{
    public CaseId CaseId { get; init; }

    public required string Kind { get; init; }

    public required string Source { get; init; }

    public long First { get; init; }

    public long Last { get; init; }
}

/// <summary>The key of a case, wrapped by the master key; null once destroyed.</summary>
internal sealed class CaseKeyRow
{
    public CaseId CaseId { get; init; }
    public byte[]? Wrapped { get; init; }
    public Instant? DestroyedAt { get; init; }
}

/// <summary>A keyed hash of a personal value, so that the same applicant can be found without reading anything.</summary>
internal sealed class SearchHashRow
{
    public CaseId CaseId { get; init; }
    public required string Field { get; init; }
    public required byte[] Hmac { get; init; }
}

/// <summary>The first reply to an idempotency key; its body is sealed with the key of the case. The case of one about none is all zeros.</summary>
internal sealed class ReplyRow
{
    public required string Caller { get; init; }
    public required string Key { get; init; }
    public required string RequestHash { get; init; }
    public CaseId CaseId { get; init; }
    public int Status { get; init; }
    public string? ETag { get; init; }
    public string? Location { get; init; }
    public required byte[] Body { get; init; }
    public Instant ExpiresAt { get; init; }
}

/// <summary>The last number that a series gave in a year.</summary>
internal sealed class CounterRow
{
    public required string Series { get; init; }
    public int Year { get; init; }
    public int Last { get; init; }
}
