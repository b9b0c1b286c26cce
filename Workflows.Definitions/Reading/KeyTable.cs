using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>The keys that a mapping of the language may have. The JSON Schema lists the same under the same name.</summary>
/// <param name="Name">Name of the element in the schema.</param>
/// <param name="Noun">What the element is called in messages.</param>
/// <param name="Required">Keys it must have.</param>
/// <param name="Optional">Keys it may have.</param>
internal sealed record KeyTable(string Name, string Noun, ImmutableArray<string> Required, ImmutableArray<string> Optional)
{
    public IReadOnlyList<string> All { get; } = [.. Required, .. Optional];

    // What follows from a trigger: in the trigger itself, or in each of its branches.
    public static readonly ImmutableArray<string> Effects =
        ["to", "sets", "raises", "lowers", "issues", "opens", "records", "collects", "tellsParent"];

    public static readonly KeyTable Procedure = new("procedure", "程序",
        ["procedure", "title", "act", "calendar", "reference", "opening", "states"],
        ["basis", "returns", "roles", "flags", "fields", "documents", "clocks", "schedules", "anywhere", "annualReport", "everywhere", "acts", "inputs"]);

    public static readonly KeyTable Title = new("title", "名称", ["zh"], ["en"]);

    // A missing basis is complained of as such, so it is not among the required keys.
    public static readonly KeyTable Basis = new("basis", "依据", [], ["act", "article", "design", "rule"]);

    public static readonly KeyTable Role = new("role", "角色", ["title"], ["of"]);

    public static readonly KeyTable Flag = new("flag", "标志", ["title"], ["basis"]);

    public static readonly KeyTable Field = new("field", "字段",
        ["type", "title"], ["values", "columns", "personal", "maxLength", "basis"]);

    public static readonly KeyTable Column = new("column", "列",
        ["type", "title"], ["values", "personal", "required", "maxLength", "basis"]);

    public static readonly KeyTable Document = new("document", "文书", ["title", "template"], ["number", "numberOf", "basis"]);

    public static readonly KeyTable Clock = new("clock", "期限",
        ["title"], ["period", "until", "from", "starts", "stops", "pausedWhile", "extension", "warn", "basis"]);

    public static readonly KeyTable PeriodChoice = new("periodChoice", "按选项的期限", ["field", "values"], []);

    public static readonly KeyTable ClockEvents = new("clockEvents", "起止事件", [], ["on", "entering"]);

    public static readonly KeyTable Pause = new("pause", "中止", [], ["child", "flag", "state", "basis"]);

    public static readonly KeyTable Extension = new("extension", "延长", ["on", "days", "atMost", "times"], ["basis"]);

    public static readonly KeyTable Opening = new("opening", "立案",
        ["by"], ["title", "asks", "input", "requires", .. Effects, "branches", "basis"]);

    public static readonly KeyTable Trigger = new("trigger", "触发器",
        ["title"], ["by", "time", "child", "asks", "input", "requires", .. Effects, "branches", "basis"]);

    public static readonly KeyTable Branch = new("branch", "分支", [], ["when", .. Effects, "basis"]);

    public static readonly KeyTable Input = new("input", "输入", [], ["required", "requiredWhen", "basis"]);

    public static readonly KeyTable Requirement = new("requirement", "要求", ["that", "says"], ["when", "basis"]);

    public static readonly KeyTable Issue = new("issue", "签发", ["document"], ["when"]);

    public static readonly KeyTable Opens = new("opens", "子程序", ["procedure", "agency"], ["linked", "forEach", "where", "with", "when"]);

    public static readonly KeyTable Fact = new("fact", "记录", ["kind", "values"], ["agency", "when", "basis"]);

    public static readonly KeyTable Collect = new("collect", "归集", ["facts", "into"], ["of", "basis"]);

    public static readonly KeyTable Schedule = new("schedule", "日历立案", ["title", "on", "for"], ["with", "basis"]);

    public static readonly KeyTable ScheduleDays = new("scheduleDays", "日期", ["every-month"], []);

    public static readonly KeyTable ScheduleAgencies = new("scheduleAgencies", "适用机关", [], ["division", "kinds"]);

    public static readonly KeyTable Agency = new("agency", "承办机关", [], ["body", "field", "row"]);

    public static readonly KeyTable Source = new("source", "取值", [], ["field", "child", "row", "today", "agency"]);

    public static readonly KeyTable State = new("state", "状态",
        ["title"], ["initial", "final", "outcome", "notice", "report", "on", "states", "basis"]);

    public static readonly KeyTable AnnualReport = new("annualReport", "年报", [], ["applicant", "made", "basis"]);

    public static readonly KeyTable ReportColumn = new("reportColumn", "年报栏", ["column"], ["when"]);

    public static readonly KeyTable ReportRow = new("reportRow", "年报项", ["row"], ["when"]);

    public static readonly KeyTable Comparison = new("comparison", "比较", ["field"],
        ["equals", "in", "includes", "atLeast", "atMost", "before", "notAfter", "equalsSumOf", "present", "absent"]);

    public static readonly KeyTable Children = new("children", "子程序条件", ["children"], ["any", "all", "none"]);

    public static readonly KeyTable ClockCondition = new("clockCondition", "期限条件", ["clock", "is"], []);

    // Conditions of one key; they and names of fields may stand side by side and then must all hold.
    public static readonly KeyTable Single = new("single", "条件", [], ["all", "any", "not", "flag", "state", "outcome"]);

    /// <summary>Keys that mean something in a condition, so that no field can have the name.</summary>
    public static readonly ImmutableArray<string> ReservedInConditions = [.. Single.Optional, "field", "children", "clock"];

    /// <summary>Every table, for the comparison with the schema.</summary>
    public static readonly ImmutableArray<KeyTable> Tables =
    [
        Procedure, Title, Basis, Role, Flag, Field, Column, Document, Clock, PeriodChoice, ClockEvents, Pause, Extension, Opening, Trigger,
        Branch, Input, Requirement, Issue, Opens, Fact, Collect, Schedule, ScheduleDays, ScheduleAgencies, Agency, Source, State, AnnualReport, ReportColumn, ReportRow, Comparison, Children, ClockCondition, Single,
    ];
}
