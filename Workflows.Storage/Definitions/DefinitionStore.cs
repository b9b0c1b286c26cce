using System.Collections.Immutable;
using System.Text.Json;
using NodaTime.Text;
using Workflows.Engine;
using Workflows.Storage.Administration;
using Workflows.Storage.Database;
using Workflows.Storage.Journal;

namespace Workflows.Storage;

/// <summary>Drafts, and the versions published here; they extend the catalogue that ships with the program.</summary>
public sealed class DefinitionStore
{
    private const string DraftColumns = "SELECT procedure, yaml, revision, edited_at, edited_by FROM drafts";
    private const string PublishedColumns = "SELECT procedure, version, yaml, sha256, published_at, published_by, effective_at FROM definitions";
    private readonly Writer writer;
    private readonly ReaderPool readers;

    internal DefinitionStore(Writer writer, ReaderPool readers)
    {
        this.writer = writer;
        this.readers = readers;
    }

    /// <summary>Every version published here, by procedure and version.</summary>
    public ImmutableArray<PublishedDefinition> All() => readers.Read(session =>
        session.Sql($"{PublishedColumns} ORDER BY procedure, version").All(Published).ToImmutableArray());

    /// <summary>All drafts, by procedure.</summary>
    public ImmutableArray<Draft> Drafts() => readers.Read(session =>
        session.Sql($"{DraftColumns} ORDER BY procedure").All(Read).ToImmutableArray());

    /// <summary>The draft of a procedure, or null.</summary>
    public Draft? FindDraft(string procedure) => readers.Read(session => Find(session, procedure));

    /// <summary>Writes a draft.</summary>
    /// <param name="procedure">Procedure.</param>
    /// <param name="yaml">Text; it may still hold errors.</param>
    /// <param name="expectedRevision">The revision it replaces; 0 when there is none yet.</param>
    /// <param name="by">Who.</param>
    /// <returns>The draft as stored; null when the revision is not the current one.</returns>
    public Task<Draft?> SaveDraft(string procedure, string yaml, int expectedRevision, ActorStamp by) => writer.Write(unit =>
    {
        if ((Find(unit.Session, procedure)?.Revision ?? 0) != expectedRevision)
            return null;
        var draft = new Draft(procedure, yaml, expectedRevision + 1, unit.Now, by.Name);
        unit.Session.Sql("INSERT OR REPLACE INTO drafts (procedure, yaml, revision, edited_at, edited_by) VALUES (?, ?, ?, ?, ?)")
            .With(procedure).With(yaml).With(draft.Revision).With(draft.EditedAt).With(draft.EditedBy).Run();
        unit.Log(by, "draft.saved", procedure, JsonSerializer.Serialize(new { revision = draft.Revision, sha256 = Digest.Of(yaml) }));
        return draft;
    });

    /// <summary>Throws a draft away.</summary>
    /// <returns>False when there is none of that revision.</returns>
    public Task<bool> DiscardDraft(string procedure, int expectedRevision, ActorStamp by) => writer.Write(unit =>
    {
        if (unit.Session.Sql("DELETE FROM drafts WHERE procedure = ? AND revision = ?").With(procedure).With(expectedRevision).Run() == 0)
            return false;
        unit.Log(by, "draft.discarded", procedure, JsonSerializer.Serialize(new { revision = expectedRevision }));
        return true;
    });

    /// <summary>Publishes a version and removes the draft.</summary>
    /// <param name="procedure">Procedure.</param>
    /// <param name="version">The number after the latest one in the catalogue.</param>
    /// <param name="yaml">Text, checked by the caller.</param>
    /// <param name="by">Who.</param>
    /// <param name="first">The reply to keep; null for none.</param>
    /// <returns>The version as stored; null when that version, or a later one, has been published already.</returns>
    public Task<PublishedDefinition?> Publish(
        string procedure, int version, string yaml, ActorStamp by, FirstReply<PublishedDefinition?>? first = null) => writer.Write(first, unit =>
    {
        var latest = unit.Session.Sql("SELECT max(version) FROM definitions WHERE procedure = ?").With(procedure).First(row => row.Int(0));
        if (latest >= version)
            return null;
        var published = new PublishedDefinition(procedure, version, yaml, Digest.Of(yaml), unit.Now, by.Name, unit.ServiceNow);
        unit.Session.Sql("INSERT INTO definitions (procedure, version, yaml, sha256, published_at, published_by, effective_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
            .With(procedure).With(version).With(yaml).With(published.Sha256).With(published.PublishedAt).With(published.PublishedBy).With(published.EffectiveAt).Run();
        unit.Session.Sql("DELETE FROM drafts WHERE procedure = ?").With(procedure).Run();
        unit.Log(by, "definition.published", procedure, JsonSerializer.Serialize(
            new { version, sha256 = published.Sha256, effectiveAt = InstantPattern.ExtendedIso.Format(published.EffectiveAt) }));
        return published;
    });

    private static Draft? Find(Session session, string procedure) =>
        session.Sql($"{DraftColumns} WHERE procedure = ?").With(procedure).First(Read);

    private static Draft Read(Statement row) => new(row.Text(0), row.Text(1), row.Int(2), row.Moment(3), row.Text(4));

    private static PublishedDefinition Published(Statement row) =>
        new(row.Text(0), row.Int(1), row.Text(2), row.Text(3), row.Moment(4), row.Text(5), row.Moment(6));
}
