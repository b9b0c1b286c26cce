using System.Text.Json;
using Workflows.Engine;
using Workflows.Storage.Database;

namespace Workflows.Storage.Checks;

/// <summary>Holds the rows of the cases against what the journal says of each.</summary>
internal static class CaseCheck
{
    public static void Run(Session session, Dictionary<CaseId, CaseTrack> tracks, List<Fault> faults)
    {
        var (seen, last) = (0, 0L);
        session.Sql("SELECT id, version, state, head FROM cases ORDER BY received").Each(row =>
        {
            var id = row.Id(0);
            if (!tracks.TryGetValue(id, out var track))
            {
                Add(id, null, "The case has a row and no journal.");
                return;
            }

            seen++;
            if (track.OpenedAt < last)
                Add(id, 1, "The row stands later among the cases than its first entry among the entries.");
            last = Math.Max(last, track.OpenedAt);
            if (row.Long(1) != track.Sequence)
                Add(id, track.Sequence, $"The row says version {row.Long(1)}; the journal ends with entry {track.Sequence}.");
            else if (!row.Span(3).SequenceEqual(track.Head))
                Add(id, track.Sequence, "The row names another last entry than the journal has.");
            else if (State(session, track.StateAt) is var state && state != row.Text(2))
                Add(id, track.Sequence, $"The row says state {row.Text(2)}; the journal says {state}.");
        });
        if (seen < tracks.Count)
            Rowless();

        void Rowless()
        {
            var rows = session.Sql("SELECT id FROM cases").All(row => row.Id(0)).ToHashSet();
            foreach (var (id, track) in tracks.Where(track => !rows.Contains(track.Key)))
                Add(id, track.Sequence, "The journal knows a case that has no row.");
        }

        void Add(CaseId id, int? sequence, string detail) => faults.Add(new Fault(FaultKind.AlteredCase, null, id, sequence, detail));
    }

    /// <summary>The state that an opening, a move or a cancellation led to; null when the entry cannot be read.</summary>
    private static string? State(Session session, long position) =>
        session.Sql("SELECT bytes FROM journal WHERE position = ?").With(position).First(row =>
        {
            try
            {
                return StateEntered.Read(row.Span(0));
            }
            catch (JsonException)
            {
                return null;
            }
        });
}
