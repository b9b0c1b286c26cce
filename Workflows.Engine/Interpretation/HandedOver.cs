using System.Collections.Immutable;
using System.Text.Json;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>Values that one case hands to another, held against what the other declares: to a child at its opening, and back to its parent.</summary>
/// <remarks>
/// Both procedures were checked against each other when they were published, but a case keeps its version and opens the newest
/// version of the other. What that opening no longer takes is left out, and columns that its lists no longer have, because
/// there is no place for them. A value that it takes but that does not fit is never dropped: it is a problem, and the opening is
/// refused; so is what the child does when its parent, of an older version, cannot take what it returns.
/// </remarks>
internal static class HandedOver
{
    /// <summary>The values that are held; those that do not fit are told in <paramref name="problems"/>.</summary>
    /// <param name="definition">The definition of the case that takes them.</param>
    /// <param name="trigger">Its opening.</param>
    /// <param name="handed">What the other case hands over.</param>
    /// <param name="problems">Where what is wrong is added.</param>
    public static ImmutableSortedDictionary<string, FieldValue> Taken(
        PreparedDefinition definition,
        PreparedTrigger trigger,
        ImmutableSortedDictionary<string, FieldValue> handed,
        List<FieldProblem> problems)
    {
        if (handed.Count == 0)
            return handed;
        var taken = FieldMap.Empty.ToBuilder();
        foreach (var (name, value) in handed)
        {
            if (!trigger.Input.ContainsKey(name))
                continue;
            var field = definition.Field(name)!;
            if (Fitting(value, field, out var problem) is { } fitting)
                taken[name] = fitting;
            else
                problems.Add(new FieldProblem(name, $"{field.Title.Zh}：{problem}", field.Basis));
        }

        return taken.ToImmutable();
    }

    /// <summary>Holds what a child returned against the fields of its parent that get it; columns that their lists do not have are left out.</summary>
    /// <param name="definition">The definition of the parent.</param>
    /// <param name="assignments">What is set.</param>
    /// <param name="set">The values.</param>
    /// <returns>What does not fit.</returns>
    public static ImmutableArray<FieldProblem> Returned(
        PreparedDefinition definition, ImmutableArray<Assignment> assignments, ref ImmutableSortedDictionary<string, FieldValue> set)
    {
        ImmutableArray<FieldProblem> problems = [];
        foreach (var assignment in assignments)
        {
            if (assignment.Value is not ValueSource.Child || !set.TryGetValue(assignment.Field, out var value))
                continue;
            var field = definition.Field(assignment.Field)!;
            if (Fitting(value, field, out var problem) is { } fitting)
                set = set.SetItem(assignment.Field, fitting);
            else
                problems = problems.Add(new FieldProblem(assignment.Field, $"{field.Title.Zh}：{problem}", field.Basis));
        }

        return problems;
    }

    private static FieldValue? Fitting(FieldValue value, FieldDefinition field, out string? problem)
    {
        var json = JsonSerializer.SerializeToElement(FieldJson.Write(WithoutUnknownColumns(value, field)));
        var read = FieldReader.Read(json, field, out problem);
        if (read is null || read.GetType() == value.GetType())
            return read;
        problem = "类型不一致";
        return null;
    }

    private static FieldValue WithoutUnknownColumns(FieldValue value, FieldDefinition field)
    {
        if (value is not FieldValue.Rows rows || field.Type != FieldType.List)
            return value;
        var known = field.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        return new FieldValue.Rows([.. rows.Items.Select(row => row.RemoveRange(row.Keys.Where(name => !known.Contains(name))))]);
    }
}
