using NodaTime;
using Workflows.Api.Problems;
using Workflows.Calendar;
using Workflows.Engine;

namespace Workflows.Api.Calendars;

/// <summary>Finds the calendars that there are: the nation's, those that notices are loaded for, and those that procedures count by.</summary>
internal static class CalendarLookup
{
    /// <summary>Says that there is no such calendar.</summary>
    public static Problem Unknown { get; } = Problem.NotFound("没有这个日历；全国日历是 CN，地方日历在公布放假安排后才有");

    /// <summary>Their ids, in ordinal order.</summary>
    public static IEnumerable<CalendarId> All(ReferenceData data) => data.Calendars.Archive.Notices.Select(notice => notice.Jurisdiction)
        .Concat(data.Procedures.Procedures.SelectMany(id => data.Procedures.Versions(id)).Select(version => version.Definition.Calendar))
        .Distinct().OrderBy(id => id.Value, StringComparer.Ordinal);

    /// <summary>The calendar in force, or as it stood at the end of an earlier day.</summary>
    /// <param name="data">What is in force.</param>
    /// <param name="id">Its id.</param>
    /// <param name="asOf">The day; null for now.</param>
    /// <param name="problem">Why there is none.</param>
    public static WorkingCalendar? Find(ReferenceData data, string id, LocalDate? asOf, out Problem? problem)
    {
        problem = null;
        if (!All(data).Any(known => known.Value == id))
            problem = Unknown;
        else if (asOf is not { } day)
            return data.Calendars.Newest(new CalendarId(id));
        else if (data.Calendars.Archive.Notices.All(notice => notice.Jurisdiction != CalendarId.China || notice.Published > day))
            problem = Problem.Invalid("asOf", "这一天还没有公布任何一年的放假安排；请用较晚的日期");
        else
            return data.Calendars.Archive.Compile(new CalendarId(id), day);
        return null;
    }
}
