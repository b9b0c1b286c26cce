using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>A typed value that a case can hold.</summary>
public sealed record FieldDefinition
{
    /// <summary>Dotted name: <c>applicant.idNumber</c>. Inside a list, the name of the column.</summary>
    public required string Name { get; init; }

    /// <summary>Type of the value.</summary>
    public required FieldType Type { get; init; }

    /// <summary>Shown name.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Allowed values with their shown names, for <see cref="FieldType.Choice"/> and <see cref="FieldType.Choices"/>.</summary>
    public ImmutableArray<ChoiceValue> Values { get; init; } = [];

    /// <summary>Columns of a <see cref="FieldType.List"/>.</summary>
    public ImmutableArray<FieldDefinition> Columns { get; init; } = [];

    /// <summary>Personal data: encrypted at rest with the case's key.</summary>
    public bool Personal { get; init; }

    /// <summary>In a list: every row must have this column.</summary>
    public bool Required { get; init; }

    /// <summary>Longest text accepted, in UTF-16 code units.</summary>
    public int MaxLength { get; init; } = 4000;

    /// <summary>Why the field exists, where an article asks for it.</summary>
    public LegalBasis? Basis { get; init; }
}

/// <summary>One allowed value of a choice.</summary>
/// <param name="Value">What is stored and sent.</param>
/// <param name="Title">What is shown.</param>
public sealed record ChoiceValue(string Value, LocalizedText Title);

/// <summary>Types of field (YAML spelling in brackets).</summary>
public enum FieldType
{
    /// <summary>Text (<c>text</c>).</summary>
    Text,

    /// <summary>One of <see cref="FieldDefinition.Values"/> (<c>choice</c>).</summary>
    Choice,

    /// <summary>Any number of <see cref="FieldDefinition.Values"/>, none twice (<c>choices</c>).</summary>
    Choices,

    /// <summary>A day in Asia/Shanghai (<c>date</c>).</summary>
    Date,

    /// <summary>An instant (<c>instant</c>).</summary>
    Instant,

    /// <summary>A whole number (<c>integer</c>).</summary>
    Integer,

    /// <summary>An amount in yuan, at most two decimals (<c>money</c>).</summary>
    Money,

    /// <summary>Yes or no (<c>boolean</c>).</summary>
    Boolean,

    /// <summary>Rows of <see cref="FieldDefinition.Columns"/> (<c>list</c>).</summary>
    List,
}
