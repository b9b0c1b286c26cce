using NodaTime.Text;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Scenarios.Oversight;

/// <summary>What the calendar opens.</summary>
internal static class Scheduled
{
    /// <summary>Publishes the procedure now, where there is a development zone, and lets a day pass: the period current at that moment is opened late.</summary>
    public static World Publish(World world, string procedure)
    {
        var now = world.Clock.GetCurrentInstant();
        world.Reference.Change(data => data with
        {
            Agencies = new AgencyDirectory(data.Agencies.All.SetItem(Bodies.Price, data.Agencies.All[Bodies.Price] with { Kinds = ["development-zone"] })),
            Procedures = data.Procedures.Procedures.Select(name => data.Procedures.Newest(name)!).Aggregate(ProcedureRegistry.Empty, (registry, one) =>
                registry.With(new PreparedDefinition(one.Definition, 1, one.Hash) { EffectiveAt = one.Definition.Procedure == procedure ? now : null })),
        });
        return world.On(LocalDatePattern.Iso.Format(ChinaTime.DayOf(now).PlusDays(1)));
    }

    /// <summary>Lets time go to the day, and gives the case that the calendar opened on it.</summary>
    public static Case On(string day, World world, string procedure, string agency)
    {
        world.On(day);
        return new Case(world, world.Journal.Cases.Single(one => one.Procedure == procedure && one.Agency == agency && one.Schedule?.Period == World.Day(day)).Id);
    }

    /// <summary>What the calendar opens of the procedure until the day, as <c>period agency</c> with the values of the schedule.</summary>
    public static IEnumerable<string> Until(string day, World world, string procedure, params string[] values) =>
        world.On(day).Journal.Cases.Where(one => one.Procedure == procedure && one.Schedule is { Late: false })
            .Select(one => string.Join(' ', [LocalDatePattern.Iso.Format(one.Schedule!.Period), one.Agency, .. values.Select(value => ((FieldValue.Text)one.Fields[value]).Value)]));
}
