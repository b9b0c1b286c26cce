using NodaTime;

namespace Workflows.Engine;

/// <summary>One entry of a case's journal: what happened, when it counts, when it was recorded, and by whom.</summary>
/// <param name="Case">The case.</param>
/// <param name="Sequence">1, 2, 3 … within the case, without gaps; the last one is the case's version.</param>
/// <param name="RecordedAt">When the system recorded it.</param>
/// <param name="OccurredOn">The legal day, Asia/Shanghai.</param>
/// <param name="OccurredAt">The instant, where minutes count.</param>
/// <param name="Actor">Who.</param>
/// <param name="Note">Free text (encrypted at rest).</param>
/// <param name="Event">What.</param>
public sealed record JournalEntry(
    CaseId Case,
    int Sequence,
    Instant RecordedAt,
    LocalDate OccurredOn,
    Instant? OccurredAt,
    ActorStamp Actor,
    string? Note,
    CaseEvent Event);
