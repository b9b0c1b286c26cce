using NodaTime;

namespace Workflows.Api.Sandbox;

/// <summary>A clock that stands still until a system administrator sets it forward. For exercises and tests, never for real cases.</summary>
internal sealed class SandboxClock(Instant start) : IClock
{
    private readonly Lock changing = new();
    private Instant now = start;

    /// <inheritdoc/>
    public Instant GetCurrentInstant()
    {
        lock (changing)
            return now;
    }

    /// <summary>Sets it; an earlier time is ignored.</summary>
    public void Set(Instant later)
    {
        lock (changing)
            now = Instant.Max(now, later);
    }
}
