using System.Collections.Immutable;
using System.Reflection;
using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios;

/// <summary>A test of a rule is worth something when it fails without the element that carries the rule.</summary>
public class Mutations
{
    /// <summary>Nothing can come of these, for the reason that stands beside them in the file.</summary>
    private static readonly string[] AskedForElsewhere =
    [
        "huadian.secrecy-review: awaiting-approval approve-escalation does not require: 没有写明报请哪一机关确定",
        "huadian.reconsideration-determination: open does not ask for applicantReasons",
        "huadian.reconsideration-determination: open does not ask for respondentReasons",
        // The investigation that the complaint opens asks for its day as well, and names the same field.
        "huadian.disclosure-application: everywhere record-complaint does not ask for complaint.madeOn",
        // What a case asks of others, their cases ask for as well.
        "huadian.clarification: found ask-competent-department does not ask for confirmation.doubt",
        "huadian.public-opinion: everywhere refer-to-accountability does not ask for referral.agency",
        "huadian.public-opinion: everywhere refer-to-accountability does not ask for referral.matter",
        "huadian.clarification: everywhere refer-to-accountability does not ask for referral.agency",
        "huadian.clarification: everywhere refer-to-accountability does not ask for referral.matter",
        "huadian.filing-confirmation: everywhere refer-to-accountability does not ask for referral.agency",
        "huadian.filing-confirmation: everywhere refer-to-accountability does not ask for referral.matter",
        "huadian.release-coordination: own-coordination apply-for-coordination does not ask for application.matter",
        "huadian.release-coordination: own-coordination apply-for-coordination does not ask for application.ownCoordination",
        "huadian.release-coordination: own-coordination apply-for-coordination does not ask for application.dispute",
        "huadian.release-coordination: own-coordination apply-for-coordination does not ask for application.other",
        "huadian.proactive-disclosure: review coordinate-release does not ask for information.origin",
        "huadian.release-objection: open does not ask for released.title",
        "huadian.release-objection: open does not ask for objection",
        "baicheng.public-opinion: handled consult-agencies does not ask for response.draft",
        "baicheng.list-adjustment: preparing apply does not ask for application.content",
        "baicheng.list-adjustment: preparing apply does not ask for application.legalGrounds",
        "baicheng.list-adjustment: overdue apply does not ask for application.content",
        "baicheng.list-adjustment: overdue apply does not ask for application.legalGrounds",
        "baicheng.pre-disclosure: window-open record-opinion does not ask for opinion.content",
    ];

    private static readonly ILookup<string, (Type Fixture, MethodInfo Method)> Tests = (
        from type in typeof(Mutations).Assembly.GetTypes()
        where type != typeof(Properties) && type.Namespace?.StartsWith(typeof(Mutations).Namespace!, StringComparison.Ordinal) == true
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public)
        where method.IsDefined(typeof(TestAttribute)) || method.IsDefined(typeof(TestCaseAttribute)) || method.IsDefined(typeof(TestCaseSourceAttribute))
        from rule in method.GetCustomAttributes<RuleAttribute>().Concat(type.GetCustomAttributes<RuleAttribute>())
        select (rule.Id, Test: (type, method))).ToLookup(test => test.Id, test => test.Test);

    private static readonly string[] Procedures = [.. Catalogue.Delivered.Procedures];

    [TestCaseSource(nameof(Procedures))]
    public void Every_element_that_carries_a_rule_is_missed_by_a_test_of_the_rule(string procedure)
    {
        var unnoticed =
            from mutation in Mutation.Of(Catalogue.Definition(procedure))
            where !AskedForElsewhere.Contains(mutation.ToString())
            from rules in mutation.Detail ? [mutation.Rules] : mutation.Rules.Select(rule => ImmutableArray.Create(rule))
            where !rules.IsEmpty && !rules.Any(rule => Noticed(rule, mutation))
            select $"{mutation}, by {string.Join(" or ", rules.Distinct())}";
        unnoticed.Should().BeEmpty();
    }

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
