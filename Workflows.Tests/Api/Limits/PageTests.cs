using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Limits;

/// <summary>Pages still work under what their replies allow: each loads and runs what it needs and nothing else.</summary>
public sealed partial class PageTests
{
    private TestService service = null!;

    [OneTimeSetUp]
    public async Task Start() => service = await TestService.Start();

    [OneTimeTearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task Page_of_the_contract_needs_no_script_in_the_text()
    {
        var page = await service.With(null).Get("/swagger/index.html");
        page.Should().HaveStatus(200);
        page.Header("Content-Security-Policy").Should().Contain("script-src 'self';").And.NotContain("script-src 'self' 'unsafe");
        Scripts().Matches(page.Text).Select(script => script.Groups["text"].Value.Trim()).Should().NotBeEmpty().And.OnlyContain(text => text == "");
        Handlers().IsMatch(page.Text).Should().BeFalse();
        foreach (Match source in Sources().Matches(page.Text))
            (await service.With(null).Get($"/swagger/{source.Groups["path"].Value.TrimStart('.', '/')}")).Should().HaveStatus(200);
    }

    [Test]
    public async Task Letter_keeps_its_style()
    {
        var handler = await service.Join(TestAgencies.Bureau, "handler");
        var opened = await handler.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
        await opened.Send("register");
        await opened.Send("consult", new { parties = new[] { new { name = "慕容秋月" } } });
        var page = await handler.Get("/api/v1/reports/annual?agency=test.bureau&year=2026&format=html");
        page.Should().HaveStatus(200);
        var style = Styles().Match(page.Text).Groups["text"].Value;
        page.Header("Content-Security-Policy").Should()
            .Contain($"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'")
            .And.Contain("sandbox").And.NotContain("script-src");
    }

    [GeneratedRegex("<script[^>]*>(?<text>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Scripts();

    [GeneratedRegex("<script[^>]*src=\"(?<path>[^\"]+)\"")]
    private static partial Regex Sources();

    [GeneratedRegex("\\son[a-z]+=\"")]
    private static partial Regex Handlers();

    [GeneratedRegex("<style>(?<text>.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Styles();
}
