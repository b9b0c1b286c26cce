using System.Collections.Immutable;
using NodaTime;

namespace Workflows.Definitions;

/// <summary>A value of a field. A closed family, one member per kind of value.</summary>
public abstract record FieldValue
{
    private FieldValue()
    {
    }

    /// <summary>Text, or the value of a choice.</summary>
    public sealed record Text(string Value) : FieldValue;

    /// <summary>Several values of a choice, in the order of the definition.</summary>
    public sealed record Choices(ImmutableArray<string> Values) : FieldValue
    {
        /// <inheritdoc/>
        public bool Equals(Choices? other) => other is not null && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => Values.Length == 0 ? 0 : HashCode.Combine(Values.Length, Values[0]);
    }

    /// <summary>A day in Asia/Shanghai.</summary>
    public sealed record Date(LocalDate Value) : FieldValue;

    /// <summary>An instant.</summary>
    public sealed record Moment(Instant Value) : FieldValue;

    /// <summary>A whole number or an amount in yuan.</summary>
    public sealed record Number(decimal Value) : FieldValue;

    /// <summary>Yes or no.</summary>
    public sealed record Boolean(bool Value) : FieldValue;

    /// <summary>Rows of a list.</summary>
    public sealed record Rows(ImmutableArray<ImmutableSortedDictionary<string, FieldValue>> Items) : FieldValue
    {
        /// <inheritdoc/>
        public bool Equals(Rows? other) => other is not null && Items.Length == other.Items.Length
            && Items.Zip(other.Items).All(pair => pair.First.SequenceEqual(pair.Second));

        /// <inheritdoc/>
        public override int GetHashCode() => Items.Length;
    }
}
