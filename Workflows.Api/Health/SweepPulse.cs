namespace Workflows.Api.Health;

/// <summary>When the sweep last came round.</summary>
internal sealed class SweepPulse(TimeProvider time)
{
    private long last = time.GetTimestamp();

    /// <summary>How long ago; since the start where it has not come round yet.</summary>
    public TimeSpan Age => time.GetElapsedTime(Volatile.Read(ref last));

    /// <summary>It has come round.</summary>
    public void Beat() => Volatile.Write(ref last, time.GetTimestamp());
}
