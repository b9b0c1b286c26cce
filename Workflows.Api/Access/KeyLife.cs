using NodaTime;
using Workflows.Api.Hosting;
using Workflows.Api.Problems;

namespace Workflows.Api.Access;

/// <summary>How long keys are good, in real time.</summary>
internal sealed class KeyLife(ServiceSettings settings, RealTime time)
{
    /// <summary>When a key made now expires.</summary>
    /// <param name="asked">What was asked for; null for what the settings say.</param>
    public (Instant ExpiresAt, Problem? Problem) ExpiryOf(Instant? asked)
    {
        var now = time.Clock.GetCurrentInstant();
        var last = now + Duration.FromDays(settings.LongestKeyDays);
        if (asked is not { } at)
            return (now + Duration.FromDays(settings.KeyDays), null);
        return at > now && at <= last ? (at, null) : (at, Problem.Invalid("expiresAt", $"应晚于现在，且不超过 {settings.LongestKeyDays} 天"));
    }
}
