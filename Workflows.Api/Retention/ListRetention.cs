using System.Collections.Immutable;
using NodaTime;
using Workflows.Api.Access;
using Workflows.Engine;

namespace Workflows.Api.Retention;

/// <summary>Lists the cases whose personal data have been kept long enough.</summary>
internal static class ListRetention
{
    private const int Most = 200;

    /// <summary>The cases.</summary>
    /// <param name="Cases">Those that ended first first, at most 200.</param>
    /// <param name="More">There are more than these.</param>
    internal sealed record Reply(ImmutableArray<RetainedCaseView> Cases, bool More);

    /// <summary>A case that may be erased.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Reference">Case number.</param>
    /// <param name="Procedure">Procedure.</param>
    /// <param name="Agency">Agency that handles it.</param>
    /// <param name="ClosedOn">Legal day of its end.</param>
    /// <param name="DueOn">First day on which it may be erased.</param>
    internal sealed record RetainedCaseView(CaseId Id, string Reference, string Procedure, string Agency, LocalDate ClosedOn, LocalDate DueOn);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/retention", Handle)
        .WithName("listRetention").WithTags("Retention")
        .WithSummary("List cases whose personal data may be erased")
        .WithDescription("Their period, set by `Retention:Years` or for their procedure, has ended, and so has that of every case above them.")
        .Produces<Reply>().ForSecurityAdministrators();

    private static IResult Handle(RetentionDesk desk)
    {
        var due = desk.Due(Most + 1);
        return Results.Ok(new Reply(
            [.. due.Take(Most).Select(found => new RetainedCaseView(
                found.Id, found.Reference, found.Procedure, found.Agency, found.ClosedOn!.Value, desk.DueOn(found)!.Value))],
            due.Count > Most));
    }
}
