using System.Collections.Immutable;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>Takes over facts of registers into a list of the case, each once for the procedure and the agency.</summary>
/// <remarks>
/// What counts is where a fact stands in the journal, not its legal day, so that one recorded late is taken by the next that
/// collects. The rows are kept with the case itself: replay asks no other case.
/// </remarks>
internal static class Collecting
{
    public static void Collect(Draft draft, Happening happening, ImmutableArray<CollectDefinition> collects)
    {
        foreach (var collect in collects)
        {
            var (state, list) = (draft.State, draft.Context.Definition.Field(collect.Into)!);
            var room = FieldReader.MaxRows - (state.Fields.GetValueOrDefault(collect.Into) is FieldValue.Rows rows ? rows.Items.Length : 0);
            if (room <= 0)
                continue;
            var facts = draft.Context.UncollectedFacts(
                new FactQuery(
                state.Procedure,
                [.. draft.Context.Agencies.WithMerged(state.Agency)],
                collect.Facts,
                About(collect.Of, state.Agency, draft.Context.Agencies),
                room));
            if (facts.IsEmpty)
                continue;
            draft.Add(happening, new CaseEvent.FactsCollected(
                collect.Facts, collect.Into, [.. facts.Select(fact => Row(fact, list))], Stretches(facts), collect.Basis));
        }
    }

    private static ImmutableArray<string> About(CollectFrom of, string agency, AgencyDirectory agencies) => of switch
    {
        CollectFrom.Everyone => [.. agencies.All.Keys],
        CollectFrom.Subordinates => [.. agencies.WithSubordinates(agency)],
        _ => [.. agencies.WithMerged(agency)],
    };

    private static ImmutableSortedDictionary<string, FieldValue> Row(RecordedFact fact, FieldDefinition list)
    {
        var row = FieldMap.Empty.ToBuilder();
        foreach (var column in list.Columns)
        {
            if (column.Name == CollectDefinition.CaseColumn)
                row[column.Name] = new FieldValue.Text(fact.Reference);
            else if (column.Name == CollectDefinition.DayColumn)
                row[column.Name] = new FieldValue.Date(fact.OccurredOn);
            else if (fact.Values.GetValueOrDefault(column.Name) is { } value && Takes(column, value)
                && (column.Personal || !fact.Personal.Contains(column.Name)))
                row[column.Name] = value;
        }

        return row.ToImmutable();
    }

    /// <summary>Checked at publication; a fact of an older version of its procedure may still be of another form.</summary>
    private static bool Takes(FieldDefinition column, FieldValue value) => (column.Type, value) switch
    {
        (FieldType.Text, FieldValue.Text text) => text.Value.Length <= column.MaxLength,
        (FieldType.Choice, FieldValue.Text text) => column.Values.Any(known => known.Value == text.Value),
        (FieldType.Choices, FieldValue.Choices choices) => choices.Values.All(chosen => column.Values.Any(known => known.Value == chosen)),
        (FieldType.Date, FieldValue.Date) or (FieldType.Instant, FieldValue.Moment) or (FieldType.Boolean, FieldValue.Boolean) => true,
        (FieldType.Integer, FieldValue.Number number) => decimal.IsInteger(number.Value),
        (FieldType.Money, FieldValue.Number) => true,
        _ => false,
    };

    private static ImmutableArray<CollectedStretch> Stretches(ImmutableArray<RecordedFact> facts) =>
    [
        .. facts.GroupBy(fact => (fact.Agency, fact.After))
            .Select(taken => new CollectedStretch(taken.Key.Agency, taken.Min(fact => fact.Position), taken.Max(fact => fact.Position))),
    ];
}
