using Workflows.Api.Problems;
using Workflows.Api.Queries;
using Workflows.Engine;

namespace Workflows.Api.Procedures;

/// <summary>Compares two procedures.</summary>
internal static class CompareProcedures
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/procedures/compare", Handle)
        .WithName("compareProcedures").WithTags("Procedures")
        .WithSummary("Compare two procedures, line by line and element by element")
        .Produces<ComparisonView>();

    private static IResult Handle(
        ReferenceDataSource reference,
        [QueryParameter("A procedure, for its newest version, or `procedure@2` for a version; needed.")] string? left,
        [QueryParameter("The other one; needed.")] string? right)
    {
        var procedures = reference.Current.Procedures;
        if (NamedDefinition.Find(procedures, left) is not { } before)
            return Problem.BadParameter("left", NamedDefinition.Form).Result();
        return NamedDefinition.Find(procedures, right) is { } after
            ? Results.Ok(ComparisonView.Of(before.Name, before.Definition, after.Name, after.Definition))
            : Problem.BadParameter("right", NamedDefinition.Form).Result();
    }
}
