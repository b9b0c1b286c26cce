namespace Workflows.Definitions;

/// <summary>Whether every value of one field can be a value of another.</summary>
internal static class FieldFit
{
    /// <summary>Why not, in Chinese; null when it can.</summary>
    public static string? Misfit(FieldDefinition source, FieldDefinition target)
    {
        var same = source.Type == target.Type
            || (source.Type, target.Type) is (FieldType.Choice, FieldType.Text) or (FieldType.Integer, FieldType.Money);
        if (!same)
            return $"`{source.Name}` 是 {Name(source)}，`{target.Name}` 是 {Name(target)}";
        if (target.Type is FieldType.Choice or FieldType.Choices)
        {
            var extra = source.Values.Select(v => v.Value).Except(target.Values.Select(v => v.Value)).FirstOrDefault();
            return extra is null ? null : $"`{target.Name}` 没有 `{source.Name}` 的选项 `{extra}`";
        }

        return target.Type != FieldType.List ? null
            : target.Columns.Select(wanted => source.Columns.FirstOrDefault(c => c.Name == wanted.Name) is { } column
                    ? Misfit(column, wanted)
                    : wanted.Required ? $"`{source.Name}` 没有列 `{wanted.Name}`" : null)
                .FirstOrDefault(m => m is not null);
    }

    private static string Name(FieldDefinition field) => ComparisonReader.TypeName(field.Type);
}
