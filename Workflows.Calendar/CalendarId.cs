using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Workflows.Calendar;

/// <summary>
/// Names whose working days a calendar holds: <c>CN</c> for the nation, or the nation followed by an
/// administrative division code of two, four or six digits (<c>CN-45</c> Guangxi, <c>CN-4504</c> Wuzhou).
/// </summary>
/// <param name="Value">The text of the id.</param>
/// <exception cref="FormatException">The text has another form.</exception>
/// <remarks>全国年节及纪念日放假办法 第四条: minority festivals are set by the local people's government, so
/// a calendar belongs to a jurisdiction and is laid over the calendars of the divisions above it.</remarks>
public readonly partial record struct CalendarId(string Value)
{
    /// <summary>The calendar of the whole nation.</summary>
    public static readonly CalendarId China = new("CN");

    /// <summary>The text of the id, such as <c>CN-45</c>.</summary>
    public string Value { get; } = IsWellFormed(Value)
        ? Value
        : throw new FormatException($"'{Value}' is not a calendar id; write CN, or CN- and a division code of 2, 4 or 6 digits.");

    /// <summary>Whether <paramref name="text"/> can be the value of an id.</summary>
    public static bool IsWellFormed(string? text) => text is not null && Form().IsMatch(text);

    /// <summary>The jurisdictions whose notices apply, from the nation down to this one.</summary>
    internal ImmutableArray<CalendarId> Layers
    {
        get
        {
            var layers = ImmutableArray.Create(China);
            for (var length = 5; length <= Value.Length; length += 2)
                layers = layers.Add(new CalendarId(Value[..length]));
            return layers;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex(@"\ACN(-[0-9]{2}([0-9]{2}){0,2})?\z")]
    private static partial Regex Form();
}
