using System.Collections.Immutable;

namespace Workflows.Engine;

/// <summary>A snapshot as written, and where its legal events stand, so that the next one of the case writes only those that are new.</summary>
/// <param name="Bytes">Canonical JSON. Not to be changed.</param>
/// <param name="Legal">The legal events it holds.</param>
/// <param name="LegalBytes">Their elements, without the brackets.</param>
public sealed record Snapshot(byte[] Bytes, ImmutableArray<LegalEvent> Legal, Range LegalBytes)
{
    /// <summary>The legal events of a later state begin with the very ones of this snapshot: none was corrected since.</summary>
    internal bool Begins(ImmutableArray<LegalEvent> later)
    {
        if (later.Length < Legal.Length)
            return false;
        for (var index = 0; index < Legal.Length; index++)
        {
            if (!ReferenceEquals(Legal[index], later[index]))
                return false;
        }

        return true;
    }
}
