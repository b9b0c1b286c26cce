using System.Collections.Immutable;
using NodaTime;

namespace Workflows.Calendar;

/// <summary>
/// How one notice departed from the baseline around one festival: the weekdays it gave off and the rest days it had worked,
/// each as days after the festival's date.
/// </summary>
/// <param name="Year">The year of the notice.</param>
/// <param name="Festival">The festival's name; for a single occasion the name the decree gives.</param>
/// <param name="Anchor">The festival's date; for a single occasion its first day off.</param>
/// <param name="Off">Expected to be worked, but given off.</param>
/// <param name="Worked">Expected to be off, but worked.</param>
internal sealed record Arrangement(int Year, string Festival, LocalDate Anchor, ImmutableArray<int> Off, ImmutableArray<int> Worked)
{
    /// <summary>The arrangements of a national notice as it stood on a day, or as amended when no day is given.</summary>
    public static IEnumerable<Arrangement> Of(CalendarNotice notice, LocalDate? asOf = null)
    {
        var set = NoticeDays.Of(notice, asOf).ToDictionary(day => day.Day, day => day.Entry);
        var expectedOff = Baseline.DaysOff(notice.Year);
        bool ExpectedWorked(LocalDate day) => !Baseline.IsWeekend(day) && !expectedOff.ContainsKey(day);

        var departures = set
            .Where(day => (day.Value.Kind == DayKind.Holiday) == ExpectedWorked(day.Key))
            .Select(day => (Day: day.Key, Name: FestivalOf(day.Value.Name), Off: ExpectedWorked(day.Key)))
            // A day given in place of a festival on a weekend, but worked because the notice gave another.
            .Concat(expectedOff.Where(day => !Baseline.IsWeekend(day.Key) && !set.ContainsKey(day.Key)).Select(day => (Day: day.Key, Name: day.Value, Off: false)))
            .GroupBy(departure => departure.Name);
        foreach (var festival in departures)
        {
            var anchor = Array.Find(Calendar.Festival.All, known => known.Name == festival.Key)?.DateIn(notice.Year)
                ?? notice.Holidays.First(holiday => holiday.Name == festival.Key).From;
            ImmutableArray<int> Offsets(bool off) =>
                [.. festival.Where(departure => departure.Off == off).Select(departure => NodaTime.Period.DaysBetween(anchor, departure.Day)).Order()];
            yield return new(notice.Year, festival.Key, anchor, Offsets(off: true), Offsets(off: false));
        }
    }

    // 中秋节 joined with 国庆节 is arranged around 1 October.
    private static string FestivalOf(string name) => name.Contains("国庆节", StringComparison.Ordinal) ? "国庆节" : name;
}
