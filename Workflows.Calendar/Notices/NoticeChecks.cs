using NodaTime;

namespace Workflows.Calendar;

/// <summary>The checks on a notice that was read: whether what it says can be so.</summary>
internal static class NoticeChecks
{
    public static IEnumerable<NoticeDiagnostic> Of(CalendarNotice notice, string? fileName)
    {
        var expected = $"{notice.Jurisdiction.Value.ToLowerInvariant()}-{notice.Year}.json";
        if (fileName is not null && fileName != expected)
            yield return new("file-name", "", $"The file is called {fileName} but holds {notice.Jurisdiction} {notice.Year}.", $"Call it {expected}, or correct jurisdiction and year.");
        if (notice.Published.Year > notice.Year)
            yield return new("published-late", "published", "The notice is published after its year.", "Give the day on which the yearly notice became public; later decrees are amendments.");

        var runs = Runs(notice).ToList();
        foreach (var (path, from, to) in runs)
        {
            if (from > to)
                yield return new("from-after-to", path, $"{from:uuuu-MM-dd} lies after {to:uuuu-MM-dd}.", "Exchange from and to, or correct the year.");
            else if (from < new LocalDate(notice.Year - 1, 12, 1) || to.Year > notice.Year)
                yield return new("date-outside-year", path, $"A notice for {notice.Year} sets days from December {notice.Year - 1} to December {notice.Year}.", "Correct the date, or put it into the notice of its year.");
        }

        foreach (var (workday, index) in notice.Workdays.Select((workday, index) => (workday, index)))
        {
            if (!Baseline.IsWeekend(workday.Date))
                yield return new("workday-not-weekend", $"workdays[{index}].date", $"{workday.Date:uuuu-MM-dd} is a {workday.Date.DayOfWeek}, worked anyway.", "List only Saturdays and Sundays; check the date against the notice.");
        }

        foreach (var (amendment, index) in notice.Amendments.Select((amendment, index) => (amendment, index)))
        {
            if (amendment.Published < notice.Published)
                yield return new("amendment-early", $"amendments[{index}].published", "The amendment is older than the notice.", "Correct one of the two days of publication.");
            if (amendment.Changed.IsEmpty || amendment.Changed.Distinct().Count() != amendment.Changed.Length)
                yield return new("changed-invalid", $"amendments[{index}].changed", "The dates changed must be listed, each once.", "List every date that the decree turned from worked to off or back.");
        }

        var days = new HashSet<LocalDate>();
        foreach (var (path, from, to) in runs.Where(run => run.To < run.From.PlusDays(40)))
        {
            for (var day = from; day <= to; day = day.PlusDays(1))
            {
                if (!days.Add(day))
                    yield return new("duplicate-date", path, $"{day:uuuu-MM-dd} is set twice.", "Set each date once, either as a day off or as a day worked.");
            }
        }

        if (notice.Jurisdiction == CalendarId.China && notice.Year >= 2008)
        {
            foreach (var diagnostic in AgainstTheStatute(notice))
                yield return diagnostic;
        }
    }

    /// <remarks>全国年节及纪念日放假办法 第二条, 第六条: every statutory day is given, and days exchanged keep the total.</remarks>
    private static IEnumerable<NoticeDiagnostic> AgainstTheStatute(CalendarNotice notice)
    {
        var off = Runs(notice).Take(notice.Holidays.Length).SelectMany(run => Days(run.From, run.To)).ToHashSet();
        var statutory = Festival.All.SelectMany(festival => festival.StatutoryDays(notice.Year), (festival, day) => (festival.Name, Day: day)).ToList();
        foreach (var (name, day) in statutory.Where(entry => !off.Contains(entry.Day)))
            yield return new("statutory-day-missing", "holidays", $"{day:uuuu-MM-dd} ({name}) is a statutory day off and is not listed.", "Add it; an incomplete notice must not be loaded.");

        var exchanged = off.Count(day => !Baseline.IsWeekend(day)) - notice.Workdays.Length;
        if (exchanged != statutory.Count && notice.Amendments.IsEmpty)
            yield return new("days-unbalanced", "", $"Weekdays off less weekend days worked are {exchanged}; the statute gives {statutory.Count} days.", "Check the notice for a date mistyped or forgotten.", IsWarning: true);
    }

    private static IEnumerable<(string Path, LocalDate From, LocalDate To)> Runs(CalendarNotice notice) =>
        notice.Holidays.Select((holiday, index) => ($"holidays[{index}]", holiday.From, holiday.To))
            .Concat(notice.Workdays.Select((workday, index) => ($"workdays[{index}]", workday.Date, workday.Date)));

    private static IEnumerable<LocalDate> Days(LocalDate from, LocalDate to)
    {
        for (var day = from; day <= to && day < from.PlusDays(40); day = day.PlusDays(1))
            yield return day;
    }
}
