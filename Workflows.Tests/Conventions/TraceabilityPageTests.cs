using System.Reflection;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Conventions;

/// <summary>Every rule that is due has an element that carries it and a test that drives it.</summary>
public class TraceabilityPageTests
{
    private static readonly string[] Families = ["CNT-", "HD-APP-", "BC-APP-", "HD-SEC-", "N19-APP-", "HD-PRO-", "HD-DEL-", "HD-DOC-", "HD-COO-", "HD-INT-", "HD-ACC-", "BC-PRO-", "BC-PRE-", "BC-MTG-", "BC-NRM-", "BC-LST-", "BC-OPN-", "BC-NDF-", "HD-OPN-", "HD-CLR-", "HD-INV-", "HD-NDF-", "HD-SPK-", "HD-ASM-", "HD-SOC-"];

    private static IEnumerable<string> Due =>
        RuleIds.All.Keys.Where(rule => Families.Any(family => rule.StartsWith(family, StringComparison.Ordinal)));

    [Test]
    public void Every_rule_that_is_due_is_carried_by_an_element() =>
        Due.Intersect(TraceabilityPage.WithoutElement(Definitions())).Should().BeEmpty();

    [Test]
    public void Every_rule_that_is_due_is_driven_by_a_test() =>
        Due.Except(Tests().Select(test => test.Rule)).Should().BeEmpty();

    [Test]
    public void No_test_names_a_rule_that_does_not_exist() =>
        Tests().Select(test => test.Rule).Except(RuleIds.All.Keys).Should().BeEmpty();

    [Test]
    public void The_page_is_generated() =>
        Generated.Check("docs/traceability.md", TraceabilityPage.Render(Definitions(), Tests()));

    private static IEnumerable<ProcedureDefinition> Definitions() =>
        ProcedureCatalogue.Embedded.Latest.Select(version => version.Definition);

    private static IEnumerable<(string Rule, string Test)> Tests() =>
        from type in typeof(RuleAttribute).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where method.GetCustomAttributes().Any(attribute => attribute is NUnit.Framework.Interfaces.ITestBuilder or NUnit.Framework.Interfaces.ISimpleTestBuilder)
        from rule in method.GetCustomAttributes<RuleAttribute>().Concat(type.GetCustomAttributes<RuleAttribute>())
        select (rule.Id, $"{type.Name}.{method.Name}");
}
