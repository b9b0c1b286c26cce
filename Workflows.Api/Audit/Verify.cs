using System.Collections.Immutable;
using Workflows.Api.Access;
using Workflows.Api.Problems;
using Workflows.Api.Queries;
using Workflows.Storage;

namespace Workflows.Api.Audit;

/// <summary>Verifies that nothing stored was altered.</summary>
internal static class Verify
{
    private const int MostFaults = 1000;

    /// <summary>What was read and found.</summary>
    /// <param name="Sound">No fault was found.</param>
    /// <param name="Entries">Journal entries read.</param>
    /// <param name="Cases">Cases that they belong to.</param>
    /// <param name="AdminEntries">Administrative changes read.</param>
    /// <param name="Checkpoints">Checkpoints read.</param>
    /// <param name="Anchor">The last checkpoint. Kept elsewhere, it shows later that nothing was cut off or rewritten since.</param>
    /// <param name="FaultCount">How many faults there are.</param>
    /// <param name="Faults">The first thousand of them.</param>
    internal sealed record Reply(
        bool Sound,
        long Entries,
        long Cases,
        long AdminEntries,
        long Checkpoints,
        string Anchor,
        int FaultCount,
        ImmutableArray<Fault> Faults);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/audit/verification", Handle)
        .WithName("verify").WithTags("Audit")
        .WithSummary("Verify the whole database: hash chains, checkpoints, rows and the administrative log")
        .WithDescription(
            "For audit administrators and auditors. One verification runs at a time; the reply comes when it has read everything. An end that was cut off "
            + "cleanly, or a whole database rewritten, is found only with an `anchor` kept elsewhere. A row that administrators change, and that the "
            + "administrative log does not account for, is told by `table` and `key`.")
        .Produces<Reply>().Refuses(403);

    private static async Task<IResult> Handle(
        Caller caller,
        [QueryParameter("`true`: also replay every case and compare what is derived from it. It takes several times as long.", Type = "boolean")] string? replay,
        [QueryParameter("A checkpoint kept elsewhere, `number:hash` as `GET /audit/verification/anchor` gave it; it must still be there.")] string? anchor,
        Verifications verifications,
        CancellationToken cancel)
    {
        if (AuditScope.Of(caller) is null)
            return AuditScope.Refused.Result();
        var query = new QueryReader();
        var replayed = query.Flag("replay", replay) == true;
        if (!Anchor.TryParse(anchor, out var kept) && anchor is not null)
            query.Wrong("anchor", "应为校验点的序号、冒号和 64 位十六进制哈希，如 41:9f86…");
        if (query.Problem is { } wrong)
            return wrong.Result();
        var report = await verifications.Run(replayed, kept, cancel);
        return Results.Ok(new Reply(
            report.Faults.IsEmpty,
            report.Entries,
            report.Cases,
            report.AdminEntries,
            report.Checkpoints,
            report.Anchor.ToString(),
            report.Faults.Length,
            [.. report.Faults.Take(MostFaults)]));
    }
}
