using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Agencies;
using Workflows.Api.Hosting;
using Workflows.Engine;

namespace Workflows.Tests.Catalogue;

/// <summary>The agencies that come with the product.</summary>
public sealed class DeliveredAgenciesTests
{
    private static readonly AgencyDirectory Delivered =
        new(DeliveredSeed.Read().Agencies.ToImmutableSortedDictionary(agency => agency.Id, agency => agency, StringComparer.Ordinal));

    [Test]
    public void Nothing_is_wrong_with_any_of_them() =>
        Delivered.All.Values.SelectMany(agency => AgencyChecks.Find(agency, Delivered).Select(fault => $"{agency.Id} {fault}")).Should().BeEmpty();

    [Test]
    public void Each_says_what_it_is() => Delivered.All.Values.Should().OnlyContain(agency => !agency.Kinds.IsEmpty);

    [TestCase("huadian.education-bureau", "openness", "huadian.openness-office")]
    [TestCase("huadian.education-bureau", "supervision", "huadian.supervision-bureau")]
    [TestCase("huadian.secrecy-bureau", "openness", "huadian.openness-office")]
    [TestCase("huadian.public-security-bureau", "archive", "huadian.archives-bureau")]
    [TestCase("huadian.example-township", "library", "huadian.library")]
    [TestCase("huadian.government", "press", "huadian.press-office")]
    [TestCase("huadian.education-bureau", "legal", "huadian.legal-office")]
    [TestCase("huadian.education-bureau", "secrecy", "huadian.secrecy-bureau")]
    [TestCase("huadian.education-bureau", "establishment", null)]
    [TestCase("baicheng.commerce-bureau", "establishment", "baicheng.establishment-office")]
    [TestCase("baicheng.commerce-bureau", "legal", "baicheng.legal-office")]
    [TestCase("baicheng.commerce-bureau", "government", "baicheng.government")]
    [TestCase("national.example-agency", "secrecy", "national.example-secrecy-department")]
    [TestCase("nowhere", "secrecy", null)]
    public void Each_finds_its_bodies(string agency, string relation, string? body) => Delivered.BodyOf(Delivered.Find(agency), relation).Should().Be(body);

    [Test]
    public void Body_that_was_merged_is_answered_with_the_one_that_stands()
    {
        var merged = Delivered.All
            .SetItem("huadian.library", Delivered.Find("huadian.library")! with { Successor = "huadian.archives-bureau" })
            .SetItem("huadian.archives-bureau", Delivered.Find("huadian.archives-bureau")! with { Successor = "huadian.general-office" });
        new AgencyDirectory(merged).BodyOf(merged["huadian.education-bureau"], "library").Should().Be("huadian.general-office");
    }
}
