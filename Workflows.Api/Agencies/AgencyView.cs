using System.Collections.Immutable;
using NodaTime;
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
/// <param name="Offices">Offices by kind: <c>disclosure-office</c>, <c>secrecy-office</c>, <c>leader</c>, <c>legal-section</c> and others.</param>
/// <param name="Kinds">What it is: <c>government</c>, <c>department</c>, <c>openness-office</c>, <c>archive</c> and others; one agency can be several.</param>
/// <param name="Bodies">Who does something for it, agency ids by relation: <c>openness</c>, <c>supervision</c>, <c>archive</c>, <c>library</c>, <c>press</c>, <c>legal</c>, <c>government</c> and others. What is not named is looked up in its superiors'.</param>
/// <param name="Successor">The agency that exercises its powers since it was merged; recorded by the merger alone.</param>
/// <param name="MergedOn">The day on which it was merged; recorded by the merger alone.</param>
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
    ImmutableSortedDictionary<string, Office>? Offices = null,
    ImmutableArray<string>? Kinds = null,
    ImmutableSortedDictionary<string, string>? Bodies = null,
    string? Successor = null,
    LocalDate? MergedOn = null)
{
    /// <summary>What is said of an agency.</summary>
    public static AgencyContentView Of(Agency agency) => new(
        agency.Name, agency.Level, agency.Division, agency.ShortName, agency.Superior, agency.SecrecyDepartment,
        agency.Address, agency.Postcode, agency.EnquiryPhone, agency.ComplaintPhones, agency.Offices, agency.Kinds, agency.Bodies,
        agency.Successor, agency.MergedOn);

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
        Kinds = Kinds ?? [],
        Bodies = Bodies ?? ImmutableSortedDictionary<string, string>.Empty,
        Successor = Successor,
        MergedOn = MergedOn,
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
