using System.Collections.Immutable;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>Values of fields by name, in ordinal order of the names.</summary>
public static class FieldMap
{
    /// <summary>No values.</summary>
    public static ImmutableSortedDictionary<string, FieldValue> Empty { get; } =
        ImmutableSortedDictionary.Create<string, FieldValue>(StringComparer.Ordinal);
}
