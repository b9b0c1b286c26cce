namespace Workflows.Tests.Scenarios.Assessing;

/// <summary>A way to every state of the assessment and the social evaluation.</summary>
internal static class AssessingRoutes
{
    public static IEnumerable<Route> All { get; } = [.. Assessments.Routes, .. Evaluations.Routes];
}
