namespace Workflows.Storage.Checks;

/// <summary>Where a case stands while its journal is read.</summary>
internal sealed class CaseTrack
{
    public required byte[] Head { get; init; }

    /// <summary>Position of the first entry.</summary>
    public required long OpenedAt { get; init; }

    public int Sequence { get; set; }

    /// <summary>Position of the last entry that names a state.</summary>
    public long StateAt { get; set; }
}
