using System.Collections.Immutable;
using Workflows.Calendar;

namespace Workflows.Definitions;

/// <summary>Reads clocks.</summary>
internal static class ClockReader
{
    private const int MostTimes = 100;
    private const int MostDaysLeft = 1000;

    public static ImmutableArray<ClockDefinition> Clocks(Element procedure) =>
        [.. procedure.Entries("clocks", "期限", NameForms.Id).Select(entry =>
            Clock(procedure.Reading.Open(entry.Value, KeyTable.Clock, ElementPath.Clock(entry.Key.Value), entry.Key.Location), entry.Key.Value))];

    private static ClockDefinition Clock(Element element, string name)
    {
        element.ExactlyOne("period", "until");
        var choice = element.Find("period") is SourceNode.Mapping byChoice ? Choice(element, byChoice) : null;
        var period = element.Has("period") && choice is null ? element.Period("period") : null;
        return new()
        {
            Name = name,
            Title = element.Title(),
            Period = period,
            PeriodBy = choice,
            Until = Until(element),
            From = From(element),
            Starts = Events(element, "starts"),
            Stops = Events(element, "stops"),
            PausedWhile = [.. element.Many("pausedWhile").Select((node, index) => Pause(element, node, index))],
            Extension = element.Find("extension") is { } extension ? Extension(element, extension, period ?? choice?.Values.FirstOrDefault().Value) : null,
            Warn = [.. element.Many("warn").Select(node => element.ReadNumber(node, "warn", MostDaysLeft) ?? 1).Distinct().OrderDescending()],
            Basis = element.Basis(),
        };
    }

    private static string? Until(Element clock)
    {
        if (clock.Find("until") is not { } node)
            return null;
        if (clock.Reading.Field(node) is { Type: not FieldType.Date } field)
            clock.Error(DiagnosticCodes.TypesDiffer, node, $"字段 `{field.Name}` 不是日期", "`until` 须指 date 字段");
        return (node as SourceNode.Scalar)?.Value;
    }

    private static string? From(Element clock)
    {
        if (clock.Find("from") is not { } node)
            return null;
        if (clock.Reading.Field(node) is { Type: not (FieldType.Date or FieldType.Instant) } field)
            clock.Error(DiagnosticCodes.TypesDiffer, node, $"字段 `{field.Name}` 不是日期或者时刻", "`from` 须指 date 或 instant 字段");
        return (node as SourceNode.Scalar)?.Value;
    }

    private static PeriodChoice Choice(Element clock, SourceNode.Mapping node)
    {
        var element = clock.Reading.Open(node, KeyTable.PeriodChoice, clock.Path);
        var field = element.Find("field") is { } name ? clock.Reading.Field(name) : null;
        if (field is { Type: not FieldType.Choice })
            element.Error(DiagnosticCodes.TypesDiffer, element.Find("field"), $"字段 `{field.Name}` 不是 choice", "期限按 choice 字段的选项写");
        return new(field?.Name ?? "",
        [
            .. clock.Reading.Entries(element.Find("values"), "选项", NameForms.Id).Select(entry =>
            {
                var value = field is { Type: FieldType.Choice } ? clock.Reading.Choice(entry.Key, field) : entry.Key.Value;
                return KeyValuePair.Create(value, element.ReadPeriod(entry.Value));
            }),
        ]);
    }

    private static ClockEvents Events(Element clock, string key)
    {
        if (clock.Find(key) is not { } node)
            return new([], []);
        var element = clock.Reading.Open(node, KeyTable.ClockEvents, $"{clock.Path}.{key}");
        return new(element.References("on", NameKind.Trigger), element.References("entering", NameKind.State));
    }

    private static ClockPause Pause(Element clock, SourceNode node, int index)
    {
        var element = clock.Reading.Open(node, KeyTable.Pause, ElementPath.Pause(clock.Path, index));
        element.ExactlyOne("child", "flag", "state");
        return new(
            element.Find("child") is { } child ? element.Reading.Named(child, "程序", NameForms.Procedure) : null,
            element.OptionalReference("flag", NameKind.Flag),
            element.OptionalReference("state", NameKind.State),
            element.Basis());
    }

    private static ClockExtension Extension(Element clock, SourceNode node, Period? period)
    {
        var element = clock.Reading.Open(node, KeyTable.Extension, ElementPath.Extension(clock.Path));
        var days = element.Find("days");
        if (days is not null && element.Reading.Field(days) is { Type: not FieldType.Integer } field)
            element.Error(DiagnosticCodes.TypesDiffer, days, $"字段 `{field.Name}` 不是整数", "延长的天数须是 integer 字段");
        var atMost = element.Period("atMost");
        if (element.Has("atMost") && atMost.GetType() != period?.GetType())
            element.Error(DiagnosticCodes.TypesDiffer, element.Find("atMost"), "延长的单位与期限的单位不同", "两处用同一单位，如 working-days");
        return new(element.OptionalReference("on", NameKind.Trigger) ?? "", (days as SourceNode.Scalar)?.Value ?? "",
            atMost, element.Number("times", otherwise: 1, MostTimes), element.Basis());
    }
}
