using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Api.Limits;

/// <summary>Whose word is taken for where a request comes from.</summary>
public sealed class ReverseProxyTests
{
    private static readonly string[] Few = ["--RateLimit:Anonymous:Requests", "2", "--RateLimit:Anonymous:Seconds", "3600"];

    [Test]
    public async Task Known_proxy_tells_address_and_scheme()
    {
        await using var service = await TestService.Start(settings: [.. Few, "--ReverseProxy:Known", "127.0.0.1, ::1"]);
        foreach (var address in new[] { "192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8:0:1::1" })
        {
            for (var turn = 0; turn < 2; turn++)
            {
                var reply = await Live(service, address);
                reply.Should().HaveStatus(200);
                reply.Header("Strict-Transport-Security").Should().Be("max-age=31536000", "the client uses TLS as far as the proxy");
            }

            (await Live(service, address)).Should().BeProblem(429, "too-many-requests");
        }

        (await Live(service, "2001:db8::2")).Should().BeProblem(429, "too-many-requests");
    }

    [TestCase("10.0.0.0/8")]
    [TestCase(null)]
    public async Task Nobody_else_does(string? known)
    {
        await using var service = await TestService.Start(settings: known is null ? Few : [.. Few, "--ReverseProxy:Known", known]);
        for (var turn = 0; turn < 2; turn++)
            (await Live(service, $"192.0.2.{turn}")).Header("Strict-Transport-Security").Should().BeNull();
        (await Live(service, "192.0.2.9")).Should().BeProblem(429, "too-many-requests");
    }

    private static Task<Reply> Live(TestService service, string address) =>
        service.With(null).Get("/health/live", ("X-Forwarded-For", address), ("X-Forwarded-Proto", "https"));
}
