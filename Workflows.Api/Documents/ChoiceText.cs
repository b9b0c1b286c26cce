using DotLiquid;

namespace Workflows.Api.Documents;

/// <summary>A choice that came as value and title: compared by its value, printed as its title.</summary>
internal sealed class ChoiceText(string value, string title) : ILiquidizable, IIndexable, IValueTypeConvertible
{
    public string Value { get; } = value;

    public string Title { get; } = title;

    public object? this[object key] => key switch { "value" => Value, "title" => Title, _ => null };

    public bool ContainsKey(object key) => key is "value" or "title";

    public object ToLiquid() => this;

    public object ConvertToValueType() => Title;

    public override string ToString() => Title;

    public override bool Equals(object? obj) => obj switch
    {
        string other => other == Value,
        ChoiceText other => other.Value == Value,
        _ => false,
    };

    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);
}
