using Microsoft.AspNetCore.Server.Kestrel.Core;
using Workflows.Api.Json;

namespace Workflows.Api.Limits;

/// <summary>What the server takes of a connection before any endpoint sees it.</summary>
internal static class ServerLimits
{
    /// <summary>Most bytes of all headers of a request.</summary>
    public const int HeaderBytes = 16 * 1024;

    /// <summary>Most headers of a request.</summary>
    public const int Headers = 64;

    /// <summary>Most bytes of the first line of a request.</summary>
    public const int LineBytes = 8 * 1024;

    /// <summary>Sets them.</summary>
    public static void Apply(KestrelServerOptions kestrel, LimitSettings settings)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        // More than is taken, so that one who sends too much is told so before the connection ends.
        limits.MaxRequestBodySize = 8 * BodyBytes.Limit;
        limits.MaxConcurrentConnections = settings.Connections;
        limits.MaxRequestHeadersTotalSize = HeaderBytes;
        limits.MaxRequestHeaderCount = Headers;
        limits.MaxRequestLineSize = LineBytes;
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(settings.KeepAliveSeconds);
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(settings.HeaderSeconds);
        // One who sends or reads more slowly than this, after a start, is cut off.
        limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(10));
        limits.MinResponseDataRate = new MinDataRate(240, TimeSpan.FromSeconds(10));
    }
}
