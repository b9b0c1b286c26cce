using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Workflows.Api.Problems;
using Workflows.Engine;

namespace Workflows.Api.Agencies;

/// <summary>Whether an agency can be put among the others: escalations must lead somewhere, and come to an end.</summary>
internal static partial class AgencyChecks
{
    private const int Longest = 200;
    private static readonly ImmutableArray<string> Levels = ["nation", "province", "prefecture", "county", "township"];

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public static Problem? Find(Agency agency, AgencyDirectory others)
    {
        if (agency.Id.Length > 80 || !IdForm().IsMatch(agency.Id))
            return Problem.Invalid("id", "应为地区在前、以点分隔的小写名称，形如 huadian.education-bureau");
        if (string.IsNullOrWhiteSpace(agency.Name) || agency.Name.Length > Longest)
            return Problem.Invalid("name", $"应为 1 至 {Longest} 个字符");
        if (!Levels.Contains(agency.Level))
            return Problem.Invalid("level", $"应为 {string.Join("、", Levels)} 之一");
        if (!DivisionForm().IsMatch(agency.Division))
            return Problem.Invalid("division", "应为 2 至 12 位数字的行政区划代码");
        if (Texts(agency).FirstOrDefault(text => text.Value?.Length > Longest) is { Name: { } tooLong })
            return Problem.Invalid(tooLong, $"最多 {Longest} 个字符");
        if (agency.Offices.Any(office => office.Key.Length > Longest || string.IsNullOrWhiteSpace(office.Value?.Name)))
            return Problem.Invalid("offices", "每一机构应有名称");
        if (agency.SecrecyDepartment is { } secrecy && secrecy != agency.Id && others.Find(secrecy) is null)
            return Problem.Invalid("secrecyDepartment", "应为已登记机关的代码");
        return Chain(agency, others);
    }

    private static Problem? Chain(Agency agency, AgencyDirectory others)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal) { agency.Id };
        for (var superior = agency.Superior; superior is not null; superior = others.Find(superior)?.Superior)
        {
            if (!passed.Add(superior))
                return Problem.Invalid("superior", "上级机关不能绕回自身");
            if (others.Find(superior) is null)
                return Problem.Invalid("superior", "应为已登记机关的代码");
        }

        return null;
    }

    private static IEnumerable<(string Name, string? Value)> Texts(Agency agency) =>
    [
        ("shortName", agency.ShortName), ("address", agency.Address), ("postcode", agency.Postcode), ("enquiryPhone", agency.EnquiryPhone),
        ("complaintPhones", agency.ComplaintPhones?.Superior), ("complaintPhones", agency.ComplaintPhones?.Supervisory),
        ("complaintPhones", agency.ComplaintPhones?.Openness),
        .. agency.Offices.Values.SelectMany(office => new[] { ("offices", office?.Name), ("offices", office?.Person), ("offices", office?.Phone) }),
    ];

    [GeneratedRegex(@"\A[a-z0-9]+([.-][a-z0-9]+)*\z")]
    private static partial Regex IdForm();

    [GeneratedRegex(@"\A[0-9]{2,12}\z")]
    private static partial Regex DivisionForm();
}
