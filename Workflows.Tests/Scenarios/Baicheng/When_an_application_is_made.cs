using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios.Baicheng;

public class When_an_application_is_made
{
    [TestCase("in-person")]
    [TestCase("email")]
    [TestCase("letter")]
    [TestCase("fax")]
    [Rule("BC-APP-01")]
    public void These_four_channels_are_open(string channel)
    {
        var application = Application.Received("2026-03-02", Application.Citizen.With("channel", channel));
        application.State.State.Should().Be("received");
        application.State.Fields.Keys.Should().Contain(Application.Citizen.Keys);
    }

    [TestCase("oral")]
    [TestCase("web")]
    [TestCase("telephone")]
    [Rule("BC-APP-01"), Rule("BC-APP-05")]
    public void And_no_other(string channel) =>
        Refuse(Application.Citizen.With("channel", channel)).Fields.Should().Contain(problem => problem.Field == "channel" && problem.Basis!.Rules.Contains("BC-APP-01"));

    [TestCase("applicant.kind")]
    [TestCase("channel")]
    [TestCase("applicant.name")]
    [TestCase("applicant.idType")]
    [TestCase("applicant.idNumber")]
    [TestCase("request.description")]
    [TestCase("request.form")]
    [Rule("BC-APP-01")]
    public void A_person_gives(string field)
    {
        var problems = Refuse(Application.Citizen.Without(field)).Fields;
        problems.Select(problem => problem.Field).Should().Equal(field);
        problems[0].Basis!.Rules.Should().Contain("BC-APP-01");
    }

    [Test, Rule("BC-APP-01")]
    public void An_organisation_gives_its_legal_representative()
    {
        Refuse(Application.Organisation.Without("applicant.legalRepresentative")).Misses("applicant.legalRepresentative", "BC-APP-01");
        Application.Received("2026-03-02", Application.Organisation)["applicant.legalRepresentative"].Should().Be("李四");
    }

    [Test, Rule("BC-APP-01")]
    public void Both_can_be_reached()
    {
        Refuse(Application.Citizen.Without("applicant.phone", "applicant.email", "applicant.address")).CitesOnly("BC-APP-01", "三");
        foreach (var way in new[] { "applicant.phone", "applicant.email", "applicant.address" })
            Application.Received("2026-03-02", Application.Citizen.Without("applicant.phone", "applicant.email", "applicant.address").With(way, "1"))[way].Should().Be("1");
    }

    [Test, Rule("BC-APP-01")]
    public void Only_the_registrar_takes_it()
    {
        var world = Catalogue.World();
        world.Actor = Bodies.AllBut("registrar");
        Case.RefuseToOpen(world, Application.Procedure, Bodies.Commerce, Application.Citizen).CitesOnly("BC-APP-01", "三");
    }

    [Test, Rule("BC-APP-03")]
    public void The_reply_is_due_fifteen_working_days_after_registration()
    {
        var application = Application.Received("2026-02-10").On("2026-02-13").FireOnlyAs("registrar", "register");
        application["receivedOn"].Should().Be("2026-02-10");
        application["registeredOn"].Should().Be("2026-02-13");
        application.Due("reply").Should().Be("2026-03-12");
        application.State.Reference.Should().Be("白商依申〔2026〕1号");
    }

    private static Workflows.Engine.Refusal Refuse(Given form) =>
        Case.RefuseToOpen(Catalogue.World(), Application.Procedure, Bodies.Commerce, form);
}
