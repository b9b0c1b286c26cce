using System.Collections.Immutable;
using Workflows.Engine;

namespace Workflows.Api.Problems;

/// <summary>A rule that stands in the way.</summary>
/// <param name="Says">What is missing and how to mend it.</param>
/// <param name="Act">Full name of the act; null for a choice of design.</param>
/// <param name="Article">Article as the act numbers it; null for a choice of design.</param>
/// <param name="Design">The reason for a choice of design; null where an article carries the rule.</param>
/// <param name="Rules">Ids of the rules.</param>
internal sealed record UnmetRuleView(string Says, string? Act, string? Article, string? Design, ImmutableArray<string> Rules)
{
    /// <summary>The rule as the engine tells it.</summary>
    public static UnmetRuleView Of(UnmetRule rule) =>
        new(rule.Says, rule.Basis.Act, rule.Basis.Article, rule.Basis.Design, rule.Basis.Rules);
}

/// <summary>A field that is wrong. Its value is never repeated.</summary>
/// <param name="Field">Name of the field, parameter or header.</param>
/// <param name="Says">What is wrong and how to mend it.</param>
/// <param name="Act">Full name of the act that asks for it, or null.</param>
/// <param name="Article">Article that asks for it, or null.</param>
/// <param name="Design">The reason for a choice of design, or null.</param>
/// <param name="Rules">Ids of the rules.</param>
internal sealed record FieldProblemView(
    string Field, string Says, string? Act, string? Article, string? Design, ImmutableArray<string> Rules)
{
    /// <summary>A field that is wrong in itself, whatever any article says.</summary>
    public static FieldProblemView Of(string field, string says) => new(field, says, null, null, null, []);

    /// <summary>The field as the engine tells it.</summary>
    public static FieldProblemView Of(FieldProblem problem) => new(
        problem.Field, problem.Says, problem.Basis?.Act, problem.Basis?.Article, problem.Basis?.Design, problem.Basis?.Rules ?? []);
}
