using System.Collections.Immutable;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>Values that a definition gives to fields.</summary>
internal static class Assignments
{
    /// <summary>Values set and fields cleared; a source without a value sets nothing.</summary>
    public static (ImmutableSortedDictionary<string, FieldValue> Set, ImmutableArray<string> Cleared) Of(
        ImmutableArray<Assignment> assignments, ConditionScope scope, ImmutableSortedDictionary<string, FieldValue>? row)
    {
        if (assignments.IsEmpty)
            return (FieldMap.Empty, []);
        var set = FieldMap.Empty;
        ImmutableArray<string> cleared = [];
        foreach (var assignment in assignments)
        {
            if (assignment.Value is ValueSource.Nothing)
                cleared = cleared.Add(assignment.Field);
            else if (Value(assignment.Value, scope, row) is { } value)
                set = set.SetItem(assignment.Field, value);
        }

        return (set, cleared);
    }

    private static FieldValue? Value(ValueSource source, ConditionScope scope, ImmutableSortedDictionary<string, FieldValue>? row) => source switch
    {
        ValueSource.Literal literal => literal.Value,
        ValueSource.Field field => scope.Fields.GetValueOrDefault(field.Name),
        ValueSource.Child child => scope.Child?.Values.GetValueOrDefault(child.Name),
        ValueSource.Row column => row?.GetValueOrDefault(column.Column),
        ValueSource.Today => new FieldValue.Date(scope.Day),
        ValueSource.OwnAgency => scope.State is { } state ? new FieldValue.Text(state.Agency) : null,
        _ => null,
    };
}
