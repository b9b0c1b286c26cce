using NodaTime;
using Workflows.Engine;

namespace Workflows.Storage.Schema;

/// <summary>An entry. Positions have no gaps, so the journal is also the feed that others follow.</summary>
internal sealed class JournalRow
{
    public long Position { get; init; }
    public CaseId CaseId { get; init; }
    public int Sequence { get; init; }
    public CaseId Root { get; init; }
    public int DefinitionVersion { get; init; }
    public required string Type { get; init; }
    public Instant RecordedAt { get; init; }
    public LocalDate OccurredOn { get; init; }
    public required byte[] Bytes { get; init; }
    public required byte[] PreviousHash { get; init; }
    public required byte[] Hash { get; init; }
}

/// <summary>An administrative change.</summary>
internal sealed class AdminRow
{
    public long Position { get; init; }
    public Instant RecordedAt { get; init; }
    public required string Action { get; init; }
    public required string Subject { get; init; }
    public required byte[] Bytes { get; init; }
    public required byte[] PreviousHash { get; init; }
    public required byte[] Hash { get; init; }
}

/// <summary>What one commit added, chained to the commit before.</summary>
internal sealed class CheckpointRow
{
    public long Number { get; init; }
    public long JournalPosition { get; init; }
    public long AdminPosition { get; init; }
    public required byte[] Hash { get; init; }
}
