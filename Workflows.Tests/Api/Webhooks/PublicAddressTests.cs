using System.Net;
using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Api.Webhooks;

namespace Workflows.Tests.Api.Webhooks;

/// <summary>Where webhooks may go, and when they go again.</summary>
public sealed class PublicAddressTests
{
    [TestCase("127.0.0.1")]
    [TestCase("127.9.9.9")]
    [TestCase("0.0.0.0")]
    [TestCase("10.1.2.3")]
    [TestCase("100.64.0.1")]
    [TestCase("169.254.169.254")]
    [TestCase("172.31.255.255")]
    [TestCase("192.168.1.1")]
    [TestCase("198.18.0.1")]
    [TestCase("224.0.0.1")]
    [TestCase("255.255.255.255")]
    [TestCase("::")]
    [TestCase("::1")]
    [TestCase("::ffff:127.0.0.1")]
    [TestCase("::ffff:10.0.0.1")]
    [TestCase("64:ff9b::7f00:1")]
    [TestCase("fe80::1")]
    [TestCase("fc00::1")]
    [TestCase("fd00:ec2::254")]
    [TestCase("ff02::1")]
    [TestCase("2002:7f00:1::")]
    [TestCase("2001:db8::1")]
    public void Inside(string address) => PublicAddress.Is(IPAddress.Parse(address)).Should().BeFalse();

    [TestCase("1.1.1.1")]
    [TestCase("172.32.0.1")]
    [TestCase("100.128.0.1")]
    [TestCase("2606:4700:4700::1111")]
    [TestCase("::ffff:1.1.1.1")]
    public void Outside(string address) => PublicAddress.Is(IPAddress.Parse(address)).Should().BeTrue();

    /// <summary>Other spellings of 127.0.0.1 and a name that resolves to it: what counts is the address that would be connected to.</summary>
    [TestCase("127.0.0.1")]
    [TestCase("2130706433")]
    [TestCase("0x7f000001")]
    [TestCase("0177.0.0.1")]
    [TestCase("[::1]")]
    [TestCase("[::ffff:127.0.0.1]")]
    [TestCase("localhost")]
    public async Task Nothing_is_connected_to_inside(string host)
    {
        using var http = new HttpClient(new GuardedConnection(allowPrivate: false).Handler(TimeSpan.FromSeconds(10)));

        var calling = () => http.GetAsync(new Uri($"http://{host}:9/"));

        (await calling.Should().ThrowAsync<HttpRequestException>()).WithInnerException<AddressRefusedException>();
    }

    [Test]
    public void Retries_grow_for_days_and_end()
    {
        var now = Instant.FromUtc(2026, 3, 2, 1, 0);
        var first = now;
        var failures = 1;
        var waits = new List<Duration>();
        while (RetrySchedule.Default.Next(now, failures++, null, 0) is { } next)
        {
            waits.Add(next - now);
            now = next;
        }

        waits.Should().BeInAscendingOrder();
        (now - first).Should().BeGreaterThan(Duration.FromDays(3));
        var late = RetrySchedule.Default.Next(now, 1, null, 0.99)!.Value - now;
        (late > waits[0] && late < waits[0] * 1.2).Should().BeTrue();
        RetrySchedule.Default.Next(now, 1, Duration.FromHours(2), 0).Should().Be(now + Duration.FromHours(2));
        RetrySchedule.Default.Next(now, 1, Duration.FromDays(400), 0).Should().Be(now + Duration.FromDays(1));
    }
}
