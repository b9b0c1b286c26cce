using System.Collections.Immutable;
using System.Text.Json;
using Workflows.Engine;
using Workflows.Storage.Administration;
using Workflows.Storage.Database;
using Workflows.Storage.Journal;

namespace Workflows.Storage;

/// <summary>Templates of letters published here; they extend those that ship with the program.</summary>
public sealed class TemplateStore
{
    private const string Columns = "SELECT id, version, content, sha256, published_at, published_by FROM templates";
    private readonly Writer writer;
    private readonly ReaderPool readers;

    internal TemplateStore(Writer writer, ReaderPool readers)
    {
        this.writer = writer;
        this.readers = readers;
    }

    /// <summary>Every version, by id and version.</summary>
    public ImmutableArray<StoredTemplate> All() => readers.Read(session =>
        session.Sql($"{Columns} ORDER BY id, version").All(Read).ToImmutableArray());

    /// <summary>A version, or null.</summary>
    public StoredTemplate? Find(string id, int version) => readers.Read(session =>
        session.Sql($"{Columns} WHERE id = ? AND version = ?").With(id).With(version).First(Read));

    /// <summary>Publishes a version.</summary>
    /// <param name="id">Template id.</param>
    /// <param name="version">The number after the latest one; 0 for what comes with the product.</param>
    /// <param name="content">The file.</param>
    /// <param name="by">Who.</param>
    /// <returns>The version as stored; null when that version, or a later one, has been published already.</returns>
    public Task<StoredTemplate?> Publish(string id, int version, ImmutableArray<byte> content, ActorStamp by) => writer.Write(unit =>
    {
        var latest = unit.Session.Sql("SELECT coalesce(max(version), -1) FROM templates WHERE id = ?").With(id).First(row => row.Int(0));
        if (latest >= version)
            return null;
        var template = new StoredTemplate(id, version, content, Digest.Of(content.AsSpan()), unit.Now, by.Name);
        unit.Session.Sql("INSERT INTO templates (id, version, content, sha256, published_at, published_by) VALUES (?, ?, ?, ?, ?, ?)")
            .With(id).With(version).With(content.AsSpan()).With(template.Sha256).With(template.PublishedAt).With(template.PublishedBy).Run();
        unit.Log(by, "template.published", id, JsonSerializer.Serialize(new { version, sha256 = template.Sha256 }));
        return template;
    });

    private static StoredTemplate Read(Statement row) =>
        new(row.Text(0), row.Int(1), [.. row.Span(2)], row.Text(3), row.Moment(4), row.Text(5));
}
