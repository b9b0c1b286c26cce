using System.Text.Json;
using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.Contract;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Engine;

namespace Workflows.Api.Cases;

/// <summary>Opens a case.</summary>
internal static class OpenCase
{
    /// <summary>A case to be opened.</summary>
    /// <param name="Procedure">Id of the procedure; the newest version is used.</param>
    /// <param name="Agency">Id of the agency that handles the case.</param>
    /// <param name="Input">Values by field name.</param>
    /// <param name="OccurredOn">Legal day; today when left out. Never in the future.</param>
    /// <param name="OccurredAt">The instant, where minutes count.</param>
    /// <param name="Note">Free text; the reason, when the day lies before today.</param>
    internal sealed record Request(
        string Procedure, string Agency, JsonElement? Input = null, LocalDate? OccurredOn = null, Instant? OccurredAt = null, string? Note = null);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/cases", Handle)
        .WithName("openCase").WithTags("Cases")
        .WithSummary("Open a case")
        .WithDescription("With an `Idempotency-Key` the request can be sent again safely: the first reply is given again for at least 24 hours.")
        .TakesIdempotencyKey()
        .Produces<CaseView>(StatusCodes.Status201Created).Refuses(403, 409, 422, 503).Does("open");

    private static Task<IResult> Handle(
        Caller caller, JsonBody<Request> body, HttpRequest http, ReferenceDataSource reference, CaseDesk desk)
    {
        var sent = body.Value;
        return Refused(caller, sent, reference) is { } problem
            ? Task.FromResult(problem.Result())
            : desk.Open(http, caller, body.HashWith(http), Of(caller, sent), sent.Procedure);
    }

    /// <summary>Why the caller cannot open a case of that procedure, whatever its input; null when nothing stands in the way.</summary>
    public static Problem? Refused(Caller caller, Request sent, ReferenceDataSource reference)
    {
        if (reference.Current.Procedures.Newest(sent.Procedure) is null)
            return Problem.Invalid("procedure", "没有这个程序，请填写已发布程序的 id");
        return caller.Scope.Reaches(sent.Procedure) ? null : Problem.Forbidden("此密钥不能办理这个程序；签发时限定了程序");
    }

    /// <summary>The command.</summary>
    public static Command.OpenCase Of(Caller caller, Request sent) => new()
    {
        Actor = caller.Actor,
        Id = new CaseId(Guid.CreateVersion7()),
        Agency = sent.Agency,
        Input = sent.Input is { } input ? InputValues.FromJson(input) : InputValues.None,
        OccurredOn = sent.OccurredOn,
        OccurredAt = sent.OccurredAt,
        Note = sent.Note,
    };
}
