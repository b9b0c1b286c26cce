using System.Collections.Immutable;
using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.Administration;
using Workflows.Api.Cases;
using Workflows.Api.Hosting;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.CaseLinks;

/// <summary>Makes a link for someone outside.</summary>
internal static class CreateCaseLink
{
    /// <summary>The field by which an application is known from cases that nobody outside has a part in.</summary>
    private const string Applicant = "applicant.name";

    /// <summary>A link to be made.</summary>
    /// <param name="Kind">What it is for.</param>
    /// <param name="Trigger">Which trigger the third party answers with; where there is only one it can be left out.</param>
    /// <param name="Documents">Names of the documents whose issue an applicant may see; those that tell how the case ended when left out.</param>
    /// <param name="ExpiresAt">Real time from which it is no longer good; what the service is set to when left out.</param>
    internal sealed record Request(CaseLinkKind Kind, string? Trigger = null, ImmutableArray<string>? Documents = null, Instant? ExpiresAt = null);

    /// <summary>A link just made.</summary>
    /// <param name="Link">What is stored of it.</param>
    /// <param name="Token">What its holder presents; shown this once.</param>
    /// <param name="Address">The address to hand over, where the service knows the page; shown this once.</param>
    internal sealed record Reply(CaseLinkView Link, string Token, string? Address);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/cases/{id}/links", Handle)
        .WithName("createCaseLink").WithTags("Links")
        .WithSummary("Make a link for a third party or an applicant")
        .WithDescription(
            "`answer-consultation`: lets its holder fire one trigger that the procedure gives to the role `third-party`, once; the caller must be allowed to fire it too. "
            + "`see-state`: shows an applicant the state, due dates and issued letters of their own application. The caller must hold a role in the agency that handles the case.")
        .Produces<Reply>(StatusCodes.Status201Created).Refuses(403, 404, 409, 422).GivenOnce(StillMay);

    private static async Task<IResult> Handle(
        Caller caller, string id, JsonBody<Request> body, CaseDesk desk, CaseViews views, CaseDatabase database, LinkSettings settings, RealTime time, Once once)
    {
        var state = Found(id, caller, desk);
        var sent = body.Value;
        if (settings.ExpiryOf(sent.ExpiresAt, time.Clock.GetCurrentInstant()) is not { } expiresAt)
            return Problem.Invalid("expiresAt", $"应晚于现在，且不超过 {settings.LongestDays} 天").Result();
        var (trigger, documents, wrong) = sent.Kind == CaseLinkKind.AnswerConsultation ? ToAnswer(sent, state, caller, views) : ToSee(sent, state, views);
        if (wrong is not null)
            return wrong.Result();
        return await once.Do<NewCaseLink>(
            first => database.CaseLinks.Create(state.Id, sent.Kind, trigger, documents, expiresAt, caller.Stamp, first),
            made => Answer.Created(null, new Reply(CaseLinkView.Of(made.Link), made.Clear, settings.AddressOf(made.Clear)))).ConfigureAwait(false);
    }

    /// <summary>The first reply shows the link: it is not given to whoever has lost the right since.</summary>
    private static Task StillMay(HttpContext http, StoredReply first)
    {
        Found((string)http.GetRouteValue("id")!, http.Features.Get<Caller>()!, http.RequestServices.GetRequiredService<CaseDesk>());
        return Task.CompletedTask;
    }

    /// <summary>The case.</summary>
    /// <exception cref="RefusedException">The caller may not hand over links to it.</exception>
    private static CaseState Found(string id, Caller caller, CaseDesk desk)
    {
        if (desk.Find(id, caller) is not { } state)
            throw new RefusedException(Problem.NoSuchCase);
        return caller.MayReadClear(state) ? state : throw new RefusedException(Problem.Forbidden("交付链接须在承办机关任职"));
    }

    private static (string? Trigger, ImmutableArray<string> Documents, Problem? Wrong) ToAnswer(Request sent, CaseState state, Caller caller, CaseViews views)
    {
        if (sent.Documents is not null)
            return (null, [], Problem.Invalid("documents", "只用于供申请人查看的链接"));
        ImmutableArray<string> open = [.. views.OffersTo(state, caller.Actor)
            .Where(offer => offer.Allowed && offer.Trigger.Cause is TriggerCause.Person person && person.Roles.Contains(LinkHolder.ThirdPartyRole))
            .Select(offer => offer.Trigger.Name)];
        if (open.IsEmpty)
            return (null, [], Problem.Conflict("本案现在没有可由第三方答复的事项，或者须由其他角色办理"));
        if (sent.Trigger is null && open.Length > 1)
            return (null, [], Problem.Invalid("trigger", $"应为下列之一：{string.Join("、", open)}"));
        return sent.Trigger is null || open.Contains(sent.Trigger)
            ? (sent.Trigger ?? open[0], [], null)
            : (null, [], Problem.Invalid("trigger", $"应为下列之一：{string.Join("、", open)}"));
    }

    private static (string? Trigger, ImmutableArray<string> Documents, Problem? Wrong) ToSee(Request sent, CaseState state, CaseViews views)
    {
        var definition = views.Definition(state);
        if (sent.Trigger is not null)
            return (null, [], Problem.Invalid("trigger", "只用于供第三方答复的链接"));
        if (state.Parent is not null || definition.Field(Applicant) is null)
            return (null, [], Problem.Conflict("只有申请人提出的申请可以交付查看的链接"));
        var known = definition.Definition.Documents.Select(document => document.Name).ToImmutableArray();
        var documents = sent.Documents ?? [.. definition.Definition.States.Select(one => one.Notice).OfType<string>().Where(known.Contains).Distinct()];
        return documents.IsDefault || documents.Length > known.Length || documents.Any(name => !known.Contains(name))
            ? (null, [], Problem.Invalid("documents", $"应为下列中的若干：{string.Join("、", known)}"))
            : (null, documents, null);
    }
}
