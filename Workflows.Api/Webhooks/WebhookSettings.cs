using System.Globalization;
using Workflows.Api.Hosting;

namespace Workflows.Api.Webhooks;

/// <summary>Where events may be sent, and how long an answer may take.</summary>
internal sealed record WebhookSettings
{
    /// <summary>Addresses that are not of the public network may be called too, <c>Webhooks:AllowPrivate</c>; not by default.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>Addresses without TLS may be called too, <c>Webhooks:AllowHttp</c>; not by default.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>How long an answer may take, <c>Webhooks:TimeoutSeconds</c>; 15 by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartRefusedException">One has another form.</exception>
    public static WebhookSettings Read(IConfiguration configuration) => new()
    {
        AllowPrivate = Flag(configuration, "Webhooks:AllowPrivate"),
        AllowHttp = Flag(configuration, "Webhooks:AllowHttp"),
        Timeout = TimeSpan.FromSeconds(configuration["Webhooks:TimeoutSeconds"] switch
        {
            null => 15,
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 120 => seconds,
            _ => throw new StartRefusedException("Webhooks:TimeoutSeconds takes a whole number from 1 to 120."),
        }),
    };

    private static bool Flag(IConfiguration configuration, string name) => configuration[name] switch
    {
        null => false,
        var text when bool.TryParse(text, out var flag) => flag,
        _ => throw new StartRefusedException($"{name} takes true or false."),
    };
}
