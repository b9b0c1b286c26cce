using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Limits;

namespace Workflows.Tests.Api.Limits;

/// <summary>A quota grants what it says, gives back what time gives back, and forgets only what tells nothing.</summary>
public sealed class QuotaTests
{
    private readonly TestTime time = new();

    [Test]
    public void So_many_at_once_and_no_more()
    {
        var quotas = Quotas(requests: 3, seconds: 60);
        quotas.Take("a").Should().Be(new Allowance(true, 2, 20));
        quotas.Take("a").Should().Be(new Allowance(true, 1, 40));
        quotas.Take("a").Should().Be(new Allowance(true, 0, 60));
        quotas.Take("a").Should().Be(new Allowance(false, 0, 20));
    }

    [Test]
    public void One_comes_back_with_each_share_of_the_window()
    {
        var quotas = Quotas(requests: 3, seconds: 60);
        for (var taken = 0; taken < 4; taken++)
            quotas.Take("a");
        time.Pass(TimeSpan.FromSeconds(19));
        quotas.Take("a").Should().Be(new Allowance(false, 0, 1));
        time.Pass(TimeSpan.FromSeconds(1));
        quotas.Take("a").Granted.Should().BeTrue("what is refused takes nothing");
        quotas.Take("a").Granted.Should().BeFalse();
        time.Pass(TimeSpan.FromSeconds(60));
        quotas.Take("a").Left.Should().Be(2);
    }

    [Test]
    public void Partitions_do_not_touch_each_other()
    {
        var quotas = Quotas(requests: 1, seconds: 60);
        quotas.Take("a").Granted.Should().BeTrue();
        quotas.Take("a").Granted.Should().BeFalse();
        quotas.IsUsedUp("a").Should().BeTrue();
        quotas.IsUsedUp("b").Should().BeFalse();
        quotas.Take("b").Granted.Should().BeTrue();
    }

    [Test]
    public void Never_more_than_so_many_however_many_ask_at_once()
    {
        var quotas = Quotas(requests: 100, seconds: 60);
        var granted = 0;
        Parallel.For(0, 1000, _ =>
        {
            if (quotas.Take("a").Granted)
                Interlocked.Increment(ref granted);
        });
        granted.Should().Be(100);
    }

    [Test]
    public void Partitions_are_kept_up_to_a_bound()
    {
        var quotas = Quotas(requests: 1, seconds: 60, most: 10);
        for (var number = 0; number < 10; number++)
            quotas.Take($"early {number}").Granted.Should().BeTrue();
        quotas.Take("beyond").Granted.Should().BeTrue();
        quotas.Take("beyond too").Granted.Should().BeFalse("those beyond the bound share one quota");
        quotas.Count.Should().Be(10);
        time.Pass(TimeSpan.FromSeconds(61));
        quotas.Take("late").Granted.Should().BeTrue();
        quotas.Count.Should().Be(1, "those that have everything back are forgotten");
    }

    [Test]
    public void Policy_is_a_structured_field() =>
        new QuotaPolicy("caller", 100, TimeSpan.FromSeconds(10)).Header.Should().Be("\"caller\";q=100;w=10");

    private Quotas<string> Quotas(int requests, int seconds, int most = 1000) =>
        new(new QuotaPolicy("test", requests, TimeSpan.FromSeconds(seconds)), time, most);
}
