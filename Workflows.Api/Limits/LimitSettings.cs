using System.Globalization;
using Workflows.Api.Hosting;

namespace Workflows.Api.Limits;

/// <summary>How much is taken from one client, and how long the service waits for it.</summary>
internal sealed record LimitSettings
{
    /// <summary>Per holder of a key: <c>RateLimit:Caller</c>; by default 60,000 requests in 60 seconds.</summary>
    public required QuotaPolicy Caller { get; init; }

    /// <summary>Per address, for requests that need no key: <c>RateLimit:Anonymous</c>; by default 6,000 in 60 seconds.</summary>
    public required QuotaPolicy Anonymous { get; init; }

    /// <summary>Per address, for refused keys and passwords: <c>RateLimit:FailedAuthentication</c>; by default 300 in 60 seconds.</summary>
    public required QuotaPolicy FailedAuthentication { get; init; }

    /// <summary>Most connections at a time, <c>Server:Connections</c>; 2,000 by default.</summary>
    public int Connections { get; init; }

    /// <summary>Seconds for which a connection without a request is kept, <c>Server:KeepAliveSeconds</c>; 120 by default.</summary>
    public int KeepAliveSeconds { get; init; }

    /// <summary>Seconds in which the headers of a request must have come, <c>Server:HeaderSeconds</c>; 15 by default.</summary>
    public int HeaderSeconds { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartRefusedException">One is not a whole number, or out of its range.</exception>
    public static LimitSettings Read(IConfiguration configuration) => new()
    {
        Caller = Policy(configuration, "caller", "RateLimit:Caller", 60_000),
        Anonymous = Policy(configuration, "anonymous", "RateLimit:Anonymous", 6_000),
        FailedAuthentication = Policy(configuration, "failed-authentication", "RateLimit:FailedAuthentication", 300),
        Connections = Number(configuration, "Server:Connections", 2_000, 1),
        KeepAliveSeconds = Number(configuration, "Server:KeepAliveSeconds", 120, 1),
        HeaderSeconds = Number(configuration, "Server:HeaderSeconds", 15, 1),
    };

    private static QuotaPolicy Policy(IConfiguration configuration, string name, string section, int requests) => new(
        name,
        Number(configuration, $"{section}:Requests", requests, 0),
        TimeSpan.FromSeconds(Number(configuration, $"{section}:Seconds", 60, 1)));

    private static int Number(IConfiguration configuration, string key, int otherwise, int least)
    {
        if (configuration[key] is not { } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= 10_000_000
            ? number
            : throw new StartRefusedException($"{key} takes a whole number from {least} to 10000000.");
    }
}
