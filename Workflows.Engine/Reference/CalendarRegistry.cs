using System.Collections.Concurrent;
using System.Collections.Immutable;
using Workflows.Calendar;

namespace Workflows.Engine;

/// <summary>
/// The calendars that cases count by: every archive that was ever in force, so that a case finds the version it is pinned
/// to. Immutable; loading a notice makes a new one.
/// </summary>
public sealed class CalendarRegistry
{
    private readonly ImmutableArray<CalendarArchive> archives;
    private readonly ConcurrentDictionary<CalendarId, ImmutableArray<WorkingCalendar>> compiled = new();

    private CalendarRegistry(ImmutableArray<CalendarArchive> archives) => this.archives = archives;

    /// <summary>A registry of one archive.</summary>
    public static CalendarRegistry Of(CalendarArchive archive) => new([archive]);

    /// <summary>The archive in force.</summary>
    public CalendarArchive Archive => archives[^1];

    /// <summary>A registry in which the archive with one more notice is in force.</summary>
    public CalendarRegistry With(CalendarNotice notice) => new(archives.Add(Archive.With(notice)));

    /// <summary>The calendar in force.</summary>
    public WorkingCalendar Newest(CalendarId id) => Compiled(id)[^1];

    /// <summary>The calendar of a version, or null when it was never in force here.</summary>
    public WorkingCalendar? Find(CalendarId id, string version)
    {
        foreach (var calendar in Compiled(id))
        {
            if (calendar.Version == version)
                return calendar;
        }

        return null;
    }

    private ImmutableArray<WorkingCalendar> Compiled(CalendarId id) =>
        compiled.GetOrAdd(id, static (id, archives) => [.. archives.Select(archive => archive.Compile(id))], archives);
}
