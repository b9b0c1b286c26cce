namespace Workflows.Definitions;

/// <summary>Which values a definition marks as personal.</summary>
public static class PersonalValues
{
    /// <summary>Whether values of the field are personal, or hold something that is.</summary>
    public static bool In(FieldDefinition field) => field.Personal || field.Columns.Any(column => column.Personal);
}
