namespace Workflows.Tests.Scenarios.Filing;

/// <summary>A way to every state of the procedures for public opinion, clarification, inventory and filing.</summary>
internal static class FilingRoutes
{
    public static IEnumerable<Route> All { get; } = [.. Opinions.Routes, .. Clarifications.Routes, .. Inventories.Routes, .. Filings.Routes];
}
