using System.Collections.Immutable;
using Workflows.Api.Access;
using Workflows.Api.Contract;
using Workflows.Api.Csv;
using Workflows.Api.Problems;
using Workflows.Api.Queries;
using Workflows.Engine;

namespace Workflows.Api.Agencies;

/// <summary>Lists the agencies.</summary>
internal static class ListAgencies
{
    /// <summary>All agencies.</summary>
    /// <param name="Agencies">By id.</param>
    internal sealed record Reply(ImmutableArray<AgencyView> Agencies);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/agencies", Handle)
        .WithName("listAgencies").WithTags("Agencies")
        .WithSummary("List the agencies")
        .WithDescription("As JSON, or as a table (`text/csv`) that `POST /agencies/import` reads.")
        .Produces<Reply>(StatusCodes.Status200OK, Formats.Json, CsvTable.MediaType).Refuses(406);

    private static async Task<IResult> Handle(
        HttpContext http,
        Caller caller,
        AccessLog log,
        ReferenceDataSource reference,
        [QueryParameter("Format, before what `Accept` asks for.", Values = ["json", "csv"])] string? format)
    {
        var agencies = reference.Current.Agencies.All.Values;
        var chosen = Formats.Choose(http, format, out var problem, Formats.Json, CsvTable.MediaType);
        if (chosen == CsvTable.MediaType)
        {
            await log.Export(caller, "agencies", null, chosen).ConfigureAwait(false);
            return new CsvResult("agencies.csv", AgencyColumns.Of([.. agencies]), columns => agencies.Select(agency => columns.Select(column => AgencyColumns.Read(agency, column))));
        }

        return problem?.Result() ?? Results.Ok(new Reply([.. agencies.Select(AgencyView.Of)]));
    }
}
