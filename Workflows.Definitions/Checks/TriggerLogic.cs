using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Questions about the conditions of one trigger, under what holds whenever it takes effect.</summary>
internal sealed class TriggerLogic
{
    private readonly Findings _findings;
    private readonly PlacedTrigger _trigger;
    private readonly Satisfiability _satisfiability;
    private readonly ConditionLogic _logic;
    private readonly ImmutableArray<Formula> _asked;
    private readonly ImmutableArray<Formula> _context;
    private readonly ImmutableArray<Formula> _branches;

    public TriggerLogic(Findings findings, PlacedTrigger trigger, ImmutableArray<string> leaves, Satisfiability satisfiability)
    {
        (_findings, _trigger, _satisfiability) = (findings, trigger, satisfiability);
        _logic = new(findings.Definition, trigger.Conditions, leaves);
        _branches = [.. trigger.Trigger.Branches.Select(b => b.When is null ? Formula.True : _logic.Of(b.When))];
        _asked =
        [
            .. trigger.Trigger.Input.Where(i => i.Required).Select(i => _logic.Present(i.Field)),
            .. trigger.Trigger.Input.Where(i => i.RequiredWhen is not null)
                .Select(i => Formula.AnyOf([_logic.Of(i.RequiredWhen!).Negated(), _logic.Present(i.Field)])),
        ];
        _context = [.. _asked, .. trigger.Trigger.Requires.Select(_logic.Of)];
    }

    public void Check()
    {
        if (_satisfiability.Witness(Formula.AllOf(_context)) is null)
        {
            NeverHolds(_trigger.Path, $"触发器 `{_trigger.Trigger.Name}` 的要求不可能同时满足");
            return;
        }

        foreach (var input in _trigger.Trigger.Input)
        {
            if (input.RequiredWhen is { } when && !CanHold(_logic.Of(when)))
                NeverHolds(ElementPath.Input(_trigger.Path, input.Field), $"输入 `{input.Field}` 的 `requiredWhen` 永不成立");
        }

        for (var i = 0; i < _trigger.Trigger.Requires.Length; i++)
            Requirement(i);
        for (var i = 0; i < _branches.Length; i++)
            Branch(i);
        if (InContext(Formula.AnyOf(_branches).Negated()) is { } gap)
        {
            _findings.Warning(DiagnosticCodes.BranchesLeaveGap, _trigger.Path,
                $"触发器 `{_trigger.Trigger.Name}` 可能没有分支成立，届时会被拒绝：{gap}", "补上分支，或用 `requires` 写明何时拒绝及理由");
        }
    }

    // Requirements are told side by side, so that none may count on another; what the input asks for comes before them all.
    private void Requirement(int index)
    {
        if (_trigger.Trigger.Requires[index].When is { } when && Within(_asked, _logic.Of(when)) is null)
            NeverHolds(ElementPath.Requirement(_trigger.Path, index), $"触发器 `{_trigger.Trigger.Name}` 的第 {index + 1} 项要求的 `when` 永不成立");
    }

    private void Branch(int index)
    {
        var path = ElementPath.Branch(_trigger.Path, index);
        if (!CanHold(_branches[index]))
        {
            NeverHolds(path, $"触发器 `{_trigger.Trigger.Name}` 的第 {index + 1} 个分支永不成立");
            return;
        }

        for (var earlier = 0; earlier < index; earlier++)
        {
            if (Together(_branches[earlier], _branches[index]) is { } witness)
            {
                _findings.Error(DiagnosticCodes.BranchesOverlap, path,
                    $"触发器 `{_trigger.Trigger.Name}` 的第 {earlier + 1} 和第 {index + 1} 个分支可能同时成立：{witness}", "收紧其中一个 `when`");
            }
        }

        var branch = _trigger.Trigger.Branches[index];
        var inside = branch.Issues.Select(i => (i.When, What: $"签发 `{i.Document}`"))
            .Concat(branch.Opens.Select(o => (o.When, What: $"启动 `{o.Procedure}`")))
            .Concat(branch.Records.Select(r => (r.When, What: $"记录 `{r.Kind}`")));
        foreach (var (when, what) in inside)
        {
            if (when is not null && Together(_branches[index], _logic.Of(when)) is null)
                NeverHolds(path, $"{what}的条件永不成立");
        }
    }

    private bool CanHold(Formula formula) => InContext(formula) is not null;

    // First without the context, which is longer and rarely needed.
    private string? Together(Formula one, Formula other) =>
        _satisfiability.Witness(Formula.AllOf([one, other])) is null ? null : InContext(Formula.AllOf([one, other]));

    // The context as a whole can hold, so what shares no variable with the question, however indirectly, does not matter to it.
    private string? InContext(Formula question) => Within(_context, question);

    private string? Within(ImmutableArray<Formula> context, Formula question)
    {
        var asked = question.Variables().ToHashSet(ReferenceEqualityComparer.Instance);
        var relevant = new List<Formula> { question };
        var rest = context.ToList();
        while (rest.FindIndex(part => part.Variables().Any(asked.Contains)) is >= 0 and var next)
        {
            asked.UnionWith(rest[next].Variables());
            relevant.Add(rest[next]);
            rest.RemoveAt(next);
        }

        return _satisfiability.Witness(Formula.AllOf(relevant));
    }

    private void NeverHolds(string path, string message) =>
        _findings.Error(DiagnosticCodes.NeverHolds, path, message, "改正条件，或删去");
}
