namespace Workflows.Definitions;

/// <summary>Decides whether a formula can hold, by trying answers and giving up a choice as soon as the formula is false.</summary>
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
        if (!Search(formula))
            return null;
        return _work < 0 ? "（条件过于复杂，未能证明）"
            : _answers.Count == 0 ? "（任何情形）"
            : string.Join("，", _answers.OrderBy(a => a.Key.Name, StringComparer.Ordinal).Select(a => $"{a.Key.Name}={a.Key.Answers[a.Value]}"));
    }

    private bool Search(Formula formula)
    {
        if (Value(formula, out var undecided) is { } value)
            return value;
        for (var answer = 0; answer < undecided!.Answers.Length; answer++)
        {
            _answers[undecided] = answer;
            if (_work < 0 || Search(formula))
                return true;
        }

        _answers.Remove(undecided);
        return false;
    }

    // True, false, or null with a variable whose answer would help.
    private bool? Value(Formula formula, out Variable? undecided)
    {
        undecided = null;
        _work--;
        switch (formula)
        {
            case Formula.Answer answer:
                if (_answers.TryGetValue(answer.Of, out var given))
                    return answer.Allowed[given];
                undecided = answer.Of;
                return null;
            case Formula.Not not:
                return !Value(not.Of, out undecided);
            case Formula.And and:
                return Value(and.Parts, decisive: false, ref undecided);
            case Formula.Or or:
                return Value(or.Parts, decisive: true, ref undecided);
            default:
                throw new InvalidOperationException($"No value for {formula.GetType().Name}.");
        }
    }

    private bool? Value(Formula[] parts, bool decisive, ref Variable? undecided)
    {
        foreach (var part in parts)
        {
            var value = Value(part, out var open);
            if (value == decisive)
            {
                undecided = null;
                return decisive;
            }

            undecided ??= open;
        }

        return undecided is null ? !decisive : null;
    }
}
