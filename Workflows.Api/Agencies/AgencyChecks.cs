using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Api.Agencies;

/// <summary>
/// Whether an agency can stand among the others: what it names must be there, escalations must come to an end, and words must
/// be those that procedures and schedules use.
/// </summary>
internal static partial class AgencyChecks
{
    private const int Longest = 200;
    private static readonly ImmutableArray<string> Levels = ["nation", "province", "prefecture", "county", "township"];

    /// <summary>Everything that is wrong with it.</summary>
    /// <param name="agency">The agency as it is to be.</param>
    /// <param name="others">The agencies among which it is to stand, those that are written with it included.</param>
    public static ImmutableArray<AgencyFault> Find(Agency agency, AgencyDirectory others)
    {
        var all = new AgencyDirectory(others.All.SetItem(agency.Id, agency));
        return [.. Own(agency), .. References(agency, all), .. Chain(agency, all)];
    }

    /// <summary>The form of an id.</summary>
    public static bool IsId(string id) => id.Length <= 80 && IdForm().IsMatch(id);

    private static IEnumerable<AgencyFault> Own(Agency agency)
    {
        if (!IsId(agency.Id))
            yield return new("id", "代码的写法不对", "应为地区在前、以点分隔的小写名称，形如 huadian.education-bureau");
        if (string.IsNullOrWhiteSpace(agency.Name) || agency.Name.Length > Longest)
            yield return new("name", "名称空缺或过长", $"应为 1 至 {Longest} 个字符");
        if (!Levels.Contains(agency.Level))
            yield return new("level", "不认识的层级", $"应为 {string.Join("、", Levels)} 之一");
        if (!DivisionForm().IsMatch(agency.Division))
            yield return new("division", "行政区划代码的写法不对", "应为 2 至 12 位数字");
        foreach (var (name, _) in Texts(agency).Where(text => text.Value?.Length > Longest))
            yield return new(name, "文字过长", $"最多 {Longest} 个字符");
        foreach (var (name, _) in Texts(agency).Append(("name", agency.Name)).Where(text => text.Item2?.Any(char.IsControl) == true))
            yield return new(name, "含有换行等控制字符", "写在一行内");
        foreach (var office in agency.Offices.Keys.Where(office => office.Length > 80 || !OfficeForm().IsMatch(office)))
            yield return new("offices", $"内设机构“{Short(office)}”的写法不对", "应为以连字符分隔的小写名称，形如 disclosure-office");
        foreach (var office in agency.Offices.Where(office => string.IsNullOrWhiteSpace(office.Value?.Name)))
            yield return new($"offices.{office.Key}.name", "内设机构没有名称", "给出名称，或者删去这一机构");
        foreach (var kind in agency.Kinds.Where(kind => kind is null || !AgencyWords.Kinds.ContainsKey(kind)))
            yield return new("kinds", $"不认识的机关类别“{Short(kind)}”", $"应为 {string.Join("、", AgencyWords.Kinds.Keys)} 之一");
        foreach (var kind in agency.Kinds.GroupBy(kind => kind, StringComparer.Ordinal).Where(same => same.Count() > 1))
            yield return new("kinds", $"机关类别“{Short(kind.Key)}”写了两次", "只写一次");
        foreach (var relation in agency.Bodies.Keys.Where(relation => !AgencyWords.Relations.ContainsKey(relation)))
            yield return new("bodies", $"不认识的关系“{Short(relation)}”", $"应为 {string.Join("、", AgencyWords.Relations.Keys)} 之一");
    }

    private static IEnumerable<AgencyFault> References(Agency agency, AgencyDirectory all)
    {
        var named = agency.Bodies.Select(body => ($"bodies.{body.Key}", (string?)body.Value))
            .Prepend(("secrecyDepartment", agency.SecrecyDepartment));
        return named.Where(one => one.Item2 is not null && all.Find(one.Item2) is null).Select(one => Unknown(one.Item1, one.Item2!))
            .Concat(agency.Bodies.Where(body => body.Value is null).Select(body => Unknown("bodies", "")));
    }

    private static IEnumerable<AgencyFault> Chain(Agency agency, AgencyDirectory all)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal) { agency.Id };
        for (var superior = agency.Superior; superior is not null; superior = all.Find(superior)?.Superior)
        {
            if (!passed.Add(superior))
                return [new("superior", "上级机关绕回了自身", "改正这一机关或者途中某一机关的上级")];
            if (all.Find(superior) is null)
                return [Unknown("superior", superior)];
        }

        return [];
    }

    private static AgencyFault Unknown(string field, string id) =>
        new(field, $"没有机关“{Short(id)}”", "应为已登记机关的代码");

    private static string? Short(string? text) => text?.Length > 80 ? text[..80] : text;

    private static IEnumerable<(string Name, string? Value)> Texts(Agency agency) =>
    [
        ("shortName", agency.ShortName), ("address", agency.Address), ("postcode", agency.Postcode), ("enquiryPhone", agency.EnquiryPhone),
        ("complaintPhones.superior", agency.ComplaintPhones?.Superior), ("complaintPhones.supervisory", agency.ComplaintPhones?.Supervisory),
        ("complaintPhones.openness", agency.ComplaintPhones?.Openness),
        .. agency.Offices.SelectMany(office => new[]
        {
            ($"offices.{office.Key}.name", office.Value?.Name), ($"offices.{office.Key}.person", office.Value?.Person),
            ($"offices.{office.Key}.phone", office.Value?.Phone),
        }),
    ];

    [GeneratedRegex(@"\A[a-z0-9]+([.-][a-z0-9]+)*\z")]
    private static partial Regex IdForm();

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex OfficeForm();

    [GeneratedRegex(@"\A[0-9]{2,12}\z")]
    private static partial Regex DivisionForm();
}
