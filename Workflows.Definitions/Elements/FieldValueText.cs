using System.Globalization;
using NodaTime.Text;

namespace Workflows.Definitions;

/// <summary>Values as a definition writes them.</summary>
internal static class FieldValueText
{
    public static string Of(FieldValue value) => value switch
    {
        FieldValue.Text text => text.Value,
        FieldValue.Choices choices => $"[{string.Join(", ", choices.Values)}]",
        FieldValue.Date date => LocalDatePattern.Iso.Format(date.Value),
        FieldValue.Moment moment => InstantPattern.ExtendedIso.Format(moment.Value),
        FieldValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        FieldValue.Boolean truth => truth.Value ? "true" : "false",
        _ => "…",
    };
}
