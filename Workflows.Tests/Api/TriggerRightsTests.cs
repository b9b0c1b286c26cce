using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>A trigger is open to the roles that its definition names, and refused to every other role with the rule that says so.</summary>
public sealed class TriggerRightsTests
{
    private const string Bureau = TestAgencies.Bureau;

    [Test]
    public async Task Trigger_is_refused_to_every_role_that_the_definition_does_not_name()
    {
        await using var service = await TestService.Start();
        var handler = await service.Join(Bureau, "handler");
        var definition = TestProcedures.All.Single(one => one.Procedure == TestProcedures.Application);
        string[] roles = [.. definition.Roles.Select(role => role.Name), "auditor", "no-such-role"];
        var (allowed, refused) = (0, 0);
        foreach (var state in new[] { "received", "review" })
        {
            var opened = await handler.Open(TestProcedures.Application, Bureau, new { subject = "预算" });
            if (state == "review")
                await opened.Send("register");
            foreach (var role in roles)
            {
                var client = await service.Join(Bureau, role);
                var seen = await client.Read(opened.Id);
                foreach (var trigger in Triggers(definition, state))
                {
                    var named = ((TriggerCause.Person)trigger.Cause).Roles.Contains(role);
                    var refusal = seen.View.GetProperty("refused").EnumerateArray().SingleOrDefault(one => one.GetProperty("name").GetString() == trigger.Name);
                    if (named)
                    {
                        allowed++;
                        (refusal.ValueKind == JsonValueKind.Undefined ? "" : refusal.GetRawText()).Should().NotContain("须由", $"{role} may {trigger.Name}");
                        continue;
                    }

                    refused++;
                    var fired = await seen.Try(trigger.Name);
                    fired.Should().BeProblem(409, "not-allowed");
                    fired.Body.GetProperty("unmetRules").EnumerateArray().Should().Contain(
                        rule => rule.GetProperty("says").GetString()!.StartsWith("须由", StringComparison.Ordinal), $"{role} may not {trigger.Name}");
                    seen.Allowed.Should().NotContain(trigger.Name);
                }
            }
        }

        allowed.Should().BeGreaterThan(5);
        refused.Should().BeGreaterThan(20);
    }

    private static IEnumerable<TriggerDefinition> Triggers(ProcedureDefinition definition, string state) =>
        definition.States.Single(one => one.Name == state).On.Concat(definition.Anywhere).Where(trigger => trigger.Cause is TriggerCause.Person);
}
