using System.Collections.Immutable;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Scenarios;

/// <summary>The procedures as delivered, or with one of them altered while a test asks whether anybody would notice.</summary>
internal static class Catalogue
{
    private static readonly AsyncLocal<ProcedureRegistry?> Altered = new();

    public static CalendarRegistry Calendars { get; } = CalendarRegistry.Of(CalendarArchive.Official);

    public static ProcedureRegistry Delivered { get; } = ProcedureCatalogue.Embedded.Latest.Aggregate(
        ProcedureRegistry.Empty, (registry, latest) => registry.With(new PreparedDefinition(latest.Definition, 1, latest.Sha256)));

    public static ImmutableArray<ProcedureDefinition> Definitions => [.. InForce.Procedures.Select(Definition)];

    public static ProcedureDefinition Definition(string procedure) => InForce.Newest(procedure)!.Definition;

    /// <summary>What people with a role may do in the cases of a procedure, opening them included.</summary>
    public static IEnumerable<string> Acts(string procedure, string role)
    {
        var definition = Definition(procedure);
        return definition.Triggers.Prepend(definition.Opening).Where(trigger => trigger.Cause is TriggerCause.Person person && person.Roles.Contains(role)).Select(trigger => trigger.Name).Distinct();
    }

    public static World World() => new(Calendars, Bodies.Directory, InForce) { Actor = Bodies.Everyone };

    /// <summary>Runs something in a world in which one procedure reads otherwise.</summary>
    public static void With(ProcedureDefinition altered, Action run)
    {
        Altered.Value = Delivered.Procedures
            .Select(name => name == altered.Procedure ? new PreparedDefinition(altered, 1, "altered") : Delivered.Newest(name)!)
            .Aggregate(ProcedureRegistry.Empty, (registry, definition) => registry.With(definition));
        try
        {
            run();
        }
        finally
        {
            Altered.Value = null;
        }
    }

    private static ProcedureRegistry InForce => Altered.Value ?? Delivered;
}
