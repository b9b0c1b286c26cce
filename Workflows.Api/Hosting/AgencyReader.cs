using System.Collections.Immutable;
using Workflows.Engine;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Workflows.Api.Hosting;

/// <summary>Reads the agencies that are delivered with the product.</summary>
internal static class AgencyReader
{
    /// <summary>Reads a text with a list <c>agencies</c>.</summary>
    public static ImmutableArray<Agency> Read(string yaml) =>
    [
        .. new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
            .Deserialize<AgencyFile>(yaml).Agencies.Select(agency => new Agency
            {
                Id = agency.Id,
                Name = agency.Name,
                ShortName = agency.ShortName,
                Level = agency.Level,
                Division = agency.Division,
                Superior = agency.Superior,
                SecrecyDepartment = agency.SecrecyDepartment,
                Address = agency.Address,
                Postcode = agency.Postcode,
                EnquiryPhone = agency.EnquiryPhone,
                ComplaintPhones = agency.ComplaintPhones is { } phones ? new ComplaintPhones(phones.Superior, phones.Supervisory, phones.Openness) : null,
                Offices = agency.Offices.ToImmutableSortedDictionary(
                    office => office.Key, office => new Office(office.Value.Name, office.Value.Person, office.Value.Phone), StringComparer.Ordinal),
                Kinds = [.. agency.Kinds],
                Bodies = agency.Bodies.ToImmutableSortedDictionary(StringComparer.Ordinal),
            }),
    ];

    private sealed class AgencyFile
    {
        public List<AgencyEntry> Agencies { get; set; } = [];
    }

    private sealed class AgencyEntry
    {
        public string Id { get; set; } = "";

        public string Name { get; set; } = "";

        public string? ShortName { get; set; }

        public string Level { get; set; } = "";

        public string Division { get; set; } = "";

        public string? Superior { get; set; }

        public string? SecrecyDepartment { get; set; }

        public string? Address { get; set; }

        public string? Postcode { get; set; }

        public string? EnquiryPhone { get; set; }

        public PhonesEntry? ComplaintPhones { get; set; }

        public Dictionary<string, OfficeEntry> Offices { get; set; } = [];

        public List<string> Kinds { get; set; } = [];

        public Dictionary<string, string> Bodies { get; set; } = [];
    }

    private sealed class PhonesEntry
    {
        public string? Superior { get; set; }

        public string? Supervisory { get; set; }

        public string? Openness { get; set; }
    }

    private sealed class OfficeEntry
    {
        public string Name { get; set; } = "";

        public string? Person { get; set; }

        public string? Phone { get; set; }
    }
}
