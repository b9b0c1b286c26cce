using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace Workflows.Definitions;

/// <summary>Reads schedules.</summary>
internal static class ScheduleReader
{
    // The last day that every month has.
    private const int LastDay = 28;

    public static ImmutableArray<ScheduleDefinition> Schedules(Element procedure) =>
        [.. procedure.Entries("schedules", "日历立案", NameForms.Id).Select(entry =>
            Schedule(procedure.Reading.Open(entry.Value, KeyTable.Schedule, ElementPath.Schedule(entry.Key.Value), entry.Key.Location), entry.Key.Value))];

    private static ScheduleDefinition Schedule(Element element, string name) => new()
    {
        Name = name,
        Title = element.Title(),
        Days = Days(element),
        For = Agencies(element),
        With = With(element),
        Basis = element.Basis(),
    };

    private static ImmutableArray<AnnualDate> Days(Element schedule)
    {
        if (schedule.Find("on") is SourceNode.Mapping mapping)
        {
            var monthly = new Element(schedule.Reading, mapping, KeyTable.ScheduleDays, schedule.Path, mapping.Location);
            var day = monthly.Number("every-month", otherwise: 1, LastDay);
            return [.. Enumerable.Range(1, 12).Select(month => new AnnualDate(month, day))];
        }

        var days = ImmutableSortedSet.CreateBuilder<AnnualDate>();
        foreach (var node in schedule.Many("on"))
        {
            if (Day(node) is not { } day)
                schedule.Error(DiagnosticCodes.MalformedValue, node, "`on` 不是每年都有的日期", "写成 `03-01`、`[03-01, 09-01]` 或 `{ every-month: 1 }`");
            else if (!days.Add(day))
                schedule.Error(DiagnosticCodes.NamedTwice, node, $"日期 `{(node as SourceNode.Scalar)?.Value}` 列了两次", "删去其中一个");
        }

        if (days.Count == 0 && schedule.Find("on") is SourceNode.Sequence { Items.IsEmpty: true } empty)
            schedule.Error(DiagnosticCodes.MalformedValue, empty, "`on` 是空的", "写上至少一个日期");
        return days.Count > 0 ? [.. days] : [new AnnualDate(1, 1)];
    }

    private static AnnualDate? Day(SourceNode node)
    {
        if (node is not SourceNode.Scalar { Value: [_, _, '-', _, _] text }
            || !int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            || !int.TryParse(text.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var day))
            return null;
        // 2025 is no leap year, so that 29 February is refused with the days that no year has.
        return month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(2025, month) ? new AnnualDate(month, day) : null;
    }

    private static ScheduleAgencies Agencies(Element schedule)
    {
        if (schedule.Find("for") is not { } node)
            return new(null, []);
        var element = schedule.Reading.Open(node, KeyTable.ScheduleAgencies, $"{schedule.Path}.for");
        if (node is SourceNode.Mapping && !element.Has("division") && !element.Has("kinds"))
            element.Error(DiagnosticCodes.MissingKey, node, "`for` 没有写明机关", "写上 `division`（行政区划代码的开头）或 `kinds`（机关类别），或二者");
        var division = element.OptionalText("division");
        if (division is { Length: > 0 } && (division.Length is < 2 or > 12 || !division.All(char.IsAsciiDigit)))
        {
            element.Error(DiagnosticCodes.MalformedValue, element.Find("division"), $"`{Reading.Shown(division)}` 不是行政区划代码的开头",
                "写 2 至 12 位数字，如 `\"220282\"`");
        }

        return new(division, element.Reading.Distinct(element.Many("kinds"), "机关类别", kind => Kind(element, kind)));
    }

    private static string Kind(Element agencies, SourceNode node)
    {
        var kind = agencies.Reading.Text(node, "机关类别");
        if (kind.Length > 0 && !AgencyWords.Kinds.ContainsKey(kind))
            agencies.Error(DiagnosticCodes.MalformedValue, node, $"没有机关类别 `{Reading.Shown(kind)}`", NearestName.Mend(kind, [.. AgencyWords.Kinds.Keys]));
        return kind;
    }

    private static ImmutableArray<Assignment> With(Element schedule)
    {
        var assignments = ImmutableArray.CreateBuilder<Assignment>();
        foreach (var (name, value) in schedule.Reading.Entries(schedule.Find("with"), "赋值", NameForms.Field))
        {
            if (schedule.Reading.Field(name) is { } field && schedule.Reading.Literal(value, field) is { } literal)
                assignments.Add(new(field.Name, new ValueSource.Literal(literal)));
        }

        return assignments.ToImmutable();
    }
}
