using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>
/// Every code a diagnostic can have: <c>DEF1xx</c> form, <c>DEF2xx</c> names and types, <c>DEF3xx</c> checks of the
/// procedure as a whole, from <c>DEF350</c> on between procedures.
/// </summary>
public static class DiagnosticCodes
{
    internal const string Syntax = "DEF101";
    internal const string NotAllowed = "DEF102";
    internal const string TooLarge = "DEF103";
    internal const string DuplicateKey = "DEF104";
    internal const string UnknownKey = "DEF105";
    internal const string MissingKey = "DEF106";
    internal const string WrongKind = "DEF107";
    internal const string MalformedValue = "DEF108";
    internal const string ExclusiveKeys = "DEF109";
    internal const string MalformedName = "DEF110";
    internal const string NotOneDocument = "DEF111";

    internal const string UnknownField = "DEF201";
    internal const string UnknownState = "DEF202";
    internal const string UnknownTrigger = "DEF203";
    internal const string UnknownClock = "DEF204";
    internal const string UnknownRole = "DEF205";
    internal const string UnknownDocument = "DEF206";
    internal const string UnknownFlag = "DEF207";
    internal const string OperatorDoesNotFit = "DEF208";
    internal const string ValueDoesNotFit = "DEF209";
    internal const string TypesDiffer = "DEF210";
    internal const string NotAvailableHere = "DEF211";
    internal const string UnknownColumn = "DEF212";
    internal const string UnknownRule = "DEF213";
    internal const string NamedTwice = "DEF214";
    internal const string UnknownAct = "DEF215";
    internal const string UnknownInputGroup = "DEF216";

    internal const string UnreachableState = "DEF301";
    internal const string NoWayOut = "DEF302";
    internal const string BranchesOverlap = "DEF303";
    internal const string BranchesLeaveGap = "DEF304";
    internal const string ClockNeverStarts = "DEF305";
    internal const string ClockNeverStops = "DEF306";
    internal const string PauseFlagNeverLowered = "DEF307";
    internal const string PauseChildNeverOpened = "DEF308";
    internal const string PauseStateNeverLeft = "DEF309";
    internal const string NoBasis = "DEF310";
    internal const string FinalWithoutNotice = "DEF311";
    internal const string FinalStateMoves = "DEF312";
    internal const string NoInitialState = "DEF313";
    internal const string DocumentWithoutNumber = "DEF314";
    internal const string NeverHolds = "DEF315";
    internal const string FieldNeverGiven = "DEF316";
    internal const string NeverUsed = "DEF317";
    internal const string OpeningEntersNoState = "DEF318";
    internal const string AutomaticTriggersOverlap = "DEF319";
    internal const string NumberedDocumentNotIssued = "DEF320";
    internal const string FlagNeverRaised = "DEF321";
    internal const string ExtensionInputMissing = "DEF322";
    internal const string ReportMissing = "DEF323";
    internal const string ReportOverlaps = "DEF324";
    internal const string ReportLeavesGap = "DEF325";

    internal const string ScheduleInputUnknown = "DEF331";
    internal const string ScheduleInputMissing = "DEF332";
    internal const string ScheduleRefused = "DEF333";

    internal const string UnknownProcedure = "DEF351";
    internal const string UnknownChildField = "DEF352";
    internal const string ChildTypesDiffer = "DEF353";
    internal const string UnknownOutcome = "DEF354";
    internal const string NotReturned = "DEF355";
    internal const string ChildInputMissing = "DEF356";
    internal const string ChildWithoutOutcome = "DEF357";
    internal const string FactNeverRecorded = "DEF361";
    internal const string ColumnNeverGiven = "DEF362";
    internal const string FactDoesNotFit = "DEF363";
    internal const string FactIsPersonal = "DEF364";

    /// <summary>Every code with what it means, in Chinese.</summary>
    public static readonly ImmutableSortedDictionary<string, string> All = new Dictionary<string, string>
    {
        [Syntax] = "不是合格的 YAML",
        [NotAllowed] = "使用了锚点、别名、合并键或标签",
        [TooLarge] = "文本过大或嵌套过深",
        [DuplicateKey] = "同一个键写了两次",
        [UnknownKey] = "不认识的键",
        [MissingKey] = "缺少必需的键",
        [WrongKind] = "应为映射、列表或文字",
        [MalformedValue] = "值的写法不对",
        [ExclusiveKeys] = "几个键不能并用，或必须恰有其一",
        [MalformedName] = "名称的写法不对",
        [NotOneDocument] = "文件须恰有一个程序",
        [UnknownField] = "未声明的字段",
        [UnknownState] = "未声明的状态",
        [UnknownTrigger] = "未声明的触发器",
        [UnknownClock] = "未声明的期限",
        [UnknownRole] = "未声明的角色",
        [UnknownDocument] = "未声明的文书",
        [UnknownFlag] = "未声明的标志",
        [OperatorDoesNotFit] = "比较方式与字段类型不符",
        [ValueDoesNotFit] = "值与字段类型不符",
        [TypesDiffer] = "两个字段类型不一致",
        [NotAvailableHere] = "此处不能使用这种写法",
        [UnknownColumn] = "列表没有这一列",
        [UnknownRule] = "规则清单中没有这个编号（警告）",
        [NamedTwice] = "同一名称列了两次",
        [UnknownAct] = "`acts` 没有列出这一文件（警告）",
        [UnknownInputGroup] = "未声明的输入组",
        [UnreachableState] = "状态无法到达",
        [NoWayOut] = "从该状态无法办结",
        [BranchesOverlap] = "两个分支可能同时成立",
        [BranchesLeaveGap] = "可能没有分支成立（警告）",
        [ClockNeverStarts] = "期限没有起算",
        [ClockNeverStops] = "期限没有终止",
        [PauseFlagNeverLowered] = "中止所依的标志从不降下",
        [PauseChildNeverOpened] = "中止所依的子程序从不启动",
        [PauseStateNeverLeft] = "中止所依的状态不会离开",
        [NoBasis] = "没有法律依据，也没有说明设计理由",
        [FinalWithoutNotice] = "终结状态没有告知文书",
        [FinalStateMoves] = "终结状态的触发器转移了状态",
        [NoInitialState] = "上级状态没有初始子状态",
        [DocumentWithoutNumber] = "文书没有文号，或有两种文号",
        [NeverHolds] = "条件永不成立",
        [FieldNeverGiven] = "用到的字段从未赋值",
        [NeverUsed] = "声明了但从未使用（警告）",
        [OpeningEntersNoState] = "立案没有进入任何状态",
        [AutomaticTriggersOverlap] = "两个自动触发器可能同时成立",
        [NumberedDocumentNotIssued] = "所借文号的文书没有一并签发",
        [FlagNeverRaised] = "用到的标志从不升起",
        [ExtensionInputMissing] = "延长期限的触发器没有输入延长的时间",
        [ReportMissing] = "计入年报的申请程序的终结状态没有年报项，或者其他程序有年报项",
        [ReportOverlaps] = "两个年报项或者年报栏可能同时成立",
        [ReportLeavesGap] = "可能没有年报项或者年报栏成立",
        [ScheduleInputUnknown] = "立案不接收日历立案所给的字段",
        [ScheduleInputMissing] = "日历立案没有给立案必需的字段",
        [ScheduleRefused] = "日历立案必被拒绝",
        [UnknownProcedure] = "没有这个子程序",
        [UnknownChildField] = "子程序的立案不接收这个字段",
        [ChildTypesDiffer] = "与子程序字段的类型不一致",
        [UnknownOutcome] = "子程序没有这个结果",
        [NotReturned] = "子程序不返回这个字段",
        [ChildInputMissing] = "没有给子程序立案所必需的字段",
        [ChildWithoutOutcome] = "子程序的终结状态没有结果",
        [FactNeverRecorded] = "没有程序记录所归集的事项",
        [ColumnNeverGiven] = "归集的列从无来源（警告）",
        [FactDoesNotFit] = "记录的值与归集的列类型不一致",
        [FactIsPersonal] = "记录的个人信息归集到了不保密的列",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
