using Workflows.Api.Access;
using Workflows.Api.Administration;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Agencies;

/// <summary>Adds or changes an agency.</summary>
internal static class PutAgency
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/agencies/{id}", Handle)
        .WithName("putAgency").WithTags("Agencies")
        .WithSummary("Add an agency, or change one")
        .WithDescription("It holds for what is decided from now on; letters already issued keep what they print.")
        .Produces<AgencyView>().Produces<AgencyView>(StatusCodes.Status201Created).Refuses(422).ForSystemAdministrators();

    private static Task<IResult> Handle(
        Caller caller, string id, JsonBody<AgencyContentView> body, CaseDatabase database, ReferenceDataSource reference, ChangeTurn turn) => turn.Run(async () =>
    {
        var (agency, known) = (body.Value.As(id), reference.Current.Agencies);
        var before = known.Find(id);
        if ((agency.Successor, agency.MergedOn) is not (null, null) && (agency.Successor, agency.MergedOn) != (before?.Successor, before?.MergedOn))
            return Problem.Invalid("successor", "合并由 POST /agencies/{id}/merger 记录，不能在此填写").Result();
        agency = agency with
        {
            Successor = before?.Successor,
            MergedOn = before?.MergedOn,
            MergerReason = before?.MergerReason,
            MergerBasis = before?.MergerBasis,
        };
        if (AgencyFault.Problem(AgencyChecks.Find(agency, known)) is { } problem)
            return problem.Result();
        await database.Agencies.Put([agency], caller.Stamp);
        reference.Change(data => data with { Agencies = database.Agencies.All() });
        return before is null ? Results.Created($"/api/v1/agencies/{id}", AgencyView.Of(agency)) : Results.Ok(AgencyView.Of(agency));
    });
}
