using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>The third table of the annual report: applications received and dealt with.</summary>
/// <remarks>
/// 国务院办公厅政府信息与政务公开办公室《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号） 三. Per column the cases
/// received in the year and those taken over from the year before are as many as those dealt with and those handed on to the next;
/// each case is counted in one row only.
/// </remarks>
public static class AnnualReportForm
{
    /// <summary>Full name of the form.</summary>
    public const string Act = "中华人民共和国政府信息公开工作年度报告格式（国办公开办函〔2021〕30号）";

    /// <summary>Row of what ended otherwise than any other row says; cancelled cases belong there.</summary>
    public const string OtherRow = "other";

    /// <summary>Column of those who are none of the others.</summary>
    public const string OtherColumn = "other";

    /// <summary>Stands in place of a column for normative documents (行政规范性文件), which the second table counts.</summary>
    public const string NormativeDocument = "normative-document";

    /// <summary>Columns in the order of the form, without the total.</summary>
    public static ImmutableArray<ReportColumn> Columns { get; } =
    [
        new("natural-person", "自然人"),
        new("business", "商业企业"),
        new("research", "科研机构"),
        new("public-interest", "社会公益组织"),
        new("legal-services", "法律服务机构"),
        new(OtherColumn, "其他"),
    ];

    /// <summary>Results in the order of the form, without the total.</summary>
    public static ImmutableArray<ReportRow> Rows { get; } =
    [
        new("granted", "（一）予以公开", null),
        new("partly-granted", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", null),
        new("refused-state-secret", "（三）不予公开", "1.属于国家秘密"),
        new("refused-by-law", "（三）不予公开", "2.其他法律行政法规禁止公开"),
        new("refused-security", "（三）不予公开", "3.危及“三安全一稳定”"),
        new("refused-third-party", "（三）不予公开", "4.保护第三方合法权益"),
        new("refused-internal", "（三）不予公开", "5.属于三类内部事务信息"),
        new("refused-process", "（三）不予公开", "6.属于四类过程性信息"),
        new("refused-enforcement-file", "（三）不予公开", "7.属于行政执法案卷"),
        new("refused-administrative-query", "（三）不予公开", "8.属于行政查询事项"),
        new("unavailable-not-held", "（四）无法提供", "1.本机关不掌握相关政府信息"),
        new("unavailable-must-be-made", "（四）无法提供", "2.没有现成信息需要另行制作"),
        new("unavailable-unclear", "（四）无法提供", "3.补正后申请内容仍不明确"),
        new("not-handled-complaint", "（五）不予处理", "1.信访举报投诉类申请"),
        new("not-handled-repeated", "（五）不予处理", "2.重复申请"),
        new("not-handled-publication", "（五）不予处理", "3.要求提供公开出版物"),
        new("not-handled-excessive", "（五）不予处理", "4.无正当理由大量反复申请"),
        new("not-handled-confirmation", "（五）不予处理", "5.要求行政机关确认或重新出具已获取信息"),
        new("other-not-corrected", "（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
        new("other-not-paid", "（六）其他处理", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
        new(OtherRow, "（六）其他处理", "3.其他"),
    ];
}

/// <summary>A column of the form.</summary>
/// <param name="Name">Word in definitions.</param>
/// <param name="Title">Title as printed.</param>
public sealed record ReportColumn(string Name, string Title);

/// <summary>A result of the form.</summary>
/// <param name="Name">Word in definitions.</param>
/// <param name="Group">Heading of the second level, as printed.</param>
/// <param name="Title">Heading of the third level, as printed; null where the second says it all.</param>
public sealed record ReportRow(string Name, string Group, string? Title);
