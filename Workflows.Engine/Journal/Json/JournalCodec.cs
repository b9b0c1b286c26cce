using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>
/// Journal entries and snapshots as canonical JSON (RFC 8785). What is personal stands in envelopes that only the case's
/// key opens: personal fields and columns, every note, the data of every document, the values of facts and of children.
/// One codec serves the life of the process; it is safe to share among threads.
/// </summary>
/// <param name="definitions">The definition a case is pinned to, by procedure and version. It types the values.</param>
public sealed class JournalCodec(Func<string, int, ProcedureDefinition> definitions)
{
    [ThreadStatic]
    private static CanonicalJsonWriter? reused;

    private readonly ConcurrentDictionary<(string Procedure, int Version), CaseFieldsJson> fields = new();

    /// <summary>The name of an event in the journal: <c>document-issued</c>.</summary>
    public static string TypeOf(CaseEvent what) => EventJson.TypeOf(what);

    /// <summary>Writes an entry of a case that is pinned to the given definition.</summary>
    public byte[] WriteEntry(JournalEntry entry, string procedure, int version, ISealer sealer)
    {
        var writer = Writer();
        var envelopes = new Envelopes(sealer, entry.Case, entry.Sequence);
        writer.StartObject();
        writer.Name("actor"u8);
        Write(writer, entry.Actor);
        writer.Id("case"u8, entry.Case);
        writer.Name("event"u8);
        EventJson.Write(writer, entry.Event, Fields(procedure, version), envelopes);
        if (entry.Note is { } note)
        {
            writer.Name("note"u8);
            envelopes.Write(writer, "note", Encoding.UTF8.GetBytes(note));
        }

        writer.Moment("occurredAt"u8, entry.OccurredAt);
        writer.Date("occurredOn"u8, entry.OccurredOn);
        writer.Moment("recordedAt"u8, entry.RecordedAt);
        writer.Number("sequence"u8, entry.Sequence);
        writer.EndObject();
        return writer.Written.ToArray();
    }

    /// <summary>Reads an entry; what is sealed with a destroyed key reads as <see cref="Destroyed"/>.</summary>
    /// <exception cref="JsonException">The bytes are not an entry.</exception>
    public JournalEntry ReadEntry(ReadOnlyMemory<byte> json, string procedure, int version, ISealer sealer)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var id = root.GetProperty("case"u8).Id();
        var sequence = root.Number("sequence"u8);
        var envelopes = new Envelopes(sealer, id, sequence);
        return new JournalEntry(
            id,
            sequence,
            root.GetProperty("recordedAt"u8).Moment(),
            root.GetProperty("occurredOn"u8).Date(),
            root.MaybeMoment("occurredAt"u8),
            Actor(root.GetProperty("actor"u8)),
            root.Maybe("note"u8) is { } note ? Note(note, envelopes) : null,
            EventJson.Read(root.GetProperty("event"u8), Fields(procedure, version), envelopes));
    }

    /// <summary>Writes a snapshot.</summary>
    public byte[] WriteState(CaseState state, ISealer sealer) => WriteSnapshot(state, sealer, null).Bytes;

    /// <summary>Writes a snapshot.</summary>
    /// <param name="state">The case.</param>
    /// <param name="sealer">Seals what is personal.</param>
    /// <param name="before">An earlier snapshot of the same case, to take over from; null for none.</param>
    public Snapshot WriteSnapshot(CaseState state, ISealer sealer, Snapshot? before)
    {
        var writer = Writer();
        var legal = StateJson.Write(
            writer, state, Fields(state.Procedure, state.DefinitionVersion), Envelopes(sealer, state.Id, state.Version), before);
        return new Snapshot(writer.Written.ToArray(), state.Legal, legal);
    }

    /// <summary>Reads a snapshot; what is sealed with a destroyed key reads as <see cref="Destroyed"/>.</summary>
    /// <exception cref="JsonException">The bytes are not a snapshot.</exception>
    public CaseState ReadState(ReadOnlyMemory<byte> json, ISealer sealer)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var envelopes = Envelopes(sealer, root.GetProperty("id"u8).Id(), root.Number("version"u8));
        return StateJson.Read(root, Fields(root.Text("procedure"u8), root.Number("definitionVersion"u8)), envelopes);
    }

    /// <summary>The thread's writer, empty; its room grows once to the size of the largest case.</summary>
    private static CanonicalJsonWriter Writer()
    {
        reused ??= new CanonicalJsonWriter();
        reused.Clear();
        return reused;
    }

    private static Envelopes Envelopes(ISealer sealer, CaseId id, int version) => new(sealer, id, version, "snapshot/");

    private static void Write(CanonicalJsonWriter writer, ActorStamp actor)
    {
        writer.StartObject();
        writer.Text("agency"u8, actor.Agency);
        writer.Text("id"u8, actor.Id);
        writer.Text("name"u8, actor.Name);
        writer.Text("role"u8, actor.Role);
        writer.EndObject();
    }

    private static ActorStamp Actor(JsonElement json) =>
        new(json.Text("id"u8), json.Text("name"u8), json.MaybeText("agency"u8), json.MaybeText("role"u8));

    private static string Note(JsonElement envelope, Envelopes envelopes) =>
        envelopes.Open(envelope, "note") is { } plain ? Encoding.UTF8.GetString(plain) : Destroyed.Marker;

    private CaseFieldsJson Fields(string procedure, int version) =>
        fields.GetOrAdd((procedure, version), static (key, find) => new CaseFieldsJson(find(key.Procedure, key.Version)), definitions);
}
