using NodaTime;

namespace Workflows.Calendar;

/// <summary>The days that a notice sets, as it stood on a given day.</summary>
internal static class NoticeDays
{
    /// <summary>The reference under which days changed by an amendment are cited.</summary>
    public static NoticeReference Reference(CalendarNotice notice, NoticeAmendment amendment) =>
        new(notice.Jurisdiction, notice.Year, amendment.Source, amendment.Published, null);

    /// <summary>
    /// Every date that the notice sets. Amendments published after <paramref name="asOf"/> are undone: each date they changed
    /// is turned back, and a run of days off that they touched ends before the first of those dates, because what followed
    /// (such as the weekend behind an extension) belonged to the run only through the amendment.
    /// </summary>
    public static IEnumerable<(LocalDate Day, DayEntry Entry)> Of(CalendarNotice notice, LocalDate? asOf)
    {
        var reference = notice.Reference;
        var sources = new Dictionary<LocalDate, NoticeReference>();
        var turnedBack = new HashSet<LocalDate>();
        foreach (var amendment in notice.Amendments)
        {
            foreach (var day in amendment.Changed)
            {
                if (amendment.Published > asOf)
                    turnedBack.SymmetricExceptWith([day]);
                else
                    sources[day] = Reference(notice, amendment);
            }
        }

        DayEntry Entry(LocalDate day, DayKind kind, string name) =>
            new(kind, name, notice.Jurisdiction, sources.GetValueOrDefault(day, reference));

        foreach (var holiday in notice.Holidays)
        {
            var cut = false;
            for (var day = holiday.From; day <= holiday.To; day = day.PlusDays(1))
            {
                cut |= turnedBack.Contains(day);
                if (!cut)
                    yield return (day, Entry(day, DayKind.Holiday, holiday.Name));
                else if (turnedBack.Remove(day) && Baseline.IsWeekend(day))
                    yield return (day, Entry(day, DayKind.MakeUpWorkday, holiday.Name));
            }
        }

        foreach (var workday in notice.Workdays)
        {
            if (!turnedBack.Remove(workday.Date))
                yield return (workday.Date, Entry(workday.Date, DayKind.MakeUpWorkday, workday.For));
        }

        foreach (var day in turnedBack)     // days that the amended notice no longer names
            yield return (day, Entry(day, Baseline.IsWeekend(day) ? DayKind.MakeUpWorkday : DayKind.Holiday, "调休"));
    }
}
