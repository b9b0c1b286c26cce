using System.Reflection;
using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios;

/// <summary>A test of a rule is worth something when it fails without the element that carries the rule.</summary>
public class Mutations
{
    private static readonly ILookup<string, (Type Fixture, MethodInfo Method)> Tests = (
        from type in typeof(Mutations).Assembly.GetTypes()
        where type.Namespace?.StartsWith(typeof(Mutations).Namespace!, StringComparison.Ordinal) == true
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public)
        where method.IsDefined(typeof(TestAttribute)) || method.IsDefined(typeof(TestCaseAttribute)) || method.IsDefined(typeof(TestCaseSourceAttribute))
        from rule in method.GetCustomAttributes<RuleAttribute>().Concat(type.GetCustomAttributes<RuleAttribute>())
        select (rule.Id, Test: (type, method))).ToLookup(test => test.Id, test => test.Test);

    private static readonly ILookup<string, Mutation> Carried = Catalogue.Delivered.Procedures
        .SelectMany(name => Mutation.Of(Catalogue.Delivered.Newest(name)!.Definition))
        .SelectMany(mutation => mutation.Rules.Select(rule => (rule, mutation)))
        .ToLookup(pair => pair.rule, pair => pair.mutation);

    private static readonly string[] Rules = [.. Carried.Select(carried => carried.Key).Order(StringComparer.Ordinal)];

    [TestCaseSource(nameof(Rules))]
    public void Every_element_that_carries_a_rule_is_missed_by_a_test_of_the_rule(string rule) =>
        Carried[rule].Where(mutation => !Noticed(rule, mutation)).Select(mutation => mutation.ToString()).Should().BeEmpty();

    private static bool Noticed(string rule, Mutation mutation)
    {
        var noticed = false;
        Catalogue.With(mutation.Definition, () => noticed = Tests[rule].Any(test => Runs(test.Method).Any(arguments => Fails(test.Fixture, test.Method, arguments))));
        return noticed;
    }

    private static IEnumerable<object?[]> Runs(MethodInfo method)
    {
        if (method.GetCustomAttribute<TestCaseSourceAttribute>() is { SourceName: { } source })
        {
            var cases = (System.Collections.IEnumerable)method.DeclaringType!.GetField(source, BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
            return cases.Cast<object>().Select(one => one is TestCaseData data ? data.Arguments : [one]);
        }

        return method.IsDefined(typeof(TestCaseAttribute)) ? method.GetCustomAttributes<TestCaseAttribute>().Select(one => one.Arguments) : [[]];
    }

    private static bool Fails(Type fixture, MethodInfo method, object?[] arguments)
    {
        try
        {
            method.Invoke(Activator.CreateInstance(fixture), arguments);
            return false;
        }
        catch (TargetInvocationException)
        {
            return true;
        }
    }
}
