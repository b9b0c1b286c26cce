using System.Collections.Immutable;

namespace Workflows.Engine;

/// <summary>A body that handles cases, with where its escalations go and what its letters print.</summary>
public sealed record Agency
{
    /// <summary>Stable id: <c>huadian.education-bureau</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Full name.</summary>
    public required string Name { get; init; }

    /// <summary>Short name used in numbers and letters.</summary>
    public string? ShortName { get; init; }

    /// <summary>Level: nation, province, prefecture, county, township.</summary>
    public required string Level { get; init; }

    /// <summary>Administrative division code.</summary>
    public required string Division { get; init; }

    /// <summary>The superior agency's id, or null.</summary>
    public string? Superior { get; init; }

    /// <summary>The secrecy department at its level, or null.</summary>
    public string? SecrecyDepartment { get; init; }

    /// <summary>Address printed in letters.</summary>
    public string? Address { get; init; }

    /// <summary>Postcode.</summary>
    public string? Postcode { get; init; }

    /// <summary>Enquiry phone.</summary>
    public string? EnquiryPhone { get; init; }

    /// <summary>Complaint phones as attachments 4 and 5 print them.</summary>
    public ComplaintPhones? ComplaintPhones { get; init; }

    /// <summary>Offices, by kind: disclosure-office, secrecy-office, leader, legal-section.</summary>
    public ImmutableSortedDictionary<string, Office> Offices { get; init; } = ImmutableSortedDictionary<string, Office>.Empty;
}

/// <summary>The three phones for complaints.</summary>
public sealed record ComplaintPhones(string? Superior, string? Supervisory, string? Openness);

/// <summary>An office of an agency.</summary>
/// <param name="Name">Name.</param>
/// <param name="Person">Person in charge, or null.</param>
/// <param name="Phone">Phone, or null.</param>
public sealed record Office(string Name, string? Person, string? Phone);

/// <summary>All agencies at one moment. Immutable.</summary>
/// <param name="All">By id.</param>
public sealed record AgencyDirectory(ImmutableSortedDictionary<string, Agency> All)
{
    /// <summary>The agency, or null when unknown.</summary>
    public Agency? Find(string? id) => id is not null && All.TryGetValue(id, out var agency) ? agency : null;
}
