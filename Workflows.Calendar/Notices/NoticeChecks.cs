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
            yield return new("file-name", "", $"内容是 {notice.Jurisdiction} {notice.Year} 年的安排，与 {fileName} 不符", $"应为 {expected}，或者改正 jurisdiction 和 year");
        if (notice.Published.Year > notice.Year)
            yield return new("published-late", "published", "通知的公布日期晚于其年度", "写年度通知公布的日期；其后的调整写入 amendments");
    }

    private static IEnumerable<NoticeDiagnostic> OfRuns(CalendarNotice notice)
    {
        var days = new HashSet<LocalDate>();
        foreach (var (path, from, to, isOff) in Runs(notice))
        {
            if (from > to)
                yield return new("from-after-to", path, $"{from:uuuu-MM-dd} 晚于 {to:uuuu-MM-dd}", "对调 from 与 to，或者改正年份");
            else if (IsOutsideYear(notice, from) || IsOutsideYear(notice, to))
                yield return OutsideYear(notice, path);
            else if (Days(from, to).Where(day => !days.Add(day)).ToList() is [var twice, ..])
                yield return new("duplicate-date", path, $"{twice:uuuu-MM-dd} 安排了两次", "每天只写一次，或者放假，或者上班");
            else if (notice.Jurisdiction == CalendarId.China && from < new LocalDate(notice.Year - 1, 12, 29))
                yield return new("day-was-firm", path, $"{from:uuuu-MM-dd} 此前已经确定；已经给出的确定日期可能改变", "请核对日期；2007 年以来的通知没有安排过 12 月 29 日以前的日子", IsWarning: true);
            if (!isOff && !Baseline.IsWeekend(from))
                yield return new("workday-not-weekend", path, $"{from:uuuu-MM-dd} 是星期{"一二三四五六日"[(int)from.DayOfWeek - 1]}，本来就上班", "只列星期六、星期日；请与通知核对日期");
        }
    }

    private static IEnumerable<NoticeDiagnostic> OfAmendments(CalendarNotice notice)
    {
        foreach (var (index, amendment) in notice.Amendments.Index())
        {
            if (amendment.Published < notice.Published)
                yield return new("amendment-early", $"amendments[{index}].published", "调整的公布日期早于通知", "改正两个公布日期之一");
            if (amendment.Changed.IsEmpty || amendment.Changed.Distinct().Count() != amendment.Changed.Length)
                yield return new("changed-invalid", $"amendments[{index}].changed", "应列出所改的日期，每个一次", "列出由上班改为放假、由放假改为上班的每一天");
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
            yield return new("statutory-day-missing", "holidays", $"{day:uuuu-MM-dd}（{name}）是法定节假日，没有列出", "补上；不完整的通知不能载入");

        var given = notice.Holidays.Where(holiday => !IsOutsideYear(notice, holiday.From) && !IsOutsideYear(notice, holiday.To))
            .Sum(holiday => Days(holiday.From, holiday.To).Count(day => !Baseline.IsWeekend(day))) - notice.Workdays.Length;
        if (given != statutory.Count && notice.Amendments.IsEmpty)
            yield return new("days-unbalanced", "", $"放假的工作日减去上班的周末为 {given} 天，法定节假日为 {statutory.Count} 天", "请核对是否写错或者漏写了日期", IsWarning: true);
    }

    private static IEnumerable<(string Path, LocalDate From, LocalDate To, bool IsOff)> Runs(CalendarNotice notice) =>
        notice.Holidays.Select((holiday, index) => ($"holidays[{index}]", holiday.From, holiday.To, true))
            .Concat(notice.Workdays.Select((workday, index) => ($"workdays[{index}].date", workday.Date, workday.Date, false)));

    private static bool IsOutsideYear(CalendarNotice notice, LocalDate day) =>
        day.Year != notice.Year && (day.Year != notice.Year - 1 || day.Month != 12);

    private static NoticeDiagnostic OutsideYear(CalendarNotice notice, string path) =>
        new("date-outside-year", path, $"{notice.Year} 年的通知只安排 {notice.Year - 1} 年 12 月至 {notice.Year} 年 12 月的日子", "改正日期，或者写入相应年度的通知");

    private static IEnumerable<LocalDate> Days(LocalDate from, LocalDate to)
    {
        for (var day = from; day <= to; day = day.PlusDays(1))
            yield return day;
    }
}
