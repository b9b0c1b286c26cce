using System.Collections.Immutable;
using Workflows.Definitions;

namespace Workflows.Api.Procedures;

/// <summary>Lays procedures side by side, topic by topic, together with the child procedures of the same name that they open.</summary>
internal static class DifferenceTable
{
    /// <summary>The rows: the procedures themselves first, then each part.</summary>
    /// <param name="procedures">The procedures.</param>
    /// <param name="find">The definition of a child procedure, or null.</param>
    public static ImmutableArray<TopicView> Of(ImmutableArray<ProcedureDefinition> procedures, Func<string, ProcedureDefinition?> find)
    {
        var children = procedures.Select(procedure => Opened(procedure, find)).ToImmutableArray();
        var parts = children.SelectMany(opened => opened.Keys).Distinct(StringComparer.Ordinal);
        return
        [
            .. Rows(null, [.. procedures]),
            .. parts.SelectMany(part => Rows(part, [.. children.Select(opened => opened.GetValueOrDefault(part))])),
        ];
    }

    private static Dictionary<string, ProcedureDefinition> Opened(ProcedureDefinition procedure, Func<string, ProcedureDefinition?> find)
    {
        var opened = new Dictionary<string, ProcedureDefinition>(StringComparer.Ordinal);
        foreach (var name in Topics.Triggers(procedure).SelectMany(placed => placed.Trigger.Branches).SelectMany(branch => branch.Opens).Select(opens => opens.Procedure))
        {
            if (find(name) is { } child)
                opened.TryAdd(Topics.WithoutJurisdiction(name), child);
        }

        return opened;
    }

    private static IEnumerable<TopicView> Rows(string? part, ImmutableArray<ProcedureDefinition?> sides)
    {
        var topics = sides.Select(side => side is null ? [] : Topics.Of(side).ToDictionary(topic => (topic.Kind, topic.Name), topic => topic.Cell)).ToImmutableArray();
        // A part that only one procedure has is one row: that the others lack it says it all.
        IEnumerable<(ElementKind Kind, string Name)> itself = [(ElementKind.Procedure, "")];
        var keys = topics.Count(side => side.Count > 0) < 2
            ? itself
            : topics.SelectMany(side => side.Keys).Distinct().OrderBy(key => key.Kind, Comparer<ElementKind>.Create(Topics.InOrder));
        foreach (var (kind, name) in keys)
        {
            ImmutableArray<TopicCellView?> cells = [.. topics.Select(side => side.GetValueOrDefault((kind, name)))];
            yield return new TopicView(part, kind, name, cells.Any(cell => !Same(cell, cells[0])), cells);
        }
    }

    private static bool Same(TopicCellView? cell, TopicCellView? other) =>
        cell is null || other is null ? cell == other : cell.Says.SequenceEqual(other.Says);
}
