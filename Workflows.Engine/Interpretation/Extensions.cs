using Workflows.Calendar;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>Extensions of a clock: how long, how often, and until when they can be granted.</summary>
internal static class Extensions
{
    /// <summary>The refusal, or null with the extension that the trigger grants (null when it extends nothing).</summary>
    public static Refusal? Check(PreparedDefinition definition, string trigger, ConditionScope scope, out int? extension)
    {
        extension = null;
        foreach (var clock in definition.Clocks)
        {
            if (clock.Definition.Extension is not { } rule || rule.On != trigger)
                continue;
            if (!scope.Fields.TryGetValue(rule.Days, out var days) || days is not FieldValue.Number { Value: var units })
                return Refusals.Invalid(rule.Days, "必须填写延长的天数", rule.Basis);
            if (Why(clock, rule, (int)units, scope) is { } says)
                return Refusals.Unmet(says, new UnmetRule(says, rule.Basis));
            extension = (int)units;
        }

        return null;
    }

    /// <summary>Why the trigger cannot extend now, whatever its length; empty when it can or extends nothing.</summary>
    public static IEnumerable<UnmetRule> NotNow(PreparedDefinition definition, string trigger, ConditionScope scope)
    {
        foreach (var clock in definition.Clocks)
        {
            if (clock.Definition.Extension is { } rule && rule.On == trigger && Why(clock, rule, 1, scope) is { } says)
                yield return new UnmetRule(says, rule.Basis);
        }
    }

    /// <summary>Why an extension of so many units cannot be granted on the scope's day; null when it can.</summary>
    private static string? Why(PreparedClock clock, ClockExtension rule, int units, ConditionScope scope)
    {
        var title = clock.Definition.Title.Zh;
        var facts = ClockFacts.Read(clock, scope.State!);
        if (!facts.Runs)
            return $"“{title}”没有在计算，不能延长";
        if (facts.Extensions >= rule.Times)
            return $"“{title}”最多延长 {rule.Times} 次，已经延长过";
        if (units < 1 || facts.Extension + units > Units(rule.AtMost))
            return $"“{title}”延长的期限为 1 至 {Units(rule.AtMost) - facts.Extension}（合计最长{rule.AtMost.ToChinese()}）";
        return Deadlines.Compute(facts, scope.Calendar) is { } deadline && Deadlines.RanOut(deadline, scope.Day, scope.Moment)
            ? $"“{title}”已于 {deadline.Due:uuuu-MM-dd} 届满，延长须在届满之日或者之前决定"
            : null;
    }

    private static int Units(Period period) => period switch
    {
        Period.WorkingDays(var n) => n,
        Period.CalendarDays(var n) => n,
        Period.Minutes(var n) => n,
        _ => 0,
    };
}
