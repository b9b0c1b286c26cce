namespace Workflows.Definitions;

/// <summary>Takes conditions apart.</summary>
internal static class ConditionParts
{
    /// <summary>The conditions inside that are not logic.</summary>
    public static IEnumerable<Condition> Atoms(this Condition condition) => condition switch
    {
        Condition.All all => all.Of.SelectMany(Atoms),
        Condition.Any any => any.Of.SelectMany(Atoms),
        Condition.Not not => not.Of.Atoms(),
        _ => [condition],
    };

    /// <summary>The fields that a condition which is not logic asks about.</summary>
    public static IEnumerable<string> Fields(this Condition atom) => atom switch
    {
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
