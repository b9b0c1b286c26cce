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

    /// <summary>Bodies that do something for it, by what they do: openness, supervision, secrecy, legal …; ids of agencies.</summary>
    public ImmutableSortedDictionary<string, string> Bodies { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

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
    /// <summary>The body that an agency, or its nearest superior that names one, has for something; null when none does.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="relation">What for.</param>
    public string? BodyOf(Agency? agency, string relation)
    {
        // Superiors that lead back to where they began are refused when agencies are stored; the bound keeps this total.
        for (var (at, steps) = (agency, 0); at is not null && steps < 10; (at, steps) = (Find(at.Superior), steps + 1))
        {
            if (at.Bodies.TryGetValue(relation, out var body))
                return body;
        }

        return null;
    }

    /// <summary>The agency, or null when unknown.</summary>
    public Agency? Find(string? id) => id is not null && All.TryGetValue(id, out var agency) ? agency : null;
}
