using System.Collections.Immutable;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Procedures;

/// <summary>Lists the procedures.</summary>
internal static class ListProcedures
{
    /// <summary>All procedures.</summary>
    /// <param name="Procedures">The newest version of each, by id.</param>
    internal sealed record Reply(ImmutableArray<ProcedureSummaryView> Procedures);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/procedures", Handle)
        .WithName("listProcedures").WithTags("Procedures")
        .WithSummary("List procedures")
        .Produces<Reply>();

    private static IResult Handle(ReferenceDataSource reference, CaseDatabase database)
    {
        var procedures = reference.Current.Procedures;
        var published = database.Definitions.All();
        return Results.Ok(new Reply([.. procedures.Procedures.Select(id => ProcedureSummaryView.Of(procedures.Newest(id)!, published))]));
    }
}
