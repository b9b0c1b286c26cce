using Workflows.Api.Access;
using Workflows.Api.Cases;
using Workflows.Api.Problems;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.CaseLinks;

/// <summary>Shows the holder of a link what it is for.</summary>
internal static class ReadLink
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/link", Handle).AllowAnonymous().WithMetadata(new TakesLink())
        .WithName("readLink").WithTags("Links")
        .WithSummary("See what a link is for")
        .WithDescription("For its holder: `Authorization: Bearer dl_…`. Every reading is written down.")
        .Produces<LinkedCaseView>();

    private static async Task<IResult> Handle(HttpContext http, CaseDatabase database, IJournal journal, CaseViews views, AccessLog log)
    {
        if (LinkHolder.Presented(http, database) is not { UsedAt: null } link || journal.Find(link.Case) is not { } state)
            return LinkHolder.Refused.Result();
        await log.Link(link).ConfigureAwait(false);
        return Results.Ok(LinkedCaseView.Of(link, state, views));
    }
}
