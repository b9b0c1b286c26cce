using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>The fields that conditions speak of.</summary>
internal static class ConditionFields
{
    public static IEnumerable<string> Of(Requirement requirement) =>
        requirement.When is null ? Of(requirement.That) : Of(requirement.When).Concat(Of(requirement.That));

    public static IEnumerable<string> Of(Condition condition) => condition switch
    {
        Condition.All all => all.Of.SelectMany(Of),
        Condition.Any any => any.Of.SelectMany(Of),
        Condition.Not not => Of(not.Of),
        Condition.Present present => [present.Field],
        Condition.Absent absent => [absent.Field],
        Condition.In isIn => [isIn.Field],
        Condition.Includes includes => [includes.Field],
        Condition.Range range => [range.Field],
        Condition.DateOrder order => [order.Field, order.Other],
        Condition.SumOf sum => [sum.Field, .. sum.Parts],
        _ => [],
    };
}
