using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.Contract;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Engine;

namespace Workflows.Api.Cases;

/// <summary>Corrects the legal day of an earlier entry.</summary>
internal static class CorrectDate
{
    /// <summary>A correction.</summary>
    /// <param name="Sequence">Sequence of the entry, from the history.</param>
    /// <param name="Day">The right day.</param>
    /// <param name="Note">The reason.</param>
    internal sealed record Request(int Sequence, LocalDate Day, string Note);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/cases/{id}/corrections", Handle)
        .WithName("correctDate").WithTags("Cases")
        .WithSummary("Correct the legal day of an earlier entry")
        .WithDescription("Every running clock is computed anew. A correction that would undo what has taken effect is refused.")
        .TakesIfMatch().TakesIdempotencyKey()
        .Produces<CaseView>().Refuses(403, 404, 409, 412, 422, 428, 503).Does("command:correction");

    private static Task<IResult> Handle(Caller caller, string id, JsonBody<Request> body, HttpRequest http, CaseDesk desk) =>
        desk.Change(http, caller, body.HashWith(http), id, new Command.CorrectDate
        {
            Actor = caller.Actor,
            Sequence = body.Value.Sequence,
            Day = body.Value.Day,
            Note = body.Value.Note,
        });
}
