using System.Collections.Immutable;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Api.Registers;

/// <summary>Lists the registers.</summary>
internal static class ListRegisters
{
    /// <summary>All registers.</summary>
    /// <param name="Registers">By kind.</param>
    internal sealed record Reply(ImmutableArray<RegisterView> Registers);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/registers", Handle)
        .WithName("listRegisters").WithTags("Registers and reports")
        .WithSummary("List the registers: kinds of facts that published procedures record")
        .Produces<Reply>();

    private static IResult Handle(ReferenceDataSource reference) =>
        Results.Ok(new Reply([.. Register.All(reference.Current.Procedures).Select(RegisterView.Of)]));
}

/// <summary>A register.</summary>
/// <param name="Kind">Kind of its facts.</param>
/// <param name="Title">Title.</param>
/// <param name="Columns">What its entries say.</param>
/// <param name="RecordedBy">Procedures that record it.</param>
internal sealed record RegisterView(string Kind, LocalizedText Title, ImmutableArray<RegisterColumnView> Columns, ImmutableArray<string> RecordedBy)
{
    /// <summary>What is shown of a register.</summary>
    public static RegisterView Of(Register register) => new(
        register.Kind, register.Title, [.. register.Columns.Select(column => new RegisterColumnView(column.Name, column.Title))], register.RecordedBy);
}

/// <summary>A column.</summary>
/// <param name="Name">Name of the value.</param>
/// <param name="Title">Title.</param>
internal sealed record RegisterColumnView(string Name, LocalizedText Title);
