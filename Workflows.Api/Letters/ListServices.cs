using System.Collections.Immutable;
using Workflows.Api.Access;
using Workflows.Api.Cases;
using Workflows.Api.Problems;
using Workflows.Api.Queries;

namespace Workflows.Api.Letters;

/// <summary>Lists how the documents of a case were served.</summary>
internal static class ListServices
{
    /// <summary>The services.</summary>
    /// <param name="Services">In the order in which they were recorded.</param>
    /// <param name="Mails">E-mails asked for, in order; one that was sent is a service too.</param>
    internal sealed record Reply(ImmutableArray<ServiceView> Services, ImmutableArray<MailView> Mails);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cases/{id}/services", Handle)
        .WithName("listServices").WithTags("Letters")
        .WithSummary("List how the documents of a case were served")
        .WithDescription("Each with its legal days and why they are those. Numbers and names are shown in clear only on request, to those who may.")
        .Produces<Reply>().Refuses(403, 404);

    private static async Task<IResult> Handle(
        Caller caller, string id, [QueryParameter(PersonalView.Says, Values = ["masked", "clear"])] string? personal, CaseDesk desk, AccessLog log)
    {
        if (desk.Find(id, caller) is not { } state)
            return Problem.NoSuchCase.Result();
        var (clear, problem) = PersonalView.Read(personal, caller, state);
        if (problem is not null)
            return problem.Result();
        await log.Case(caller, state, "services", clear).ConfigureAwait(false);
        return Results.Ok(new Reply(ServiceView.All(state, clear), MailView.All(state, clear)));
    }
}
