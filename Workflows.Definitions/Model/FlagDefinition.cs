namespace Workflows.Definitions;

/// <summary>A condition that lies over any state and is raised and lowered by triggers.</summary>
/// <param name="Name">Id.</param>
/// <param name="Title">Shown name.</param>
/// <param name="Basis">Article or design reason.</param>
public sealed record FlagDefinition(string Name, LocalizedText Title, LegalBasis Basis);
