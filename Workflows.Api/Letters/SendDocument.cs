using Workflows.Api.Access;
using Workflows.Api.Cases;
using Workflows.Api.Contract;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Engine;

namespace Workflows.Api.Letters;

/// <summary>Asks for a document to go out by e-mail.</summary>
internal static class SendDocument
{
    /// <summary>What is asked for.</summary>
    /// <param name="Field">Field of the case with the address: <c>applicant.email</c>, <c>applicant.contactEmail</c>, <c>party.email</c>, <c>office.email</c>; the first that has one when left out.</param>
    /// <param name="Note">Free text; where the case does not say that e-mail was asked for, how the recipient did.</param>
    internal sealed record Request(string? Field = null, string? Note = null);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/cases/{id}/documents/{n}/mails", Handle)
        .WithName("sendDocument").WithTags("Letters")
        .WithSummary("Send a document by e-mail")
        .WithDescription(
            "Only where that is the way asked for. The wish is recorded at once; the e-mail goes out after that, with the document as a Word file, and is then "
            + "a service of it. Failures for now are tried again for days; one for good is recorded with its reason. 409 where no server is set.")
        .TakesIfMatch().TakesIdempotencyKey()
        .Produces<CaseView>(StatusCodes.Status201Created).Refuses(404, 409, 412, 422, 428, 503).Does("command:service");

    private static async Task<IResult> Handle(
        Caller caller, string id, string n, JsonBody<Request> body, HttpRequest http, CaseDesk desk, MailRoom room)
    {
        if (desk.Find(id, caller) is not { } state)
            return Problem.NoSuchCase.Result();
        var (read, problem) = Preconditions.OfChange(http);
        if (problem is not null)
            return problem.Result();
        if (!room.IsOn)
            return Problem.Conflict("本系统没有设置发信服务器；请以其他方式送达并登记").Result();
        var command = new Command.SendDocument
        {
            Actor = caller.Actor,
            Document = CaseNumbers.Read(n),
            Field = body.Value.Field,
            Note = string.IsNullOrWhiteSpace(body.Value.Note) ? null : body.Value.Note,
        };
        var result = await desk.Add(read, caller, body.HashWith(http), state.Id, command, after => $"/api/v1/cases/{after.Id}/services").ConfigureAwait(false);
        room.Wake();
        return result;
    }
}
