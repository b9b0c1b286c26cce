using System.Globalization;
using NodaTime;

namespace Workflows.Calendar;

/// <summary>A festival on which everyone has days off, and the dates on which it falls.</summary>
/// <param name="Name">The name that the notices use.</param>
/// <param name="DateIn">The date in a given year; for 春节 the first day of the first lunar month.</param>
/// <param name="DaysOff">The statutory days of a given year, as first and last day counted from that date, both included.</param>
/// <remarks>
/// 全国年节及纪念日放假办法 第二条, in the texts of 2008 (国务院令第513号), 2014 (第644号) and 2025 (第795号). Lunar dates come
/// from the base class library; the solar term 清明 from the interpolation in common use, which agrees with the sun's computed
/// longitude of 15° for every year 2001–2099.
/// </remarks>
internal sealed record Festival(string Name, Func<int, LocalDate> DateIn, Func<int, (int First, int Last)> DaysOff)
{
    /// <summary>The years for which the dates can be computed.</summary>
    public const int FirstYear = 2001, LastYear = 2099;

    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>The seven festivals, in the order of the year 2008 and most others.</summary>
    public static readonly Festival[] All =
    [
        new("元旦", year => new(year, 1, 1), _ => (0, 0)),
        new("春节", year => LunarDate(year, 1, 1), year => year < 2014 ? (-1, 1) : year < 2025 ? (0, 2) : (-1, 2)),
        new("清明节", Qingming, _ => (0, 0)),
        new("劳动节", year => new(year, 5, 1), year => (0, year < 2025 ? 0 : 1)),
        new("端午节", year => LunarDate(year, 5, 5), _ => (0, 0)),
        new("中秋节", year => LunarDate(year, 8, 15), _ => (0, 0)),
        new("国庆节", year => new(year, 10, 1), _ => (0, 2)),
    ];

    /// <summary>The statutory days of a year.</summary>
    public IEnumerable<LocalDate> StatutoryDays(int year)
    {
        var (first, last) = DaysOff(year);
        return Enumerable.Range(first, last - first + 1).Select(offset => DateIn(year).PlusDays(offset));
    }

    private static LocalDate LunarDate(int year, int month, int day)
    {
        var leap = Lunar.GetLeapMonth(year);    // the position of the leap month, 0 for none; later months move up by one
        var position = leap > 0 && month >= leap ? month + 1 : month;
        return LocalDate.FromDateTime(Lunar.ToDateTime(year, position, day, 0, 0, 0, 0));
    }

    private static LocalDate Qingming(int year)
    {
        var y = year - 2000;
        return new(year, 4, (int)(0.2422m * y + 4.81m) - y / 4);
    }
}
