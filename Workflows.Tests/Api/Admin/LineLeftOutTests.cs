using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Admin;

/// <summary>A definition with a line left out is refused with what is wrong, or can be worked with.</summary>
public sealed class LineLeftOutTests
{
    private static readonly string[] Lines = TestProcedures.Text(TestProcedures.Consultation).Split('\n');

    [Test]
    public async Task Text_with_any_line_left_out_is_refused_or_serves()
    {
        await using var service = await TestService.Start();
        var handler = await service.Join(TestAgencies.Bureau, "handler");
        var served = 0;
        for (var left = 0; left < Lines.Length; left++)
        {
            var text = string.Join('\n', Lines.Where((_, index) => index != left));
            var saved = await service.Owner.Raw(
                HttpMethod.Put, $"/api/v1/procedures/{TestProcedures.Consultation}/draft", System.Text.Encoding.UTF8.GetBytes(text), "text/yaml", left == 0 ? null : "*");
            if (saved.Status == 412)
                saved = await service.Owner.SaveDraft(TestProcedures.Consultation, text);
            saved.Status.Should().BeOneOf(200, 201);
            var published = await service.Owner.PublishDraft(TestProcedures.Consultation, "*");
            published.Status.Should().Be(saved.Body.GetProperty("publishable").GetBoolean() ? 201 : 422, "without line {0}: {1}", left + 1, Lines[left]);
            if (published.Status != 201)
                continue;
            served++;
            var opened = await handler.Post("/api/v1/cases", new { procedure = TestProcedures.Consultation, agency = TestAgencies.Bureau, input = new { name = "甲" } });
            opened.Should().HaveStatus(201);
        }

        served.Should().BeGreaterThan(0).And.BeLessThan(Lines.Length / 2);
    }
}
