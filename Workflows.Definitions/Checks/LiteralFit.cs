namespace Workflows.Definitions;

/// <summary>Whether a value written without knowledge of its field is one of that field's.</summary>
internal static class LiteralFit
{
    public static bool Fits(FieldValue literal, FieldDefinition target) => (literal, target.Type) switch
    {
        (FieldValue.Text, FieldType.Text) => true,
        (FieldValue.Text(var value), FieldType.Choice) => target.Values.Any(v => v.Value == value),
        (FieldValue.Choices(var values), FieldType.Choices) => values.All(v => target.Values.Any(t => t.Value == v)),
        (FieldValue.Number(var number), FieldType.Integer) => decimal.IsInteger(number),
        (FieldValue.Number, FieldType.Money) or (FieldValue.Date, FieldType.Date) or (FieldValue.Boolean, FieldType.Boolean) => true,
        _ => false,
    };
}
