using FluentAssertions;
using NUnit.Framework;
using Workflows.Engine;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>A personal value that a client sends where a name belongs is not repeated.</summary>
public sealed class SentNameTests
{
    private const string Number = "220200199001011234";

    [TestCase("applicant.name", true)]
    [TestCase("reply-form_2", true)]
    [TestCase("x12345", true)]
    [TestCase("x123456", false)]
    [TestCase(Number, false)]
    [TestCase("张三", false)]
    [TestCase("zhang san", false)]
    [TestCase("", false)]
    public void Name_looks_like_one(string name, bool looks) => SentName.LooksLikeOne(name).Should().Be(looks);

    [Test]
    public async Task Refusals_do_not_repeat_names_that_could_be_values()
    {
        await using var service = await TestService.Start();
        var handler = await service.Join(TestAgencies.Bureau, "handler");
        var opened = await (await handler.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" })).Send("register");
        foreach (var name in new[] { Number, "张三丰", new string('a', 65) })
        {
            Reply[] refused =
            [
                await handler.Post("/api/v1/cases", new Dictionary<string, object> { [name] = 1 }),
                await handler.Post("/api/v1/cases", new { procedure = TestProcedures.Application, agency = TestAgencies.Bureau, input = new Dictionary<string, object> { [name] = 1 } }),
                await handler.Post("/api/v1/cases", new { procedure = name, agency = TestAgencies.Bureau }),
                await opened.Try("consult", new { parties = new[] { new Dictionary<string, object> { ["name"] = "某", [name] = 1 } } }),
                await handler.Post($"/api/v1/cases/{opened.Id}/triggers/{Uri.EscapeDataString(name)}", new { }, ("If-Match", "*")),
                await service.Owner.Post("/api/v1/access-keys", new { name = "x", roles = new Dictionary<string, object> { [name] = 1 } }),
            ];
            foreach (var reply in refused)
            {
                reply.Status.Should().BeInRange(400, 422);
                reply.Text.Should().NotContain(name);
            }
        }

        var known = await handler.Post("/api/v1/cases", new { procedure = TestProcedures.Application, agency = TestAgencies.Bureau, input = new { subjet = "预算" } });
        known.Text.Should().Contain("subjet");
    }
}
