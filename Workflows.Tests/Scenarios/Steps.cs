using FsCheck;
using FsCheck.Fluent;
using NodaTime.Text;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Tests.Engine;
using Workflows.Tests.Scenarios.Huadian;

namespace Workflows.Tests.Scenarios;

/// <summary>Something that anybody may try: a trigger of one of the cases, with some input, after some days.</summary>
/// <param name="Days">Days that pass first.</param>
/// <param name="Which">Which of the cases, in the order of opening.</param>
/// <param name="Trigger">Which of the triggers that people fire in its procedure.</param>
/// <param name="Offered">Only among those its state offers.</param>
/// <param name="Seed">Decides the input and whether something is left out.</param>
internal sealed record Step(int Days, int Which, int Trigger, bool Offered, int Seed)
{
    public CaseOutcome Do(World world)
    {
        if (Days > 0)
            world.On(LocalDatePattern.Iso.Format(ChinaTime.DayOf(world.Clock.GetCurrentInstant()).PlusDays(Days)));
        var cases = world.Journal.Cases.OrderBy(one => one.OpenedOn).ThenBy(one => one.Id.Value).ToArray();
        if (cases.Length == 0)
            return world.Send(Opening(world));
        var state = cases[Which % cases.Length];
        var triggers = Triggers(state).ToArray();
        if (triggers.Length == 0)
            triggers = [.. Named(Catalogue.Definition(state.Procedure))];
        var trigger = triggers[Trigger % triggers.Length];
        return world.Send(new CaseRequest(state.Id, new Command.FireTrigger
        {
            Actor = world.Actor,
            Trigger = trigger.Name,
            Input = World.Json(Inputs.For(Catalogue.Definition(state.Procedure), trigger, Seed)),
        }));
    }

    private static CaseRequest Opening(World world)
    {
        var id = new CaseId(new Guid(1, 0, 0, new byte[8]));
        return new CaseRequest(id, new Command.OpenCase { Actor = world.Actor, Id = id, Agency = Bodies.Bureau, Input = World.Json(Forms.Citizen) }) { Procedure = Application.Procedure };
    }

    private IEnumerable<TriggerDefinition> Triggers(CaseState state)
    {
        var definition = Catalogue.Definition(state.Procedure);
        var all = Named(definition);
        if (!Offered)
            return all;
        var levels = definition.States.Where(known => state.State == known.Name || state.State.StartsWith(known.Name + "/", StringComparison.Ordinal));
        return levels.SelectMany(known => known.On).Concat(definition.Anywhere).Where(trigger => trigger.Cause is TriggerCause.Person);
    }

    private static IEnumerable<TriggerDefinition> Named(ProcedureDefinition definition) =>
        definition.States.SelectMany(known => known.On).Concat(definition.Anywhere).DistinctBy(trigger => trigger.Name);
}

/// <summary>Sequences of steps.</summary>
internal static class Steps
{
    private static readonly Gen<Step> One =
        from days in Gen.Frequency((6, Gen.Constant(0)), (3, Gen.Choose(1, 5)), (1, Gen.Choose(6, 40)))
        from which in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(0, 5)))
        from trigger in Gen.Choose(0, 60)
        from offered in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select new Step(days, which, trigger, offered, seed);

    public static Gen<Step[]> Any { get; } = Gen.ArrayOf(One);
}
