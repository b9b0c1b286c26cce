namespace Workflows.Tests.Api.Limits;

/// <summary>Real time that a test lets pass.</summary>
public sealed class TestTime : TimeProvider
{
    private long now = 1_000_000;

    public override long TimestampFrequency => 1000;

    public void Pass(TimeSpan span) => now += (long)span.TotalMilliseconds;

    public override long GetTimestamp() => now;
}
