using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Tests.Scenarios;

public class RefusalsEverywhere
{
    private static readonly TestCaseData[] States = [.. Routes.Known.Select(known => new TestCaseData(known.Procedure, known.State))];

    [TestCaseSource(nameof(States))]
    public void What_a_state_does_not_offer_is_refused_with_a_basis(string procedure, string state)
    {
        var definition = Catalogue.Definition(procedure);
        var one = Routes.To(procedure, state);
        var elsewhere = definition.Triggers.Select(trigger => trigger.Name)
            .Except(Offered(definition, state));
        foreach (var trigger in elsewhere.Distinct())
        {
            var refusal = one.Refuse(trigger);
            refusal.Code.Should().Be(RefusalCode.NotAllowed, trigger);
            refusal.Detail.Should().StartWith("当前状态为");
            refusal.Unmet.Should().ContainSingle().Which.Basis.Should().Match<LegalBasis>(basis => basis.Article != null || basis.Design != null);
        }
    }

    [TestCaseSource(nameof(States))]
    public void Nobody_does_by_hand_what_time_or_another_case_does(string procedure, string state)
    {
        var definition = Catalogue.Definition(procedure);
        var one = Routes.To(procedure, state);
        foreach (var trigger in Triggers(definition, state).Where(trigger => trigger.Cause is not TriggerCause.Person))
            one.Refuse(trigger.Name).Unmet.Should().ContainSingle().Which.Basis.Should().Be(trigger.Basis);
    }

    [TestCaseSource(nameof(States))]
    public void Nobody_without_a_role_does_anything(string procedure, string state)
    {
        var one = Routes.To(procedure, state);
        one.World.Actor = Bodies.Only(one.State.Agency);
        foreach (var trigger in Offered(Catalogue.Definition(procedure), state))
            one.Refuse(trigger).Code.Should().Be(RefusalCode.NotAllowed, trigger);
    }

    private static IEnumerable<string> Offered(ProcedureDefinition definition, string state) =>
        Triggers(definition, state).Select(trigger => trigger.Name);

    private static IEnumerable<TriggerDefinition> Triggers(ProcedureDefinition definition, string state)
    {
        var here = definition.States.Single(known => known.Name == state);
        var above = definition.States.Where(known => known.Name == here.Parent).SelectMany(known => known.On);
        return here.On.Concat(above).Concat(here.Final ? [] : definition.Anywhere).Concat(definition.Everywhere).DistinctBy(trigger => trigger.Name);
    }
}
