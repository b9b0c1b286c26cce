using System.Globalization;
using Workflows.Api.Hosting;

namespace Workflows.Api.Health;

/// <summary>What the service must be able to do to be called ready.</summary>
/// <param name="CalendarDays">Days from today that every calendar in use must answer for: <c>Health:CalendarDays</c>, 60 by default.</param>
/// <param name="SweepMinutes">Minutes in which the sweep must come round: <c>Health:SweepMinutes</c>, 10 by default.</param>
/// <param name="DrainSeconds">
/// Seconds for which the service goes on answering when told to stop, while it says that it is not ready: <c>Health:DrainSeconds</c>, 0 by default.
/// </param>
internal sealed record HealthSettings(int CalendarDays, int SweepMinutes, int DrainSeconds)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartRefusedException">One is not a whole number, or out of its range.</exception>
    public static HealthSettings Read(IConfiguration configuration) =>
        new(Number(configuration, "Health:CalendarDays", 60, 366), Number(configuration, "Health:SweepMinutes", 10, 1440), Number(configuration, "Health:DrainSeconds", 0, 600));

    private static int Number(IConfiguration configuration, string key, int otherwise, int most)
    {
        if (configuration[key] is not { } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : throw new StartRefusedException($"{key} takes a whole number from 0 to {most}.");
    }
}
