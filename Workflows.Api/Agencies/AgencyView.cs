using System.Collections.Immutable;
using Workflows.Engine;

namespace Workflows.Api.Agencies;

/// <summary>What can be said of an agency.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Level"><c>nation</c>, <c>province</c>, <c>prefecture</c>, <c>county</c> or <c>township</c>.</param>
/// <param name="Division">Administrative division code, 2 to 12 digits.</param>
/// <param name="ShortName">Short name used in numbers and letters.</param>
/// <param name="Superior">Id of the superior agency.</param>
/// <param name="SecrecyDepartment">Id of the secrecy department at its level.</param>
/// <param name="Address">Address printed in letters.</param>
/// <param name="Postcode">Postcode.</param>
/// <param name="EnquiryPhone">Enquiry phone.</param>
/// <param name="ComplaintPhones">Complaint phones as letters print them.</param>
/// <param name="Offices">Offices by kind: <c>disclosure-office</c>, <c>secrecy-office</c>, <c>leader</c>, <c>legal-section</c>.</param>
internal sealed record AgencyContentView(
    string Name,
    string Level,
    string Division,
    string? ShortName = null,
    string? Superior = null,
    string? SecrecyDepartment = null,
    string? Address = null,
    string? Postcode = null,
    string? EnquiryPhone = null,
    ComplaintPhones? ComplaintPhones = null,
    ImmutableSortedDictionary<string, Office>? Offices = null)
{
    /// <summary>What is said of an agency.</summary>
    public static AgencyContentView Of(Agency agency) => new(
        agency.Name, agency.Level, agency.Division, agency.ShortName, agency.Superior, agency.SecrecyDepartment,
        agency.Address, agency.Postcode, agency.EnquiryPhone, agency.ComplaintPhones, agency.Offices);

    /// <summary>The agency of which this is said.</summary>
    public Agency As(string id) => new()
    {
        Id = id,
        Name = Name,
        Level = Level,
        Division = Division,
        ShortName = ShortName,
        Superior = Superior,
        SecrecyDepartment = SecrecyDepartment,
        Address = Address,
        Postcode = Postcode,
        EnquiryPhone = EnquiryPhone,
        ComplaintPhones = ComplaintPhones,
        Offices = Offices ?? ImmutableSortedDictionary<string, Office>.Empty,
    };
}

/// <summary>An agency.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Content">What is said of it.</param>
internal sealed record AgencyView(string Id, AgencyContentView Content)
{
    /// <summary>The agency.</summary>
    public static AgencyView Of(Agency agency) => new(agency.Id, AgencyContentView.Of(agency));
}
