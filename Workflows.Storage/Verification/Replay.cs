using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;
using Workflows.Storage.Journal;

namespace Workflows.Storage.Checks;

/// <summary>Replays every case from its journal and holds the snapshot and all derived rows against what comes out.</summary>
internal sealed class Replay(
    MasterKey master,
    CaseKeys keys,
    JournalCodec codec,
    Func<string, int, ProcedureDefinition> definitions,
    Func<string, int, ProcedureDefinition?> counting,
    Func<CaseState, Instant?>? attention)
{
    public void Run(Session session, List<Fault> faults, CancellationToken cancel)
    {
        using var derived = new DerivedRows(session, faults, withAttention: attention is not null);
        var series = new SeriesCheck();
        foreach (var id in session.Sql("SELECT id FROM cases ORDER BY received").All(row => row.Id(0)))
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                using var sealer = keys.Find(session, id);
                if (Fold(session, id, sealer, derived, series) is { } state)
                    Compare(session, state, sealer, derived, faults);
            }
            catch (Exception error) when (error is JsonException or CryptographicException or InvalidOperationException or KeyNotFoundException or FormatException)
            {
                faults.Add(new Fault(FaultKind.AlteredSnapshot, null, id, null, $"The case cannot be replayed: {error.Message}"));
            }

            derived.Clear();
        }

        derived.FindStrays();
        series.Compare(session, faults);
        ReplyCheck.Run(session, master, keys, faults);
    }

    private CaseState? Fold(Session session, CaseId id, CaseSealer sealer, DerivedRows derived, SeriesCheck series)
    {
        CaseState? state = null;
        byte[] head = [];
        session.Sql(
                """
                SELECT journal.bytes, journal.definition_version, cases.procedure, journal.position, journal.hash
                FROM journal JOIN cases ON cases.id = journal.case_id WHERE journal.case_id = ? ORDER BY journal.sequence
                """)
            .With(id).Each(row =>
            {
                var entry = codec.ReadEntry(row.Blob(0), row.Text(2), row.Int(1), sealer);
                state = CaseState.Evolve(state, entry);
                head = row.Blob(4);
                EntryProjection.Write(derived.Scratch, master, entry, row.Long(3), state);
                series.Add(entry.Event);
            });
        if (state is not null)
            CaseProjection.Write(derived.Scratch, isNew: true, state, attention?.Invoke(state), head, [], SearchText.Of(state, definitions),
                ReportPosition.Of(counting(state.Procedure, state.DefinitionVersion), state));
        return state;
    }

    private void Compare(Session session, CaseState state, CaseSealer sealer, DerivedRows derived, List<Fault> faults)
    {
        derived.Compare(state.Id, sealer.IsErased);
        var stored = codec.ReadState(
            session.Sql("SELECT snapshot FROM cases WHERE id = ?").With(state.Id).First(row => row.Blob(0)), sealer);
        if (!codec.WriteState(stored, PlainSealer.Instance).AsSpan().SequenceEqual(codec.WriteState(state, PlainSealer.Instance)))
            faults.Add(new Fault(FaultKind.AlteredSnapshot, null, state.Id, state.Version, "The snapshot is not what the journal leads to."));
    }
}
