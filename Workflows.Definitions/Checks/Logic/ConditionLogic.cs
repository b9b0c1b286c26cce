using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>
/// Turns conditions into formulas over finite variables. Two conditions that are to be compared must be given together,
/// because the answers told apart are those that any of them mentions.
/// </summary>
/// <remarks>
/// What is left out makes more possible, never less: the order of three dates among each other, what numbers a sum allows, and
/// how the child that fires a trigger is one of the case's children.
/// </remarks>
internal sealed class ConditionLogic
{
    private const string Other = "其他";

    private readonly ProcedureDefinition _definition;
    private readonly ImmutableArray<string> _leaves;
    private readonly ILookup<string, Condition> _atomsByField;
    private readonly ImmutableArray<Condition.Children> _children;
    private readonly ImmutableArray<string> _firingOutcomes;
    private readonly Dictionary<string, Variable> _variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FieldLogic> _fields = new(StringComparer.Ordinal);

    /// <param name="definition">Declares the fields.</param>
    /// <param name="conditions">Every condition that will be asked about.</param>
    /// <param name="leaves">Plain states in which the case may be.</param>
    public ConditionLogic(ProcedureDefinition definition, IEnumerable<Condition> conditions, ImmutableArray<string> leaves)
    {
        _definition = definition;
        _leaves = leaves;
        var atoms = conditions.SelectMany(c => c.Atoms()).ToImmutableArray();
        _atomsByField = atoms.SelectMany(a => a.Fields().Select(f => (Field: f, Atom: a))).ToLookup(p => p.Field, p => p.Atom, StringComparer.Ordinal);
        _children = [.. atoms.OfType<Condition.Children>()];
        _firingOutcomes = [.. atoms.OfType<Condition.ChildOutcome>().SelectMany(o => o.Outcomes).Distinct(StringComparer.Ordinal)];
    }

    public Formula Of(Condition condition) => condition switch
    {
        Condition.All all => Formula.AllOf(all.Of.Select(Of)),
        Condition.Any any => Formula.AnyOf(any.Of.Select(Of)),
        Condition.Not not => Of(not.Of).Negated(),
        Condition.Present present => Field(present.Field).Present,
        Condition.Absent absent => Field(absent.Field).Present.Negated(),
        Condition.In isIn => Field(isIn.Field).In(isIn.Values),
        Condition.Range range => Field(range.Field).Range(range),
        Condition.Includes includes => Formula.AllOf(
            [Field(includes.Field).Present, Flag($"{includes.Field} 含 {includes.Value}").IsYes()]),
        Condition.DateOrder order => DateOrder(order),
        Condition.SumOf sum => SumOf(sum),
        Condition.Flag flag => Flag($"标志 {flag.Name}").IsYes(),
        Condition.Clock clock => Named($"期限 {clock.Name}", () => [.. ConditionReader.Phases.Keys])
            .Where(i => ConditionReader.Phases.ElementAt(i).Value == clock.Is),
        Condition.InState inState => _leaves.IsEmpty ? Formula.False
            : Named("状态", () => [.. _leaves]).Where(i => StateName.Within(_leaves[i], inState.Name)),
        Condition.ChildOutcome outcome => Named("结果", () => [.. _firingOutcomes, Other])
            .Where(i => i < _firingOutcomes.Length && outcome.Outcomes.Contains(_firingOutcomes[i])),
        Condition.Children children => Children(children),
        _ => throw new InvalidOperationException($"No logic for {condition.GetType().Name}."),
    };

    /// <summary>That a requirement is met: what it asks for holds wherever it asks.</summary>
    public Formula Of(Requirement requirement) =>
        requirement.When is null ? Of(requirement.That) : Formula.AnyOf([Of(requirement.When).Negated(), Of(requirement.That)]);

    public Formula Present(string field) => Field(field).Present;

    private Variable Named(string name, Func<string[]> answers)
    {
        if (!_variables.TryGetValue(name, out var variable))
            _variables[name] = variable = new Variable(name, answers());
        return variable;
    }

    private Variable Flag(string name) => Named(name, () => ["否", "是"]);

    private FieldLogic Field(string name)
    {
        if (!_fields.TryGetValue(name, out var logic))
            _fields[name] = logic = new FieldLogic(_definition.Fields.First(f => f.Name == name), _atomsByField[name]);
        return logic;
    }

    private Formula DateOrder(Condition.DateOrder order)
    {
        var present = new[] { Field(order.Field).Present, Field(order.Other).Present };
        if (order.Field == order.Other)
            return order.OrEqual ? present[0] : Formula.False;
        var swapped = string.CompareOrdinal(order.Field, order.Other) > 0;
        var (first, second) = swapped ? (order.Other, order.Field) : (order.Field, order.Other);
        var relation = Named($"{first} 与 {second}", () => ["早于", "同日", "晚于"]);
        return Formula.AllOf([.. present, relation.Where(i => i == (swapped ? 2 : 0) || (order.OrEqual && i == 1))]);
    }

    // Whether the sum is right is asked once for the same fields, whatever their order; nothing follows from it but that all have values.
    private Formula SumOf(Condition.SumOf sum) => Formula.AllOf(
    [
        .. sum.Parts.Append(sum.Field).Distinct(StringComparer.Ordinal).Select(Present),
        Flag($"{sum.Field} 等于 {string.Join("、", sum.Parts.Order(StringComparer.Ordinal))} 之和").IsYes(),
    ]);

    // One yes-or-no per procedure and outcome: is there such a child? "Other" stands for all that are not mentioned.
    private Formula Children(Condition.Children condition)
    {
        var procedures = _children.Select(c => c.Procedure).OfType<string>().Distinct(StringComparer.Ordinal).Append(Other);
        var outcomes = _children.SelectMany(c => c.Outcomes).Distinct(StringComparer.Ordinal).Append(Other);
        var counted = condition.Quantifier == Quantifier.All ? outcomes.Except(condition.Outcomes) : condition.Outcomes;
        var some = Formula.AnyOf(
            from procedure in condition.Procedure is { } one ? [one] : procedures
            from outcome in counted
            select Flag($"子程序 {procedure} 有 {outcome}").IsYes());
        return condition.Quantifier == Quantifier.Any ? some : some.Negated();
    }
}
