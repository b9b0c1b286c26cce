using Workflows.Api.Access;
using Workflows.Api.Contract;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Engine;

namespace Workflows.Api.Cases;

/// <summary>Cancels a case.</summary>
internal static class CancelCase
{
    /// <summary>A cancellation.</summary>
    /// <param name="Note">The reason.</param>
    internal sealed record Request(string Note);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/cases/{id}/cancellation", Handle)
        .WithName("cancelCase").WithTags("Cases")
        .WithSummary("Cancel a case")
        .WithDescription("For a case opened by mistake or withdrawn. It and its open children end without an outcome; the history stays.")
        .TakesIfMatch().TakesIdempotencyKey()
        .Produces<CaseView>().Refuses(403, 404, 409, 412, 422, 428, 503).Does("command:cancellation");

    private static Task<IResult> Handle(Caller caller, string id, JsonBody<Request> body, HttpRequest http, CaseDesk desk) =>
        desk.Change(http, caller, body.HashWith(http), id, new Command.CancelCase { Actor = caller.Actor, Note = body.Value.Note });
}
