using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using NodaTime;

namespace Workflows.Calendar;

/// <summary>An immutable set of notices, from which calendars are compiled. There is one notice per jurisdiction and year.</summary>
public sealed class CalendarArchive
{
    private static readonly Lazy<CalendarArchive> Embedded = new(ReadEmbedded);

    /// <summary>Makes an archive of the given notices.</summary>
    /// <exception cref="ArgumentException">Two notices set the same date, or have the same jurisdiction and year.</exception>
    public CalendarArchive(IEnumerable<CalendarNotice> notices)
    {
        ArgumentNullException.ThrowIfNull(notices);
        Notices = InOrder(notices);
        foreach (var layer in Notices.GroupBy(notice => notice.Jurisdiction))
        {
            if (layer.GroupBy(notice => notice.Year).FirstOrDefault(year => year.Count() > 1) is { } twice)
                throw new ArgumentException($"{layer.Key} has two notices for {twice.Key}.", nameof(notices));
            var days = layer.SelectMany(notice => NoticeDays.Of(notice, null), (notice, day) => (notice.Year, day.Day));
            if (days.GroupBy(day => day.Day).FirstOrDefault(day => day.Count() > 1) is { } set)
                throw new ArgumentException($"{layer.Key} sets {set.Key:uuuu-MM-dd} in the notices for {string.Join(" and ", set.Select(day => day.Year))}.", nameof(notices));
        }
    }

    private CalendarArchive(ImmutableArray<CalendarNotice> notices) => Notices = notices;

    /// <summary>The national notices for 2007 to 2026, as published by the General Office of the State Council.</summary>
    public static CalendarArchive Official => Embedded.Value;

    /// <summary>All notices, by jurisdiction and year.</summary>
    public ImmutableArray<CalendarNotice> Notices { get; }

    /// <summary>An archive that holds <paramref name="notice"/> as well, in place of any notice of the same jurisdiction and year.</summary>
    /// <exception cref="ArgumentException">The notice sets a date that the notice of a neighbouring year sets as well.</exception>
    public CalendarArchive With(CalendarNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return new(Notices.Where(other => other.Jurisdiction != notice.Jurisdiction || other.Year != notice.Year).Append(notice));
    }

    /// <summary>
    /// Compiles the calendar of a jurisdiction: weekends, then the national notices, then those of each division down to
    /// <paramref name="id"/>; for each day the most local word wins. Years beyond a gap in the national notices are left out.
    /// </summary>
    /// <param name="id">The jurisdiction. That a division lacks notices is no error; see <see cref="WorkingCalendar.RegionalGaps"/>.</param>
    /// <param name="asOf">The calendar as it stood at the end of this day: later notices are left out, later amendments undone.
    /// Null for everything in the archive.</param>
    /// <exception cref="OutsideCalendarException">No national notice was published by then.</exception>
    public WorkingCalendar Compile(CalendarId id, LocalDate? asOf = null) => CalendarCompiler.Compile(this, id, asOf);

    // A test holds the embedded notices to all checks; here they are only read, because every start waits for them.
    private static CalendarArchive ReadEmbedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return new(InOrder(assembly.GetManifestResourceNames().Where(name => name.StartsWith("Calendar.", StringComparison.Ordinal)).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            var (notice, diagnostics) = CalendarNoticeReader.ReadUnchecked(reader.ReadToEnd());
            return notice ?? throw new InvalidOperationException($"{name}: {string.Join("; ", diagnostics)}");
        })));
    }

    private static ImmutableArray<CalendarNotice> InOrder(IEnumerable<CalendarNotice> notices) =>
        [.. notices.OrderBy(notice => notice.Jurisdiction.Value, StringComparer.Ordinal).ThenBy(notice => notice.Year)];
}
