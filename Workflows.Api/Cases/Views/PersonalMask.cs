using System.Text;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Api.Cases;

/// <summary>Hides personal values: enough is left to tell two apart, not enough to use one.</summary>
internal static class PersonalMask
{
    private const int MostStars = 10;

    /// <summary>The value as it may be shown: masked where it is personal, and inside lists where a column is.</summary>
    /// <param name="field">Its definition; null when it has none here, which counts as personal.</param>
    /// <param name="value">The value.</param>
    public static FieldValue Of(FieldDefinition? field, FieldValue value)
    {
        if (field is null || field.Personal)
            return new FieldValue.Text(value is FieldValue.Text text ? Of(text.Value) : "***");
        return value is FieldValue.Rows rows
            ? new FieldValue.Rows([.. rows.Items.Select(row => FieldMap.Empty.AddRange(row.Select(cell => KeyValuePair.Create(
                cell.Key, Of(field.Columns.FirstOrDefault(column => column.Name == cell.Key), cell.Value)))))])
            : value;
    }

    /// <summary>
    /// A masked text: of a number of 15 characters or more the first and last four are left, of 11 to 14 the first three and
    /// last four, of anything else the first.
    /// </summary>
    public static string Of(string text)
    {
        if (text == Destroyed.Marker)
            return text;
        Rune[] runes = [.. text.EnumerateRunes()];
        if (runes.Length <= 1)
            return "*";
        var number = text.All(char.IsAsciiLetterOrDigit);
        var (front, back) = number && runes.Length >= 15 ? (4, 4) : number && runes.Length >= 11 ? (3, 4) : (1, 0);
        var stars = new string('*', Math.Min(runes.Length - front - back, MostStars));
        return $"{string.Concat(runes[..front])}{stars}{string.Concat(runes[^back..])}";
    }
}
