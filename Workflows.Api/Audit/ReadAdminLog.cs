using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.Problems;
using Workflows.Api.Queries;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Audit;

/// <summary>Reads the log of administrative changes.</summary>
internal static class ReadAdminLog
{
    /// <summary>A page of the log.</summary>
    /// <param name="Entries">Oldest first.</param>
    /// <param name="Next">Cursor of the page that follows; null at the end.</param>
    internal sealed record Reply(ImmutableArray<EntryView> Entries, string? Next);

    /// <summary>An administrative change.</summary>
    /// <param name="Position">Its place in the chain, which it shares with the reads of `GET /audit/reads`.</param>
    /// <param name="RecordedAt">When, in real time.</param>
    /// <param name="Actor">Who.</param>
    /// <param name="Action">What was done: <c>definition.published</c>.</param>
    /// <param name="Subject">To what.</param>
    /// <param name="Detail">The rest of it.</param>
    /// <param name="Hash">Its link of the chain, lower-case hex.</param>
    internal sealed record EntryView(
        long Position, Instant RecordedAt, ActorStamp Actor, string Action, string Subject, JsonNode? Detail, string Hash);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/audit/admin-log", Handle)
        .WithName("readAdminLog").WithTags("Audit")
        .WithSummary("Read the log of administrative changes, for audit administrators and auditors")
        .Produces<Reply>().Refuses(403);

    private static IResult Handle(
        Caller caller,
        [QueryParameter("`next` of the page before.")] string? cursor,
        [QueryParameter("Entries of a page, at most 200; 50 when left out.", Type = "integer")] string? limit,
        CaseDatabase database)
    {
        if (AuditScope.Of(caller) is null)
            return AuditScope.Refused.Result();
        var query = new QueryReader();
        var (after, count) = (query.Number("cursor", cursor, 0, long.MaxValue, 0), query.Limit(limit));
        if (query.Problem is { } wrong)
            return wrong.Result();
        var entries = database.AdminLog.Read(after, count);
        return Results.Ok(Page(entries, count));
    }

    /// <summary>A page of entries; the list of reads is given so too.</summary>
    public static Reply Page(ImmutableArray<AdminEntry> entries, int count) =>
        new([.. entries.Select(View)], entries.Length == count ? $"{entries[^1].Position}" : null);

    private static EntryView View(AdminEntry entry) => new(
        entry.Position, entry.RecordedAt, entry.Actor, entry.Action, entry.Subject, JsonNode.Parse(entry.Detail), Convert.ToHexStringLower(entry.Hash.AsSpan()));
}
