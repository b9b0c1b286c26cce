using System.Collections;
using System.Globalization;
using DotLiquid;
using NodaTime;
using NodaTime.Text;

namespace Workflows.Api.Documents;

/// <summary>The filters that a template may use. Each takes any value, also a missing one, and never fails.</summary>
internal static class TemplateFilters
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>Name of each filter with the least and the greatest number of arguments.</summary>
    public static readonly IReadOnlyDictionary<string, (int Least, int Most)> Arguments = new SortedDictionary<string, (int, int)>(StringComparer.Ordinal)
    {
        ["add"] = (1, 1),
        ["blank"] = (1, 1),
        ["date_zh"] = (0, 0),
        ["datetime_zh"] = (0, 0),
        ["default"] = (1, 1),
        ["list"] = (0, 1),
        ["money"] = (0, 0),
        ["stop"] = (0, 0),
        ["tick"] = (0, 1),
        ["title"] = (0, 1),
    };

    /// <summary>A day as 2026年3月2日; of an instant, the day in Asia/Shanghai; missing, with room to write it in.</summary>
    public static string DateZh(object? input) => Day(input) is { } day
        ? string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日")
        : Printed(input, "　　　　年　　月　　日");

    /// <summary>An instant as 2026年3月2日14时05分 in Asia/Shanghai; a day as the day.</summary>
    public static string DatetimeZh(object? input)
    {
        if (InstantPattern.ExtendedIso.Parse(input as string ?? "") is not { Success: true, Value: var instant })
            return Day(input) is null ? Printed(input, "　　　　年　　月　　日　　时　　分") : DateZh(input);
        var local = instant.InZone(Shanghai).LocalDateTime;
        return string.Create(CultureInfo.InvariantCulture, $"{local.Year}年{local.Month}月{local.Day}日{local.Hour}时{local.Minute:00}分");
    }

    /// <summary>A box: ticked when the value is <paramref name="wanted"/>, holds it, or, without <paramref name="wanted"/>, is true.</summary>
    public static string Tick(object? input, object? wanted = null) => Holds(input, wanted) ? "☑" : "□";

    /// <summary>The shown name of a choice, or of several with 、 between them; of a group of fields, its own value.</summary>
    public static object? Title(Context context, object? input, object? titles = null) => input switch
    {
        IEnumerable items when input is not (string or IDictionary) => Joined(context, items, "、", titles),
        Hash group => Title(context, group[DocumentData.OwnValue] is Hash ? null : group[DocumentData.OwnValue], titles),
        string value when titles is Hash map && map.ContainsKey(value) => map[value],
        _ => (context.Registers[ChoiceTitles.Register] as ChoiceTitles)?.Find(input) ?? input,
    };

    /// <summary>Several values in one text.</summary>
    public static object? List(Context context, object? input, object? separator = null) =>
        input is IEnumerable items and not (string or IDictionary) ? Joined(context, items, separator as string ?? "、", null) : input;

    /// <summary>The value, or room of that many Chinese characters to write it in.</summary>
    public static object? Blank(object? input, object? characters) =>
        IsMissing(input) ? new string('　', Math.Clamp(Whole(characters), 1, 40)) : input;

    /// <summary>The value, or another one where it is missing.</summary>
    public static object? Default(object? input, object? other) => IsMissing(input) ? other : input;

    /// <summary>An amount in yuan with two decimals.</summary>
    public static object? Money(object? input) =>
        Amount(input) is { } amount ? amount.ToString("0.00", CultureInfo.InvariantCulture) : input;

    /// <summary>The text with a full stop, unless it ends with a mark of its own.</summary>
    public static object? Stop(object? input) =>
        input is string { Length: > 0 } text && !"。！？；.!?".Contains(text[^1], StringComparison.Ordinal) ? text + "。" : input;

    /// <summary>The sum of two amounts; a missing one counts as nothing, two missing ones stay missing.</summary>
    public static object? Add(object? input, object? other)
    {
        try
        {
            return (Amount(input), Amount(other)) is (null, null) ? null : (Amount(input) ?? 0) + (Amount(other) ?? 0);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static string Joined(Context context, IEnumerable items, string separator, object? titles) =>
        string.Join(separator, items.Cast<object?>().Select(item => Title(context, item, titles)));

    private static bool Holds(object? input, object? wanted) => (input, wanted) switch
    {
        (null, _) => false,
        (bool yes, null) => yes,
        (_, null) => !IsMissing(input),
        (string text, _) => text == wanted as string,
        (bool yes, _) => yes.Equals(wanted),
        (IDictionary, _) => false,
        (IEnumerable items, _) => items.Cast<object?>().Any(item => Holds(item, wanted)),
        _ => false,
    };

    private static bool IsMissing(object? input) => input switch
    {
        null => true,
        string text => string.IsNullOrWhiteSpace(text),
        ICollection items => items.Count == 0,
        _ => false,
    };

    private static string Printed(object? input, string blank) => input is string text && !string.IsNullOrWhiteSpace(text) ? text : blank;

    private static LocalDate? Day(object? input)
    {
        if (input is not string text)
            return null;
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day })
            return day;
        return InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant } ? instant.InZone(Shanghai).Date : null;
    }

    private static decimal? Amount(object? input) => input switch
    {
        decimal amount => amount,
        int amount => amount,
        string text when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) => amount,
        _ => null,
    };

    private static int Whole(object? input) => input switch
    {
        int number => number,
        decimal number and >= 0 and < 1000 => (int)number,
        _ => 6,
    };
}
