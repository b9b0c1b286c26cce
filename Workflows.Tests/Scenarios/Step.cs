using NodaTime.Text;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Scenarios;

/// <summary>Something that anybody may try: a trigger of one of the cases, with some input, after some days.</summary>
/// <param name="Days">Days that pass first.</param>
/// <param name="Which">Which of the cases, in the order of opening.</param>
/// <param name="Trigger">Which of the triggers that people fire in its procedure.</param>
/// <param name="Offered">Only among those its state offers.</param>
/// <param name="Seed">Decides the input and whether something is left out.</param>
internal sealed record Step(int Days, int Which, int Trigger, bool Offered, int Seed)
{
    public void Wait(World world)
    {
        if (Days > 0)
            world.On(LocalDatePattern.Iso.Format(ChinaTime.DayOf(world.Clock.GetCurrentInstant()).PlusDays(Days)));
    }

    public CaseOutcome Do(World world)
    {
        var cases = world.Journal.Cases.OrderBy(one => one.OpenedOn).ThenBy(one => one.Id.Value).ToArray();
        var state = cases[Which % cases.Length];
        var triggers = Triggers(state).ToArray();
        if (triggers.Length == 0)
            triggers = [.. Named(Catalogue.Definition(state.Procedure))];
        var trigger = Trigger < 10 && triggers.FirstOrDefault(known => known.Name == "reply") is { } reply ? reply : triggers[Trigger % triggers.Length];
        return world.Send(new CaseRequest(state.Id, new Command.FireTrigger
        {
            Actor = world.Actor,
            Trigger = trigger.Name,
            Input = World.Json(Inputs.For(Catalogue.Definition(state.Procedure), trigger, Seed)),
        }));
    }

    private IEnumerable<TriggerDefinition> Triggers(CaseState state)
    {
        var definition = Catalogue.Definition(state.Procedure);
        var all = Named(definition);
        if (!Offered)
            return all;
        var levels = definition.States.Where(known => state.State == known.Name || state.State.StartsWith(known.Name + "/", StringComparison.Ordinal));
        return levels.SelectMany(known => known.On).Concat(definition.Anywhere).Concat(definition.Everywhere).Where(trigger => trigger.Cause is TriggerCause.Person);
    }

    private static IEnumerable<TriggerDefinition> Named(ProcedureDefinition definition) =>
        definition.Triggers.DistinctBy(trigger => trigger.Name);
}
