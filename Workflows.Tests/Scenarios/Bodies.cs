using System.Collections.Immutable;
using Workflows.Api.CaseLinks;
using Workflows.Engine;

namespace Workflows.Tests.Scenarios;

/// <summary>The bodies that the cases go through, and the people who act in them.</summary>
internal static class Bodies
{
    public const string Bureau = "huadian.bureau";
    public const string City = "huadian.city";
    public const string Secrecy = "huadian.secrecy";
    public const string Price = "huadian.price";
    public const string CitySecrecy = "jilin.secrecy";
    public const string Commerce = "baicheng.commerce";
    public const string Government = "huadian.government";
    public const string Openness = "huadian.openness";
    public const string Supervision = "huadian.supervision";
    public const string Archive = "huadian.archive";
    public const string Library = "huadian.library";
    public const string Legal = "huadian.legal";
    public const string Inspection = "huadian.inspection";
    public const string Press = "huadian.press";
    public const string Information = "huadian.information";
    public const string Baicheng = "baicheng.government";
    public const string Establishment = "baicheng.establishment";
    public const string BaichengLegal = "baicheng.legal";

    private static readonly ComplaintPhones Phones = new("0432-66222307", "0432-66222918", "0432-66273392");

    /// <summary>What the city of Huadian has for each of its agencies.</summary>
    private static readonly ImmutableSortedDictionary<string, string> OfHuadian = new Dictionary<string, string>
    {
        ["government"] = Government,
        ["openness"] = Openness,
        ["supervision"] = Supervision,
        ["secrecy"] = Secrecy,
        ["archive"] = Archive,
        ["library"] = Library,
        ["legal"] = Legal,
        ["inspection"] = Inspection,
        ["press"] = Press,
        ["information-centre"] = Information,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static AgencyDirectory Directory { get; } = new(new[]
    {
        Huadian(Government, "桦甸市人民政府"),
        Huadian(Openness, "桦甸市政务公开办公室"),
        Huadian(Supervision, "桦甸市监察局"),
        Huadian(Archive, "桦甸市档案局"),
        Huadian(Library, "桦甸市图书馆"),
        Huadian(Legal, "桦甸市政府法制办公室"),
        Huadian(Inspection, "桦甸市政府督查室"),
        Huadian(Press, "桦甸市政府新闻办公室"),
        Huadian(Information, "桦甸市政府信息中心"),
        new Agency { Id = Bureau, Name = "桦甸市教育局", Level = "county", Division = "220282", Superior = City, SecrecyDepartment = Secrecy, EnquiryPhone = "0432-66220000", ComplaintPhones = Phones, Kinds = ["department"], Bodies = OfHuadian },
        new Agency { Id = City, Name = "吉林市教育局", Level = "prefecture", Division = "220200", SecrecyDepartment = CitySecrecy },
        new Agency { Id = Secrecy, Name = "桦甸市国家保密局", Level = "county", Division = "220282", Kinds = ["secrecy-department"], Bodies = OfHuadian },
        new Agency { Id = CitySecrecy, Name = "吉林市国家保密局", Level = "prefecture", Division = "220200" },
        new Agency { Id = Price, Name = "桦甸市物价局", Level = "county", Division = "220282", Bodies = OfHuadian },
        new Agency { Id = Commerce, Name = "白城市商务局", Level = "prefecture", Division = "220800", Superior = Baicheng },
        new Agency { Id = Baicheng, Name = "白城市人民政府", Level = "prefecture", Division = "220800", Bodies = ImmutableSortedDictionary<string, string>.Empty.Add("establishment", Establishment).Add("legal", BaichengLegal).Add("government", Baicheng) },
        new Agency { Id = Establishment, Name = "白城市委编办", Level = "prefecture", Division = "220800", Superior = Baicheng },
        new Agency { Id = BaichengLegal, Name = "白城市政府法制办", Level = "prefecture", Division = "220800", Superior = Baicheng },
    }.ToImmutableSortedDictionary(agency => agency.Id, agency => agency, StringComparer.Ordinal));

    /// <summary>Holds every role of every procedure in every body.</summary>
    public static Actor Everyone { get; } = Holding(Roles, Directory.All.Keys);

    /// <summary>Holds the roles in one body, and no other role anywhere.</summary>
    public static Actor Only(string agency, params string[] roles) => Holding(roles, [agency]);

    /// <summary>Holds every role everywhere but these.</summary>
    public static Actor AllBut(params string[] roles) => Holding(Roles.Except(roles), Directory.All.Keys);

    /// <summary>Every role that somebody of a body can hold: not that of a third party, who comes by a link.</summary>
    public static IEnumerable<string> Roles => Catalogue.Delivered.Procedures
        .SelectMany(name => Catalogue.Delivered.Newest(name)!.Definition.Roles).Select(role => role.Name).Distinct().Where(role => role != LinkHolder.ThirdPartyRole);

    private static Agency Huadian(string id, string name) => new()
    {
        Id = id,
        Name = name,
        Level = "county",
        Division = "220282",
        Superior = id == Government ? null : Government,
        SecrecyDepartment = Secrecy,
        Bodies = OfHuadian,
    };

    private static Actor Holding(IEnumerable<string> roles, IEnumerable<string> agencies)
    {
        var held = roles.ToImmutableArray();
        return new Actor("actor", "王小明", agencies.ToImmutableDictionary(agency => agency, _ => held), MayBackdate: true);
    }
}
