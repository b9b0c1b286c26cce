using NodaTime;

namespace Workflows.Calendar;

/// <summary>The days off to expect in a year without a notice: the statutory days, and a working day in place of each that falls on a rest day.</summary>
/// <remarks>
/// 全国年节及纪念日放假办法 第二条, 第六条 (补假). Days exchanged between weekend and weekday cannot be foreseen, so none are
/// expected; they move days without changing the year's total. Two festivals on one date give two days off, as in 2009 and 2020.
/// </remarks>
internal static class Baseline
{
    /// <summary>The weekdays expected off, and the statutory days on weekends, with the festival's name.</summary>
    public static SortedDictionary<LocalDate, string> DaysOff(int year)
    {
        var off = new SortedDictionary<LocalDate, string>();
        foreach (var (day, name) in StatutoryDays(year))
            off.TryAdd(day, name);
        foreach (var (owedSince, name) in Owed(year))
        {
            var day = owedSince;
            while (IsWeekend(day) || off.ContainsKey(day))
                day = day.PlusDays(1);
            off.Add(day, name);
        }

        return off;
    }

    /// <summary>How many days are given in place of days of this festival that fall on rest days.</summary>
    public static int DaysInLieu(int year, string festival) => Owed(year).Count(owed => owed.Festival == festival);

    public static bool IsWeekend(LocalDate day) => day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;

    private static IEnumerable<(LocalDate Day, string Festival)> Owed(int year)
    {
        var seen = new HashSet<LocalDate>();
        return StatutoryDays(year).Where(statutory => !seen.Add(statutory.Day) || IsWeekend(statutory.Day));
    }

    private static IEnumerable<(LocalDate Day, string Festival)> StatutoryDays(int year) =>
        Festival.All.SelectMany(festival => festival.StatutoryDays(year), (festival, day) => (day, festival.Name)).OrderBy(statutory => statutory.day);
}
