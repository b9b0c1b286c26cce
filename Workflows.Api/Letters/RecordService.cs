using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.Cases;
using Workflows.Api.Contract;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Engine;

namespace Workflows.Api.Letters;

/// <summary>Records how a document was served.</summary>
internal static class RecordService
{
    /// <summary>A service.</summary>
    /// <param name="Channel"><c>in-person</c>, <c>collected</c>, <c>post</c>, <c>registered-post</c>, <c>courier</c>, <c>fax</c>, <c>email</c> or <c>agency</c>.</param>
    /// <param name="SentOn">Day on which it was posted, given to the carrier or the other agency, or sent; not for <c>in-person</c> and <c>collected</c>.</param>
    /// <param name="ReceivedOn">Day on which it was signed for, or its receipt confirmed; can follow later, except for <c>in-person</c> and <c>collected</c>.</param>
    /// <param name="Number">Number of the item of post, or of the fax.</param>
    /// <param name="By">Who served it.</param>
    /// <param name="ReceivedBy">Who signed for it.</param>
    /// <param name="Attachment">Number of the file of the case that shows it.</param>
    /// <param name="Note">Free text; the reason when the day of the agency's own act lies before today.</param>
    internal sealed record Request(
        string Channel,
        LocalDate? SentOn = null,
        LocalDate? ReceivedOn = null,
        string? Number = null,
        string? By = null,
        string? ReceivedBy = null,
        int? Attachment = null,
        string? Note = null);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/cases/{id}/documents/{n}/services", Handle)
        .WithName("recordService").WithTags("Letters")
        .WithSummary("Record how a document was served")
        .WithDescription(
            "Day, number and by whom. The case then shows with the document on which day it counts as answered, whether that was within the period, "
            + "and what is still to be recorded. Whoever holds a role of the procedure may, also after the end of the case.")
        .TakesIfMatch().TakesIdempotencyKey()
        .Produces<CaseView>(StatusCodes.Status201Created).Refuses(404, 409, 412, 422, 428, 503).Does("command:service");

    private static Task<IResult> Handle(Caller caller, string id, string n, JsonBody<Request> body, HttpRequest http, CaseDesk desk)
    {
        if (desk.Find(id, caller) is not { } state)
            return Task.FromResult(Problem.NoSuchCase.Result());
        var (read, problem) = Preconditions.OfChange(http);
        if (problem is not null)
            return Task.FromResult(problem.Result());
        var sent = body.Value;
        var command = new Command.RecordService
        {
            Actor = caller.Actor,
            Note = string.IsNullOrWhiteSpace(sent.Note) ? null : sent.Note,
            Service = new Service(CaseNumbers.Read(n), sent.Channel, sent.SentOn, sent.ReceivedOn)
            {
                Number = sent.Number,
                By = sent.By,
                ReceivedBy = sent.ReceivedBy,
                Attachment = sent.Attachment,
            },
        };
        return desk.Add(read, caller, body.HashWith(http), state.Id, command, after => $"/api/v1/cases/{after.Id}/services/{after.Services.Length}");
    }
}
