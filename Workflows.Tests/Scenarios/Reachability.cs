using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios;

public class Reachability
{
    private static readonly string[] Procedures = [.. Catalogue.Delivered.Procedures];

    [TestCaseSource(nameof(Procedures))]
    public void Every_state_is_reached(string procedure)
    {
        var definition = Catalogue.Definition(procedure);
        var states = definition.States.Where(state => state.Initial is null).ToArray();
        Routes.Known.Where(known => known.Procedure == procedure).Select(known => known.State)
            .Should().BeEquivalentTo(states.Select(state => state.Name));
        foreach (var state in states)
        {
            var reached = Routes.To(procedure, state.Name).State;
            reached.State.Should().Be(state.Name);
            reached.Closed.Should().Be(state.Final);
            reached.Outcome.Should().Be(state.Outcome);
            if (state.Final)
                reached.Clocks.Should().BeEmpty();
        }
    }
}
