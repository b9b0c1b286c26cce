using System.Collections.Immutable;

namespace Workflows.Api.Reports;

/// <summary>The second and fourth table of the annual report, as far as cases tell them.</summary>
/// <remarks>国办公开办函〔2021〕30号 二、四.</remarks>
internal static class ReportFigures
{
    private const string Disclosed = "二、主动公开政府信息情况";
    private const string NoRegulations = "规章的制定、废止不在本服务中办理";
    private const string NoRepeal = "规范性文件的废止不在本服务中办理";
    private const string NoDecisions = "行政许可、行政处罚、行政强制不在本服务中办理";
    private const string NoFees = "行政事业性收费不在本服务中办理";
    private const string NoDisputes = "行政复议、行政诉讼不在本服务中办理";

    /// <summary>The figures in the order of the form.</summary>
    /// <param name="makes">The agency makes its normative documents here.</param>
    /// <param name="made">How many it made in the year.</param>
    /// <param name="link">Lists them.</param>
    public static ImmutableArray<ReportFigureView> Of(bool makes, int made, string link) =>
    [
        new([Disclosed, "第二十条第（一）项", "规章"], null, null, NoRegulations),
        makes
            ? new([Disclosed, "第二十条第（一）项", "行政规范性文件", "本年制发件数"], made, link, null)
            : new([Disclosed, "第二十条第（一）项", "行政规范性文件", "本年制发件数"], null, null, "本机关没有在本服务中制定规范性文件"),
        new([Disclosed, "第二十条第（一）项", "行政规范性文件", "本年废止件数"], null, null, NoRepeal),
        new([Disclosed, "第二十条第（一）项", "行政规范性文件", "现行有效件数"], null, null, NoRepeal),
        new([Disclosed, "第二十条第（五）项", "行政许可", "本年处理决定数量"], null, null, NoDecisions),
        new([Disclosed, "第二十条第（六）项", "行政处罚", "本年处理决定数量"], null, null, NoDecisions),
        new([Disclosed, "第二十条第（六）项", "行政强制", "本年处理决定数量"], null, null, NoDecisions),
        new([Disclosed, "第二十条第（八）项", "行政事业性收费", "本年收费金额（单位：万元）"], null, null, NoFees),
        new(["四、政府信息公开行政复议、行政诉讼情况"], null, null, NoDisputes),
    ];
}

/// <summary>A figure of another table.</summary>
/// <param name="Headings">Table, item, row and column as the form prints them.</param>
/// <param name="Number">How many; null where it is not known here.</param>
/// <param name="Cases">Lists exactly these; null where the number is.</param>
/// <param name="Why">Why it is not known here; null where it is.</param>
internal sealed record ReportFigureView(ImmutableArray<string> Headings, int? Number, string? Cases, string? Why);
