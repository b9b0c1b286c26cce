using System.Collections.Immutable;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>Who may do what: roles held in the agency that handles the case, or in its parent's.</summary>
internal static class Authority
{
    private static readonly ActorStamp TimeStamp = new(Actor.Time.Id, Actor.Time.Name, null, null);
    private static readonly ActorStamp SystemStamp = new(Actor.System.Id, Actor.System.Name, null, null);

    public static ImmutableArray<string> RolesOf(TriggerDefinition trigger) =>
        trigger.Cause is TriggerCause.Person person ? person.Roles : [];

    /// <summary>Time's own stamp.</summary>
    public static ActorStamp Time => TimeStamp;

    /// <summary>Time's stamp where it only warns.</summary>
    public static ActorStamp Warning { get; } = TimeStamp with { Name = "期限预警" };

    /// <summary>Time's stamp where the calendar opens a case.</summary>
    public static ActorStamp Calendar { get; } = TimeStamp with { Name = "按日历立案" };

    /// <summary>The stamp of someone whose act in one case brings about something in another.</summary>
    public static ActorStamp Through(Actor actor) =>
        actor == Actor.Time ? TimeStamp : actor == Actor.System ? SystemStamp : new ActorStamp(actor.Id, actor.Name, null, null);

    /// <summary>Who opens: a child is opened by whoever acts in its parent.</summary>
    public static ActorStamp? OfOpening(PreparedDefinition definition, Command.OpenCase command) =>
        command.Schedule is not null ? Calendar
        : command.Parent is not null
            ? Through(command.Actor)
            : Of(definition, RolesOf(definition.Opening.Definition), command.Actor, command.Agency, null);

    /// <summary>The stamp of an actor who holds one of the roles for this case, or null.</summary>
    public static ActorStamp? Of(PreparedDefinition definition, ImmutableArray<string> roles, Actor actor, CaseState state) =>
        Of(definition, roles, actor, state.Agency, state.Parent?.Agency);

    private static ActorStamp? Of(
        PreparedDefinition definition, ImmutableArray<string> roles, Actor actor, string agency, string? parentAgency)
    {
        foreach (var role in definition.Definition.Roles)
        {
            var where = role.Of == RoleScope.ParentAgency ? parentAgency : agency;
            if (where is not null && roles.Contains(role.Name) && actor.Holds(where, role.Name))
                return new ActorStamp(actor.Id, actor.Name, where, role.Name);
        }

        return null;
    }
}
