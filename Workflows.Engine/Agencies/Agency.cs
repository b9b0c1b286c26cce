using System.Collections.Immutable;
using NodaTime;
using Workflows.Definitions;

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

    /// <summary>
    /// Since when the calendar can open cases for it as it stands: when it was added, or its division or kinds last changed, by
    /// the service's clock. Null for an agency that was always there.
    /// </summary>
    public Instant? Since { get; init; }

    /// <summary>Offices, by kind: disclosure-office, secrecy-office, leader, legal-section.</summary>
    public ImmutableSortedDictionary<string, Office> Offices { get; init; } = ImmutableSortedDictionary<string, Office>.Empty;

    /// <summary>What it is, in the words of <see cref="AgencyWords.Kinds"/>: government, department, archive, …; one body can be several.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <summary>
    /// Who does for it what it does not do itself: agency ids by relation, in the words of
    /// <see cref="AgencyWords.Relations"/>. What is not named here is looked up in its superiors'.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Bodies { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The agency that goes on exercising its powers since it was merged or dissolved; null while it stands.</summary>
    public string? Successor { get; init; }

    /// <summary>The day on which it was merged or dissolved, Asia/Shanghai; null while it stands.</summary>
    public LocalDate? MergedOn { get; init; }

    /// <summary>Why it was merged or dissolved: what ordered it; null while it stands.</summary>
    public string? MergerReason { get; init; }

    /// <summary>The article under which its cases pass to the successor; null while it stands.</summary>
    public LegalBasis? MergerBasis { get; init; }
}

/// <summary>The three phones for complaints.</summary>
public sealed record ComplaintPhones(string? Superior, string? Supervisory, string? Openness);

/// <summary>An office of an agency.</summary>
/// <param name="Name">Name.</param>
/// <param name="Person">Person in charge, or null.</param>
/// <param name="Phone">Phone, or null.</param>
public sealed record Office(string Name, string? Person, string? Phone);
