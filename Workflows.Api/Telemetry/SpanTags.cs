using System.Collections.Immutable;
using System.Diagnostics;
using OpenTelemetry;

namespace Workflows.Api.Telemetry;

/// <summary>
/// Lets out of a trace only what is listed here, whoever put the rest in: paths, query strings, headers and messages of
/// exceptions can hold what is personal, or a secret.
/// </summary>
internal sealed class SpanTags : BaseProcessor<Activity>
{
    /// <summary>The tags that leave the service.</summary>
    public static ImmutableHashSet<string> Allowed { get; } =
    [
        "procedure", "trigger", "outcome", "http.request.method", "http.response.status_code", "http.route", "network.protocol.version", "url.scheme", "error.type",
    ];

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        foreach (var tag in data.TagObjects.Where(tag => !Allowed.Contains(tag.Key)).ToArray())
            data.SetTag(tag.Key, null);
        // Both come from the client, or from an exception's message.
        data.TraceStateString = null;
        if (data.StatusDescription is not null)
            data.SetStatus(data.Status);
    }
}
