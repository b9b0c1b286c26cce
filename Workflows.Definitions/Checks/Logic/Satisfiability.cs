namespace Workflows.Definitions;

/// <summary>Decides whether a formula can hold: it gives one variable an answer, sees what is left of the formula, and goes on with that.</summary>
/// <remarks>
/// Sound: what it calls impossible is impossible. When the work allowed is used up it says that the formula can hold,
/// so that a check complains rather than believes.
/// </remarks>
internal sealed class Satisfiability(long work = 30_000_000)
{
    private readonly Dictionary<Variable, int> _answers = new(ReferenceEqualityComparer.Instance);
    private long _work = work;

    /// <summary>Answers under which the formula holds, in words; null when there are none.</summary>
    public string? Witness(Formula formula)
    {
        _answers.Clear();
        if (!Search(Flat(formula)))
            return null;
        return _work < 0 ? "（条件过于复杂，未能证明）"
            : _answers.Count == 0 ? "（任何情形）"
            : string.Join("，", _answers.OrderBy(a => a.Key.Name, StringComparer.Ordinal).Select(a => $"{a.Key.Name}={a.Key.Answers[a.Value]}"));
    }

    private bool Search(Formula formula)
    {
        if (formula is Formula.And { Parts: [] } || _work < 0)
            return true;
        if (formula is Formula.Or { Parts: [] })
            return false;
        var variable = Next(formula);
        for (var answer = 0; answer < variable.Answers.Length; answer++)
        {
            _answers[variable] = answer;
            if (Search(Given(formula, variable, answer)))
                return true;
        }

        _answers.Remove(variable);
        return false;
    }

    // A variable that stands alone in "all of" leaves the fewest answers to try.
    private static Variable Next(Formula formula) =>
        (formula as Formula.And)?.Parts.OfType<Formula.Answer>().FirstOrDefault()?.Of ?? formula.Variables().First();

    private Formula Flat(Formula formula) => Given(formula, null, 0);

    // What is left of the formula once the variable has the answer; with no variable, the formula without needless nesting.
    private Formula Given(Formula formula, Variable? variable, int answer)
    {
        _work--;
        return formula switch
        {
            Formula.Answer a => !ReferenceEquals(a.Of, variable) ? a : a.Allowed[answer] ? Formula.True : Formula.False,
            Formula.And and => Joined(and.Parts, variable, answer, all: true),
            Formula.Or or => Joined(or.Parts, variable, answer, all: false),
            _ => throw new InvalidOperationException($"Nothing is left of {formula.GetType().Name}."),
        };
    }

    private Formula Joined(Formula[] parts, Variable? variable, int answer, bool all)
    {
        var left = new List<Formula>(parts.Length);
        foreach (var part in parts)
        {
            switch (Given(part, variable, answer), all)
            {
                case (Formula.Or { Parts: [] }, true):
                    return Formula.False;
                case (Formula.And { Parts: [] }, false):
                    return Formula.True;
                case (Formula.And inner, true):
                    left.AddRange(inner.Parts);
                    break;
                case (Formula.Or inner, false):
                    left.AddRange(inner.Parts);
                    break;
                case (var other, _):
                    left.Add(other);
                    break;
            }
        }

        return left.Count == 1 ? left[0] : all ? new Formula.And([.. left]) : new Formula.Or([.. left]);
    }
}
