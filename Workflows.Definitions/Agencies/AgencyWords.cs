using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>
/// The words in which the list of agencies says what a body is and who does something for it. Procedures and schedules use
/// the same words, so that a misspelt one is found when it is written, and not when nothing happens.
/// </summary>
public static class AgencyWords
{
    /// <summary>What an agency is.</summary>
    public static ImmutableSortedDictionary<string, LocalizedText> Kinds { get; } = Table(
        ("government", "人民政府", "Government"),
        ("department", "政府工作部门", "Department of a government"),
        ("general-office", "政府办公室", "General office of a government"),
        ("openness-office", "政府信息公开工作主管部门", "Office in charge of openness"),
        ("secrecy-department", "保密工作部门", "Secrecy department"),
        ("supervision", "监察机关", "Supervisory organ"),
        ("archive", "档案馆", "Archive"),
        ("library", "图书馆", "Library"),
        ("press-office", "新闻发布机构", "Press office"),
        ("legal-office", "政府法制机构", "Legal office of a government"),
        ("inspection-office", "政府督查室", "Inspection office of a government"),
        ("information-centre", "政府信息中心", "Information centre of a government"),
        ("emergency-office", "应急管理办公室", "Emergency office"),
        ("establishment-office", "机构编制管理机关", "Establishment office"),
        ("development-zone", "开发区管理委员会", "Committee of a development zone"),
        ("township", "乡镇人民政府", "Township government"),
        ("subdistrict-office", "街道办事处", "Subdistrict office"),
        ("authorised-organisation", "法律、法规授权的具有管理公共事务职能的组织", "Organisation authorised by law to administer public affairs"),
        ("public-body", "公共企事业单位", "Public enterprise or institution"));

    /// <summary>What another body does for an agency.</summary>
    public static ImmutableSortedDictionary<string, LocalizedText> Relations { get; } = Table(
        ("government", "本级人民政府", "Government at its level"),
        ("general-office", "本级政府办公室", "General office of that government"),
        ("openness", "政府信息公开工作主管部门", "In charge of openness"),
        ("secrecy", "同级保密工作部门", "Secrecy department at its level"),
        ("supervision", "监察机关", "Supervisory organ"),
        ("archive", "档案馆（查阅场所）", "Archive with its reading place"),
        ("library", "图书馆（查阅场所）", "Library with its reading place"),
        ("press", "新闻发布机构", "Press office"),
        ("legal", "政府法制机构", "Legal office"),
        ("inspection", "政府督查室", "Inspection office"),
        ("information-centre", "政府信息中心", "Information centre"),
        ("emergency", "应急管理办公室", "Emergency office"),
        ("establishment", "机构编制管理机关", "Establishment office"));

    private static ImmutableSortedDictionary<string, LocalizedText> Table(params (string Word, string Zh, string En)[] words) =>
        words.ToImmutableSortedDictionary(word => word.Word, word => new LocalizedText(word.Zh, word.En), StringComparer.Ordinal);
}
