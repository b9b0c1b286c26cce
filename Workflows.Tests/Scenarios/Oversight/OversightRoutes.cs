namespace Workflows.Tests.Scenarios.Oversight;

/// <summary>A way to every state of the procedures for spokespersons, secrets, inspections and what agencies report on applications.</summary>
internal static class OversightRoutes
{
    public static IEnumerable<Route> All { get; } =
    [
        .. Spokespersons.Routes, .. Releases.Routes, .. Secrets.Routes, .. Inspections.Routes, .. ImplementingRules.Routes, .. ApplicationReports.Routes,
    ];
}
