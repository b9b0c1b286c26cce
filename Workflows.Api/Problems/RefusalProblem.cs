using Workflows.Engine;

namespace Workflows.Api.Problems;

/// <summary>The engine's refusals as problems: each kind has one status.</summary>
internal static class RefusalProblem
{
    /// <summary>The problem that tells a refusal.</summary>
    public static Problem Of(Refusal refusal) => Kind(refusal) with
    {
        UnmetRules = [.. refusal.Unmet.Select(UnmetRuleView.Of)],
        Fields = [.. refusal.Fields.Select(FieldProblemView.Of)],
    };

    private static Problem Kind(Refusal refusal) => refusal.Code switch
    {
        RefusalCode.NotAllowed => Problem.Conflict(refusal.Detail),
        RefusalCode.Invalid => Problem.Of(422, "invalid", "内容有误", refusal.Detail),
        RefusalCode.Stale => Problem.Stale(refusal.Detail),
        RefusalCode.NotFound => Problem.NotFound(refusal.Detail),
        RefusalCode.KeyReused => Problem.KeyReused(refusal.Detail),
        RefusalCode.Unavailable => Problem.Unavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };
}
