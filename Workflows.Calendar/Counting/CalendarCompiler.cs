using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Workflows.Calendar;

/// <summary>Lays the notices of an archive over each other, day by day.</summary>
internal static class CalendarCompiler
{
    public static WorkingCalendar Compile(CalendarArchive archive, CalendarId id, LocalDate? asOf)
    {
        var known = archive.Notices.Where(notice => asOf is null || notice.Published <= asOf).ToList();
        var nation = WithoutHoles(known.Where(notice => notice.Jurisdiction == CalendarId.China));
        if (nation is [])
            throw new OutsideCalendarException($"The archive holds no national notice{(asOf is { } day ? $" published by {day:uuuu-MM-dd}" : "")}.");

        var (firstYear, lastYear) = (nation[0].Year, nation[^1].Year);
        var firstDay = new LocalDate(firstYear, 1, 1);
        var days = NodaTime.Period.DaysBetween(firstDay, new LocalDate(lastYear + 3, 1, 1));
        var entries = new DayEntry?[days + 1];

        void Lay(LocalDate day, DayEntry entry)
        {
            var number = NodaTime.Period.DaysBetween(firstDay, day) + 1;
            if (number >= 1 && number <= days)
                entries[number] = entry;
        }

        foreach (var (expected, name) in Enumerable.Range(lastYear + 1, 2).SelectMany(Baseline.DaysOff))
            Lay(expected, new DayEntry(DayKind.Holiday, name, CalendarId.China, null));
        var divisions = id.Layers.Skip(1).ToImmutableArray();
        var used = nation.Concat(divisions.SelectMany(division =>
            known.Where(notice => notice.Jurisdiction == division && notice.Year >= firstYear && notice.Year <= lastYear + 1))).ToList();
        foreach (var (day, entry) in used.SelectMany(notice => NoticeDays.Of(notice, asOf)))
            Lay(day, entry);

        var working = new bool[days];
        for (var (number, day) = (1, firstDay); number <= days; (number, day) = (number + 1, day.PlusDays(1)))
            working[number - 1] = entries[number] is { } entry ? entry.Kind == DayKind.MakeUpWorkday : !Baseline.IsWeekend(day);
        var last = NodaTime.Period.DaysBetween(firstDay, new LocalDate(lastYear + 1, 12, 31)) + 1;
        return new WorkingCalendar(
            id,
            Version(id, lastYear, used, asOf, working),
            new DayTable(id, firstYear, working, last),
            entries,
            new LocalDate(lastYear, 12, 28),
            References(used, asOf),
            [.. from division in divisions
                from year in Enumerable.Range(firstYear, lastYear + 2 - firstYear)
                where !used.Exists(notice => notice.Jurisdiction == division && notice.Year == year)
                select new RegionalGap(division, year)]);
    }

    private static List<CalendarNotice> WithoutHoles(IEnumerable<CalendarNotice> notices)
    {
        var ordered = notices.OrderBy(notice => notice.Year).ToList();
        return [.. ordered.TakeWhile((notice, index) => notice.Year == ordered[0].Year + index)];
    }

    private static NoticeReference[] References(IEnumerable<CalendarNotice> used, LocalDate? asOf) =>
    [
        .. used.OrderBy(notice => notice.Year).SelectMany(notice => notice.Amendments
            .Where(amendment => asOf is null || amendment.Published <= asOf)
            .Select(amendment => NoticeDays.Reference(notice, amendment))
            .Prepend(notice.Reference)),
    ];

    /// <summary>Names the data: the notices used and what each day came out as.</summary>
    private static string Version(CalendarId id, int lastYear, List<CalendarNotice> used, LocalDate? asOf, bool[] working)
    {
        var text = new StringBuilder();
        foreach (var notice in References(used, asOf))
            text.Append(notice.Jurisdiction).Append('|').Append(notice.Year).Append('|').Append(notice.Source).Append('|').Append($"{notice.Published.ToDateOnly():O}").Append('\n');
        foreach (var worked in working)
            text.Append(worked ? '1' : '0');
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return $"{id}@{lastYear}+sha256:{Convert.ToHexStringLower(hash.AsSpan(0, 8))}";
    }
}
