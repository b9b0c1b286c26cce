namespace Workflows.Definitions;

/// <summary>How much a diagnostic weighs.</summary>
public enum Severity
{
    /// <summary>Worth a look; the definition can be published.</summary>
    Warning,

    /// <summary>The definition cannot be published.</summary>
    Error,
}
