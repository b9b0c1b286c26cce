using System.Globalization;

namespace Workflows.Tests.EndToEnd;

/// <summary>How often the service is killed: <c>KILL_ROUNDS</c>, or a few times.</summary>
internal static class KillRounds
{
    public static int Or(int few) =>
        Environment.GetEnvironmentVariable("KILL_ROUNDS") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : few;
}
