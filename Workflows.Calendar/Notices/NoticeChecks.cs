using NodaTime;

namespace Workflows.Calendar;

/// <summary>The checks on a notice that was read: whether what it says can be so.</summary>
internal static class NoticeChecks
{
    public static IEnumerable<NoticeDiagnostic> Of(CalendarNotice notice, string? fileName) =>
        [.. OfName(notice, fileName), .. OfRuns(notice), .. OfAmendments(notice), .. OfStatute(notice)];

    private static IEnumerable<NoticeDiagnostic> OfName(CalendarNotice notice, string? fileName)
    {
        var expected = $"{notice.Jurisdiction.Value.ToLowerInvariant()}-{notice.Year}.json";
        if (fileName is not null && fileName != expected)
            yield return new("file-name", "", $"The file is called {fileName} but holds {notice.Jurisdiction} {notice.Year}.", $"Call it {expected}, or correct jurisdiction and year.");
        if (notice.Published.Year > notice.Year)
            yield return new("published-late", "published", "The notice is published after its year.", "Give the day on which the yearly notice became public; later decrees are amendments.");
    }

    private static IEnumerable<NoticeDiagnostic> OfRuns(CalendarNotice notice)
    {
        var days = new HashSet<LocalDate>();
        foreach (var (path, from, to, isOff) in Runs(notice))
        {
            if (from > to)
                yield return new("from-after-to", path, $"{from:uuuu-MM-dd} lies after {to:uuuu-MM-dd}.", "Exchange from and to, or correct the year.");
            else if (IsOutsideYear(notice, from) || IsOutsideYear(notice, to))
                yield return OutsideYear(notice, path);
            else if (Days(from, to).Where(day => !days.Add(day)).ToList() is [var twice, ..])
                yield return new("duplicate-date", path, $"{twice:uuuu-MM-dd} is set twice.", "Set each date once, either as a day off or as a day worked.");
            else if (notice.Jurisdiction == CalendarId.China && from < new LocalDate(notice.Year - 1, 12, 29))
                yield return new("day-was-firm", path, $"{from:uuuu-MM-dd} was firm before; dates given as final may change.", "Check the date; no notice since 2007 set a day before 29 December.", IsWarning: true);
            if (!isOff && !Baseline.IsWeekend(from))
                yield return new("workday-not-weekend", path, $"{from:uuuu-MM-dd} is a {from.DayOfWeek}, worked anyway.", "List only Saturdays and Sundays; check the date against the notice.");
        }
    }

    private static IEnumerable<NoticeDiagnostic> OfAmendments(CalendarNotice notice)
    {
        foreach (var (index, amendment) in notice.Amendments.Index())
        {
            if (amendment.Published < notice.Published)
                yield return new("amendment-early", $"amendments[{index}].published", "The amendment is older than the notice.", "Correct one of the two days of publication.");
            if (amendment.Changed.IsEmpty || amendment.Changed.Distinct().Count() != amendment.Changed.Length)
                yield return new("changed-invalid", $"amendments[{index}].changed", "The dates changed must be listed, each once.", "List every date that the decree turned from worked to off or back.");
            else if (amendment.Changed.Any(day => IsOutsideYear(notice, day)))
                yield return OutsideYear(notice, $"amendments[{index}].changed");
        }
    }

    /// <remarks>全国年节及纪念日放假办法 第二条, 第六条: every statutory day is given, and days exchanged keep the total.</remarks>
    private static IEnumerable<NoticeDiagnostic> OfStatute(CalendarNotice notice)
    {
        if (notice.Jurisdiction != CalendarId.China || notice.Year < 2008)
            yield break;
        var statutory = Festival.All.SelectMany(festival => festival.StatutoryDays(notice.Year), (festival, day) => (festival.Name, Day: day)).ToList();
        foreach (var (name, day) in statutory.Where(entry => !notice.Holidays.Any(holiday => holiday.From <= entry.Day && entry.Day <= holiday.To)))
            yield return new("statutory-day-missing", "holidays", $"{day:uuuu-MM-dd} ({name}) is a statutory day off and is not listed.", "Add it; an incomplete notice must not be loaded.");

        var given = notice.Holidays.Where(holiday => !IsOutsideYear(notice, holiday.From) && !IsOutsideYear(notice, holiday.To))
            .Sum(holiday => Days(holiday.From, holiday.To).Count(day => !Baseline.IsWeekend(day))) - notice.Workdays.Length;
        if (given != statutory.Count && notice.Amendments.IsEmpty)
            yield return new("days-unbalanced", "", $"Weekdays off less weekend days worked are {given}; the statute gives {statutory.Count} days.", "Check the notice for a date mistyped or forgotten.", IsWarning: true);
    }

    private static IEnumerable<(string Path, LocalDate From, LocalDate To, bool IsOff)> Runs(CalendarNotice notice) =>
        notice.Holidays.Select((holiday, index) => ($"holidays[{index}]", holiday.From, holiday.To, true))
            .Concat(notice.Workdays.Select((workday, index) => ($"workdays[{index}].date", workday.Date, workday.Date, false)));

    private static bool IsOutsideYear(CalendarNotice notice, LocalDate day) =>
        day.Year != notice.Year && (day.Year != notice.Year - 1 || day.Month != 12);

    private static NoticeDiagnostic OutsideYear(CalendarNotice notice, string path) =>
        new("date-outside-year", path, $"A notice for {notice.Year} sets days from December {notice.Year - 1} to December {notice.Year}.", "Correct the date, or put it into the notice of its year.");

    private static IEnumerable<LocalDate> Days(LocalDate from, LocalDate to)
    {
        for (var day = from; day <= to; day = day.PlusDays(1))
            yield return day;
    }
}
