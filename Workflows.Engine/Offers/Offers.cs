using System.Collections.Immutable;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>What can be done with a case next, and why the rest cannot.</summary>
public static class Offers
{
    /// <summary>Every trigger that a person can fire anywhere in the procedure, allowed or not, in the definition's order.</summary>
    /// <param name="context">As for a decision.</param>
    /// <param name="state">The case.</param>
    /// <param name="actor">Who asks.</param>
    /// <remarks>Requirements that speak of a trigger's own input are left to the command itself.</remarks>
    public static ImmutableArray<Offer> Of(DecisionContext context, CaseState state, Actor actor)
    {
        var definition = context.Definition;
        var here = definition.StateOf(state.State)?.Triggers;
        var offers = ImmutableArray.CreateBuilder<Offer>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in definition.States.OrderBy(home => home.Index).SelectMany(home => home.Triggers.Keys))
        {
            if (!seen.Add(name))
                continue;
            var trigger = here?.GetValueOrDefault(name) ?? definition.States.First(home => home.Triggers.ContainsKey(name)).Triggers[name];
            if (trigger.Definition.Cause is not TriggerCause.Person person)
                continue;
            var because = here?.ContainsKey(name) == true
                ? Why(context, state, actor, trigger, person)
                : Refusals.NotOffered(definition, state, name).Unmet;
            offers.Add(new Offer(trigger.Definition, because.IsEmpty, because));
        }

        return offers.ToImmutable();
    }

    private static ImmutableArray<UnmetRule> Why(
        DecisionContext context, CaseState state, Actor actor, PreparedTrigger trigger, TriggerCause.Person person)
    {
        var definition = context.Definition;
        var scope = new ConditionScope(definition, state, state.Fields, context.Today, context.Calendar, null) { Moment = context.Now };
        var because = ImmutableArray.CreateBuilder<UnmetRule>();
        if (Authority.Of(definition, person.Roles, actor, state) is null)
            because.AddRange(Refusals.NoRole(context, trigger.Definition, person.Roles, state.Agency, state.Parent?.Agency).Unmet);
        foreach (var requirement in trigger.Definition.Requires)
        {
            if (!ConditionFields.Of(requirement).Any(trigger.Input.ContainsKey) && !scope.Meets(requirement))
                because.Add(new UnmetRule(requirement.Says, requirement.Basis));
        }

        because.AddRange(Extensions.NotNow(definition, trigger.Definition.Name, scope));
        return because.ToImmutable();
    }
}
