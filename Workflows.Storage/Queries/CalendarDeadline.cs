using NodaTime;
using Workflows.Engine;

namespace Workflows.Storage;

/// <summary>A running clock as a calendar shows it; nothing personal.</summary>
/// <param name="Case">The case.</param>
/// <param name="Procedure">Its procedure.</param>
/// <param name="DefinitionVersion">Version of the definition it is pinned to.</param>
/// <param name="Reference">The case number.</param>
/// <param name="Clock">Name of the clock.</param>
/// <param name="Deadline">Its due date.</param>
/// <param name="EndsAt">When that has passed: 24:00 Asia/Shanghai of the day, or the minute itself.</param>
/// <param name="Sequence">Sequence of the entry that last changed it.</param>
/// <param name="ChangedAt">When that entry was recorded.</param>
public sealed record CalendarDeadline(
    CaseId Case,
    string Procedure,
    int DefinitionVersion,
    string Reference,
    string Clock,
    Deadline Deadline,
    Instant EndsAt,
    int Sequence,
    Instant ChangedAt);
