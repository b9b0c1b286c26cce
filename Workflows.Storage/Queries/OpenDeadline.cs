using Workflows.Engine;

namespace Workflows.Storage;

/// <summary>A running clock.</summary>
/// <param name="Case">The case.</param>
/// <param name="Clock">Name of the clock.</param>
/// <param name="Deadline">Its due date.</param>
public sealed record OpenDeadline(CaseId Case, string Clock, Deadline Deadline);
