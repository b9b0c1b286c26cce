using System.Collections.Immutable;
using Workflows.Api.Problems;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Procedures;

/// <summary>Reads a procedure.</summary>
internal static class ReadProcedure
{
    /// <summary>Says that there is no such procedure.</summary>
    public static Problem Unknown { get; } = Problem.NotFound("没有这个程序或者这个版本");

    /// <summary>The newest version of a procedure at a glance.</summary>
    /// <param name="Newest">The newest version, which new cases take.</param>
    /// <param name="States">Its states.</param>
    /// <param name="Triggers">Its triggers, with the opening.</param>
    /// <param name="Clocks">Its deadlines, with their pauses and extensions.</param>
    /// <param name="Schedules">By which the calendar opens its cases.</param>
    /// <param name="Fields">Its fields.</param>
    /// <param name="Documents">Its letters and forms.</param>
    /// <param name="Versions">All versions, oldest first; running cases keep theirs.</param>
    /// <param name="HasDraft">A next version is being written.</param>
    internal sealed record Reply(
        ProcedureSummaryView Newest,
        ImmutableArray<ElementView> States,
        ImmutableArray<ElementView> Triggers,
        ImmutableArray<ElementView> Clocks,
        ImmutableArray<ElementView> Schedules,
        ImmutableArray<ElementView> Fields,
        ImmutableArray<ElementView> Documents,
        ImmutableArray<ProcedureSummaryView> Versions,
        bool HasDraft);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/procedures/{id}", Handle)
        .WithName("readProcedure").WithTags("Procedures")
        .WithSummary("Read a procedure: states, triggers, deadlines, fields and documents with their articles, and its versions")
        .Produces<Reply>().Refuses(404);

    private static IResult Handle(string id, ReferenceDataSource reference, CaseDatabase database)
    {
        if (reference.Current.Procedures.Newest(id) is not { } newest)
            return Unknown.Result();
        var published = database.Definitions.All();
        var elements = DefinitionElement.Of(newest.Definition).Select(ElementView.Of).ToLookup(element => element.Kind);
        return Results.Ok(new Reply(
            ProcedureSummaryView.Of(newest, published),
            [.. elements[ElementKind.State]],
            [.. elements[ElementKind.Trigger]],
            [.. elements[ElementKind.Clock], .. elements[ElementKind.Pause], .. elements[ElementKind.Extension]],
            [.. elements[ElementKind.Schedule]],
            [.. elements[ElementKind.Field]],
            [.. elements[ElementKind.Document]],
            [.. reference.Current.Procedures.Versions(id).Select(version => ProcedureSummaryView.Of(version, published))],
            database.Definitions.FindDraft(id) is not null));
    }
}
