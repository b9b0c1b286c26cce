using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Questions about rows or columns of the annual report, under what is known of every case.</summary>
/// <remarks>Known is only that a field which the opening requires, and nothing takes away, has a value.</remarks>
internal sealed class ReportLogic
{
    private readonly Satisfiability _satisfiability = new();
    private readonly ImmutableArray<Formula> _places;
    private readonly ImmutableArray<Formula> _known;

    public ReportLogic(ProcedureDefinition definition, ImmutableArray<ReportPlace> places)
    {
        var asked = places.Select(place => place.When).OfType<Condition>().ToImmutableArray();
        var fields = asked.SelectMany(condition => condition.Atoms()).SelectMany(atom => atom.Fields()).Distinct(StringComparer.Ordinal);
        var logic = new ConditionLogic(definition, asked, []);
        _places = [.. places.Select(place => place.When is null ? Formula.True : logic.Of(place.When))];
        _known = [.. fields.Where(field => AlwaysThere(definition, field)).Select(logic.Present)];
    }

    /// <summary>A case in which both apply, in words; null when there is none.</summary>
    public string? Both(int first, int second) => _satisfiability.Witness(Formula.AllOf([_places[first], _places[second], .. _known]));

    /// <summary>A case in which none applies, in words; null when there is none.</summary>
    public string? None() => _satisfiability.Witness(Formula.AllOf([Formula.AnyOf(_places).Negated(), .. _known]));

    private static bool AlwaysThere(ProcedureDefinition definition, string field) =>
        definition.Opening.Input.Any(input => input.Field == field && input.Required)
        && !PlacedTrigger.Of(definition).SelectMany(placed => placed.Trigger.Branches).SelectMany(branch => branch.Sets)
            .Any(set => set.Field == field && set.Value is not ValueSource.Literal);
}
