using FluentAssertions;
using Workflows.Engine;

namespace Workflows.Tests.Scenarios;

/// <summary>What a refusal must name.</summary>
internal static class RefusalAssertions
{
    /// <summary>The procedure refuses, and one of the rules in the way is this one under this article.</summary>
    public static void Cites(this Refusal refusal, string rule, string article)
    {
        refusal.Code.Should().Be(RefusalCode.NotAllowed, refusal.Detail);
        refusal.Unmet.Should().Contain(unmet => unmet.Basis.Rules.Contains(rule) && unmet.Basis.Article == article, refusal.Detail);
    }

    /// <summary>The procedure refuses for this rule alone.</summary>
    public static void CitesOnly(this Refusal refusal, string rule, string? article)
    {
        refusal.Code.Should().Be(RefusalCode.NotAllowed, refusal.Detail);
        refusal.Unmet.Should().ContainSingle(refusal.Detail);
        refusal.Unmet[0].Basis.Rules.Should().Contain(rule);
        refusal.Unmet[0].Basis.Article.Should().Be(article);
    }

    /// <summary>One field is missing or wrong, and this rule asks for it.</summary>
    public static void Misses(this Refusal refusal, string field, string rule)
    {
        refusal.Code.Should().Be(RefusalCode.Invalid, refusal.Detail);
        refusal.Fields.Select(problem => problem.Field).Should().Equal(field);
        refusal.Fields[0].Basis!.Rules.Should().Contain(rule);
    }
}
