using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NodaTime.Text;
using Workflows.Api.Json;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Api.Agencies;

/// <summary>Agencies as a table: a column for each field, named as the field is.</summary>
internal static partial class AgencyColumns
{
    private static readonly ImmutableArray<(string Name, Func<Agency, string?> Read, Func<Agency, string?, Agency> Write)> Fixed =
    [
        ("id", agency => agency.Id, (agency, _) => agency),
        ("name", agency => agency.Name, (agency, cell) => agency with { Name = cell ?? "" }),
        ("shortName", agency => agency.ShortName, (agency, cell) => agency with { ShortName = cell }),
        ("level", agency => agency.Level, (agency, cell) => agency with { Level = cell ?? "" }),
        ("division", agency => agency.Division, (agency, cell) => agency with { Division = cell ?? "" }),
        ("superior", agency => agency.Superior, (agency, cell) => agency with { Superior = cell }),
        ("secrecyDepartment", agency => agency.SecrecyDepartment, (agency, cell) => agency with { SecrecyDepartment = cell }),
        ("kinds", agency => string.Join(' ', agency.Kinds), (agency, cell) => agency with { Kinds = Words(cell) }),
        ("address", agency => agency.Address, (agency, cell) => agency with { Address = cell }),
        ("postcode", agency => agency.Postcode, (agency, cell) => agency with { Postcode = cell }),
        ("enquiryPhone", agency => agency.EnquiryPhone, (agency, cell) => agency with { EnquiryPhone = cell }),
        ("complaintPhones.superior", agency => agency.ComplaintPhones?.Superior, (agency, cell) => Phones(agency, phones => phones with { Superior = cell })),
        ("complaintPhones.supervisory", agency => agency.ComplaintPhones?.Supervisory, (agency, cell) => Phones(agency, phones => phones with { Supervisory = cell })),
        ("complaintPhones.openness", agency => agency.ComplaintPhones?.Openness, (agency, cell) => Phones(agency, phones => phones with { Openness = cell })),
        ("successor", agency => agency.Successor, (agency, cell) => agency with { Successor = cell }),
        ("mergedOn", agency => agency.MergedOn is { } day ? LocalDatePattern.Iso.Format(day) : null, (agency, cell) => agency with { MergedOn = DayText.Day(cell) }),
    ];

    /// <summary>The columns that show all that is said of some agencies, in order.</summary>
    public static ImmutableArray<string> Of(IReadOnlyCollection<Agency> agencies) =>
    [
        .. Fixed.Select(column => column.Name),
        .. agencies.SelectMany(agency => agency.Bodies.Keys).Distinct().Order(StringComparer.Ordinal).Select(relation => $"bodies.{relation}"),
        .. agencies.SelectMany(agency => agency.Offices.Keys).Distinct().Order(StringComparer.Ordinal)
            .SelectMany(office => new[] { $"offices.{office}.name", $"offices.{office}.person", $"offices.{office}.phone" }),
    ];

    /// <summary>Whether there can be such a column.</summary>
    public static bool Knows(string column) =>
        Fixed.Any(one => one.Name == column)
        || (column.StartsWith("bodies.", StringComparison.Ordinal) && AgencyWords.Relations.ContainsKey(column["bodies.".Length..]))
        || OfficeForm().IsMatch(column);

    /// <summary>What stands in a column.</summary>
    public static string? Read(Agency agency, string column)
    {
        if (Fixed.FirstOrDefault(one => one.Name == column) is { Read: { } read })
            return read(agency);
        var parts = column.Split('.');
        if (parts[0] == "bodies")
            return agency.Bodies.GetValueOrDefault(parts[1]);
        var office = agency.Offices.GetValueOrDefault(parts[1]);
        return parts[2] switch
        {
            "name" => office?.Name,
            "person" => office?.Person,
            _ => office?.Phone,
        };
    }

    /// <summary>The agency with what stands in a column.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="column">A column that <see cref="Knows"/> knows.</param>
    /// <param name="cell">What stands there; an empty cell takes away what is said.</param>
    public static Agency Write(Agency agency, string column, string cell)
    {
        var said = cell.Length == 0 ? null : cell;
        if (Fixed.FirstOrDefault(one => one.Name == column) is { Write: { } write })
            return write(agency, said);
        var parts = column.Split('.');
        if (parts[0] == "bodies")
            return agency with { Bodies = said is null ? agency.Bodies.Remove(parts[1]) : agency.Bodies.SetItem(parts[1], said) };
        var office = agency.Offices.GetValueOrDefault(parts[1]) ?? new Office("", null, null);
        office = parts[2] switch
        {
            "name" => office with { Name = said ?? "" },
            "person" => office with { Person = said },
            _ => office with { Phone = said },
        };
        return agency with
        {
            Offices = office is { Name: "", Person: null, Phone: null } ? agency.Offices.Remove(parts[1]) : agency.Offices.SetItem(parts[1], office),
        };
    }

    private static Agency Phones(Agency agency, Func<ComplaintPhones, ComplaintPhones> change)
    {
        var phones = change(agency.ComplaintPhones ?? new ComplaintPhones(null, null, null));
        return agency with { ComplaintPhones = phones == new ComplaintPhones(null, null, null) ? null : phones };
    }

    private static ImmutableArray<string> Words(string? cell) =>
        [.. (cell ?? "").Split([' ', ',', ';', '，', '；', '、'], StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(@"\Aoffices\.[a-z0-9]+(-[a-z0-9]+)*\.(name|person|phone)\z")]
    private static partial Regex OfficeForm();
}
