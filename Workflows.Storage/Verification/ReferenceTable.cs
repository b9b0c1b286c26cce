using System.Text;
using Workflows.Storage.Administration;
using Workflows.Storage.Database;

namespace Workflows.Storage.Checks;

/// <summary>A table that administrators change, and what of it the administrative log accounts for.</summary>
/// <param name="Name">Name.</param>
/// <param name="Keys">Columns of its key.</param>
/// <param name="Columns">The others; those of <paramref name="Digested"/> are compared by their digest.</param>
/// <param name="Digested">Columns that the log knows by their digest only.</param>
/// <param name="Where">Which rows; null for all.</param>
internal sealed record ReferenceTable(string Name, string[] Keys, string[] Columns, string[] Digested, string? Where = null)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ReferenceTable> All { get; } =
    [
        new("definitions", ["procedure", "version"], ["yaml", "sha256", "published_at", "published_by", "effective_at"], ["yaml"]),
        new("drafts", ["procedure"], ["revision", "yaml", "edited_at", "edited_by"], ["yaml"]),
        new("templates", ["id", "version"], ["content", "sha256", "published_at", "published_by"], ["content"]),
        new("notices", ["jurisdiction", "year", "revision"], ["json", "calendar_version", "loaded_at", "loaded_by"], ["json"]),
        new("agencies", ["id"], ["json"], ["json"]),
        new(
            "access_keys",
            ["id"],
            [
                "name", "hash", "grants", "owner", "may_backdate", "created_at", "revoked_at", "administration", "expires_at", "limits", "previous_hash",
                "previous_until",
            ],
            ["hash", "grants", "limits", "previous_hash"]),
        new("accounts", ["id"], ["login", "administration", "disabled_at", "json"], ["json"]),
        new("sessions", ["id"], ["hash", "account", "created_at", "expires_at", "ended_at"], ["hash"]),
        new("webhooks", ["id"], ["json"], ["json"]),
        new(
            "deadline_feeds",
            ["id"],
            ["hash", "agency", "role", "procedures", "created_by", "created_at", "expires_at", "revoked_at"],
            ["hash", "procedures"]),
        new(
            "case_links",
            ["id"],
            ["hash", "case_id", "kind", "trigger", "documents", "created_by", "creator_name", "created_at", "expires_at", "revoked_at", "used_at"],
            ["hash", "case_id", "documents"]),
        new("case_keys", ["case_id"], ["wrapped", "destroyed_at"], ["wrapped"], "wrapped IS NULL OR destroyed_at IS NOT NULL"),
        new("sandbox_clock", ["id"], ["now"], []),
        new("meta", ["key"], ["value"], [], $"key = '{Meta.CalendarVersion}' OR (key = '{Meta.Sandbox}' AND EXISTS (SELECT 1 FROM sandbox_clock))"),
    ];

    /// <summary>The rows as they are, by key.</summary>
    public List<(string Key, IReadOnlyDictionary<string, string?> Columns)> Read(Session session) =>
        session.Sql($"SELECT {string.Join(", ", Keys.Concat(Columns))} FROM {Name}{(Where is null ? "" : $" WHERE {Where}")} ORDER BY {string.Join(", ", Keys)}")
            .All(row => (Key(row), (IReadOnlyDictionary<string, string?>)Columns.Select((column, index) => (column, Value: Value(row, Keys.Length + index, column)))
                .ToDictionary(pair => pair.column, pair => pair.Value)));

    private string Key(Statement row) => Keys[0] == "case_id" && row.Span(0).Length == 16
        ? row.Id(0).ToString()
        : string.Join('/', Keys.Select((_, index) => Encoding.UTF8.GetString(row.Span(index))));

    private string? Value(Statement row, int index, string column) =>
        row.IsNull(index) ? null : Digested.Contains(column) ? Digest.Of(row.Span(index)) : Encoding.UTF8.GetString(row.Span(index));
}
