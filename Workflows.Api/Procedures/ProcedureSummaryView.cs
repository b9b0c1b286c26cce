using NodaTime;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Procedures;

/// <summary>A version of a procedure in a list.</summary>
/// <param name="Id">Procedure.</param>
/// <param name="Version">Version.</param>
/// <param name="Title">Name.</param>
/// <param name="Act">The act that it carries out.</param>
/// <param name="Calendar">The calendar that it counts by.</param>
/// <param name="Sha256">SHA-256 of its text, lower-case hex; the history of each case names it.</param>
/// <param name="PublishedAt">When it was published here; null for a version delivered with the product.</param>
/// <param name="PublishedBy">Who published it here; null for a version delivered with the product.</param>
internal sealed record ProcedureSummaryView(
    string Id, int Version, LocalizedText Title, string Act, string Calendar, string Sha256, Instant? PublishedAt, string? PublishedBy)
{
    /// <summary>The version with who published it.</summary>
    /// <param name="version">The version.</param>
    /// <param name="published">Everything published here.</param>
    public static ProcedureSummaryView Of(PreparedDefinition version, IEnumerable<PublishedDefinition> published)
    {
        var definition = version.Definition;
        var here = published.FirstOrDefault(one => one.Procedure == definition.Procedure && one.Version == version.Version);
        return new ProcedureSummaryView(
            definition.Procedure, version.Version, definition.Title, definition.Act, definition.Calendar.Value, version.Hash, here?.PublishedAt, here?.PublishedBy);
    }
}
