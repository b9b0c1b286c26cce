using System.Globalization;
using NodaTime.Text;
using Workflows.Calendar;
using Workflows.Definitions;

namespace Workflows.Api.Registers;

/// <summary>Values as text in a table.</summary>
internal static class ValueText
{
    private static readonly OffsetDateTimePattern Moment = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    /// <summary>Dates as <c>2026-03-02</c>, instants in China's time, numbers plainly, rows of a list one after the other.</summary>
    public static string Of(FieldValue value) => value switch
    {
        FieldValue.Text text => text.Value,
        FieldValue.Choices choices => string.Join('、', choices.Values),
        FieldValue.Date date => LocalDatePattern.Iso.Format(date.Value),
        FieldValue.Moment moment => Moment.Format(moment.Value.WithOffset(ChinaTime.Offset)),
        FieldValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        FieldValue.Boolean truth => truth.Value ? "true" : "false",
        FieldValue.Rows rows => string.Join('；', rows.Items.Select(row => string.Join('，', row.Values.Select(Of)))),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
