using System.Collections.Immutable;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>What is read in place of personal data whose key has been destroyed.</summary>
public static class Destroyed
{
    /// <summary>The text shown.</summary>
    public const string Marker = "［已销毁］";

    /// <summary>In place of a document's data: a JSON object.</summary>
    public const string Data = "{\"destroyed\":\"" + Marker + "\"}";

    /// <summary>In place of a field's value, whatever its type was.</summary>
    public static FieldValue Value { get; } = new FieldValue.Text(Marker);

    /// <summary>In place of values that are sealed together.</summary>
    public static ImmutableSortedDictionary<string, FieldValue> Values { get; } =
        FieldMap.Empty.Add("destroyed", Value);
}
