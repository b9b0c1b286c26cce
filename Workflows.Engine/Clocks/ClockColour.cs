namespace Workflows.Engine;

/// <summary>How much a clock wants attention.</summary>
public enum ClockColour
{
    /// <summary>It does not run.</summary>
    None,

    /// <summary>More working days are left than the first warning asks for, or it stands still.</summary>
    Green,

    /// <summary>A warning has become due.</summary>
    Yellow,

    /// <summary>The last warning has become due.</summary>
    Red,

    /// <summary>The due date has passed.</summary>
    Overdue,
}
