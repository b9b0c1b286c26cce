using Workflows.Api.Access;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Audit;

/// <summary>Gives the last checkpoint, to be kept elsewhere.</summary>
internal static class ReadAnchor
{
    /// <summary>The last checkpoint.</summary>
    /// <param name="Anchor">Its number, a colon, and its hash: what a verification takes.</param>
    /// <param name="Checkpoint">Its number; 0 before the first.</param>
    /// <param name="Hash">Its hash, lower-case hex. It vouches for everything written up to it.</param>
    internal sealed record Reply(string Anchor, long Checkpoint, string Hash);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/audit/verification/anchor", Handle)
        .WithName("readAnchor").WithTags("Audit")
        .WithSummary("Read the last checkpoint, to be kept outside the database")
        .WithDescription(
            "For audit administrators and auditors. It costs next to nothing; ask for it daily and keep it where whoever holds the database cannot write. "
            + "A later verification is told it as `anchor`.")
        .Produces<Reply>().Refuses(403);

    private static IResult Handle(Caller caller, CaseDatabase database)
    {
        if (AuditScope.Of(caller) is null)
            return AuditScope.Refused.Result();
        var last = database.Verification.LastCheckpoint();
        return Results.Ok(new Reply(last.ToString(), last.Checkpoint, last.Hash));
    }
}
