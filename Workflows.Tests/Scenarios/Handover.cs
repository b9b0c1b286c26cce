using FluentAssertions;
using Workflows.Engine;

namespace Workflows.Tests.Scenarios;

/// <summary>What one body hands to another.</summary>
internal static class Handover
{
    /// <summary>The body takes the case as it stands, and not without any one of these.</summary>
    public static void IsComplete(string procedure, string from, string to, Given input, params string[] needed)
    {
        Case.HandedOver(procedure, from, to, input).Should().BeOfType<CaseOutcome.Done>()
            .Which.State.Fields.Keys.Should().Contain(input.Keys);
        foreach (var field in needed)
        {
            Case.HandedOver(procedure, from, to, input.Without(field)).Should().BeOfType<CaseOutcome.Refused>()
                .Which.Refusal.Fields.Select(problem => problem.Field).Should().Equal(field);
        }
    }

    /// <summary>Nobody opens such a case by itself.</summary>
    public static void OnlyFromAnotherCase(string procedure, string agency, Given input) =>
        Case.RefuseToOpen(Catalogue.World(), procedure, agency, input).Code.Should().Be(RefusalCode.NotAllowed);
}
