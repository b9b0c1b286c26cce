using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Scenarios.Baicheng;

/// <summary>What the text of Baicheng does not provide for, its procedure does not have; Huadian's has each of them.</summary>
[Rule("BC-APP-05")]
public class AbsentInBaicheng
{
    private static ProcedureDefinition Baicheng => Catalogue.Definition(Application.Procedure);

    private static ProcedureDefinition Huadian => Catalogue.Definition(Scenarios.Huadian.Application.Procedure);

    [TestCase("oral")]
    [TestCase("web")]
    public void A_channel(string channel)
    {
        Values(Huadian, "channel").Should().Contain(channel);
        Values(Baicheng, "channel").Should().NotContain(channel);
    }

    [TestCase("preliminary-review")]
    [TestCase("suspended")]
    [TestCase("correction-requested")]
    [TestCase("awaiting-payment")]
    [TestCase("repeat-not-answered")]
    public void A_state(string state)
    {
        Huadian.States.Select(known => known.Name).Should().Contain(state);
        Baicheng.States.Select(known => known.Name).Should().NotContain(state);
    }

    [TestCase("suspend")]
    [TestCase("supplement")]
    [TestCase("request-correction")]
    [TestCase("extend")]
    [TestCase("raise-force-majeure")]
    [TestCase("override-objection")]
    [TestCase("decline-repeat")]
    [TestCase("confirm-payment")]
    public void A_trigger(string trigger)
    {
        Triggers(Huadian).Should().Contain(trigger);
        Triggers(Baicheng).Should().NotContain(trigger);
    }

    [Test]
    public void An_extension()
    {
        Huadian.Clocks.Should().Contain(clock => clock.Extension != null);
        Baicheng.Clocks.Should().OnlyContain(clock => clock.Extension == null);
    }

    [Test]
    public void A_flag_such_as_force_majeure()
    {
        Huadian.Flags.Should().HaveCount(2);
        Baicheng.Flags.Should().BeEmpty();
    }

    [Test]
    public void A_fee() => Baicheng.Fields.Should().NotContain(field => field.Name.StartsWith("fees"));

    [Test]
    public void A_refusal_after_article_9() => Values(Baicheng, "reply.grounds").Should().NotContain("unrelated-to-needs");

    private static IEnumerable<string> Values(ProcedureDefinition definition, string field) =>
        definition.Fields.Single(known => known.Name == field).Values.Select(value => value.Value);

    private static IEnumerable<string> Triggers(ProcedureDefinition definition) =>
        definition.Triggers.Select(trigger => trigger.Name);
}
