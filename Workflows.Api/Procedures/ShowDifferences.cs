using System.Collections.Immutable;
using Workflows.Api.Problems;
using Workflows.Api.Queries;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Api.Procedures;

/// <summary>Shows how the procedures of several jurisdictions differ.</summary>
/// <remarks>N19-APP-02: one request shows how the definitions differ, article by article.</remarks>
internal static class ShowDifferences
{
    private const int Most = 6;

    /// <summary>A table of topics: a row for each thing that a procedure can have, a cell for each procedure.</summary>
    /// <param name="Procedures">The procedures, in the order asked for; the cells of each row follow it.</param>
    /// <param name="Topics">The rows.</param>
    internal sealed record Reply(ImmutableArray<ComparedProcedureView> Procedures, ImmutableArray<TopicView> Topics);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/procedures/differences", Handle)
        .WithName("showDifferences").WithTags("Procedures")
        .WithSummary("Show how the procedures of several jurisdictions differ, article by article")
        .WithDescription(
            "Each topic (deadline, pause, trigger, state, field, document …) tells what each procedure has for it under which article, "
            + "or that it has none. The consultations and other child procedures that they open are compared as parts.")
        .Produces<Reply>();

    private static IResult Handle(
        ReferenceDataSource reference,
        [QueryParameter("Two to six, separated by commas: `huadian.disclosure-application,baicheng.disclosure-application`; needed.")] string? procedures)
    {
        var registry = reference.Current.Procedures;
        var named = (procedures ?? "").Split(',').Take(Most + 1).Select(name => NamedDefinition.Find(registry, name)).ToImmutableArray();
        if (named.Length is < 2 or > Most || named.Any(one => one is null) || named.Distinct().Count() != named.Length)
            return Problem.BadParameter("procedures", $"应为以逗号分隔的二至{Most}个不同的程序；每个{NamedDefinition.Form}").Result();
        var compared = named.Select(one => one!.Value).ToImmutableArray();
        return Results.Ok(new Reply(
            [.. compared.Select(one => new ComparedProcedureView(one.Name, one.Definition.Title, one.Definition.Act))],
            DifferenceTable.Of([.. compared.Select(one => one.Definition)], id => registry.Newest(id)?.Definition)));
    }
}

/// <summary>A procedure that is compared.</summary>
/// <param name="Name">Procedure and version.</param>
/// <param name="Title">Name.</param>
/// <param name="Act">The act that it carries out.</param>
internal sealed record ComparedProcedureView(string Name, LocalizedText Title, string Act);
