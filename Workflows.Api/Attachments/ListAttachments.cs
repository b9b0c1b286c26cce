using System.Collections.Immutable;
using Workflows.Api.Access;
using Workflows.Api.Cases;
using Workflows.Api.Problems;
using Workflows.Api.Queries;

namespace Workflows.Api.Attachments;

/// <summary>Lists the files of a case.</summary>
internal static class ListAttachments
{
    /// <summary>The files.</summary>
    /// <param name="Attachments">In the order in which they were added.</param>
    internal sealed record Reply(ImmutableArray<AttachmentView> Attachments);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cases/{id}/attachments", Handle)
        .WithName("listAttachments").WithTags("Attachments")
        .WithSummary("List the files of a case")
        .WithDescription("Names and hashes of personal files are shown in clear only on request, to those who may.")
        .Produces<Reply>().Refuses(403, 404);

    private static async Task<IResult> Handle(
        Caller caller, string id, [QueryParameter(PersonalView.Says, Values = ["masked", "clear"])] string? personal, CaseDesk desk, AccessLog log)
    {
        if (desk.Find(id, caller) is not { } state)
            return Problem.NoSuchCase.Result();
        var (clear, problem) = PersonalView.Read(personal, caller, state);
        if (problem is not null)
            return problem.Result();
        await log.Case(caller, state, "attachments", clear).ConfigureAwait(false);
        return Results.Ok(new Reply(AttachmentView.All(state, clear)));
    }
}
