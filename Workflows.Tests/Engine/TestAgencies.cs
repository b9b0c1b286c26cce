using System.Collections.Immutable;
using Workflows.Engine;

namespace Workflows.Tests.Engine;

/// <summary>Agencies for rules: a bureau, its superior, its secrecy department.</summary>
public static class TestAgencies
{
    public const string Bureau = "test.bureau";
    public const string Superior = "test.superior";
    public const string Secrecy = "test.secrecy";

    public static AgencyDirectory Directory { get; } = new(new[]
    {
        new Agency { Id = Bureau, Name = "某市某局", Level = "county", Division = "220282", Superior = Superior, SecrecyDepartment = Secrecy },
        new Agency { Id = Superior, Name = "某省某厅", Level = "province", Division = "22", SecrecyDepartment = Secrecy, Bodies = ImmutableSortedDictionary<string, string>.Empty.Add("supervision", Secrecy) },
        new Agency { Id = Secrecy, Name = "某市国家保密局", Level = "county", Division = "220282" },
    }.ToImmutableSortedDictionary(agency => agency.Id, agency => agency, StringComparer.Ordinal));

    /// <summary>Holds whatever role is asked for, in every agency.</summary>
    public static Actor Everyone { get; } = With("everyone", [Bureau, Superior, Secrecy],
        "registrar", "handler", "office-head", "agency-leader", "secrecy-reviewer");

    public static Actor With(string id, string[] agencies, params string[] roles) => new(
        id, id, agencies.ToImmutableDictionary(agency => agency, _ => roles.ToImmutableArray()), MayBackdate: true);
}
