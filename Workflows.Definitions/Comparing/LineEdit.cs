namespace Workflows.Definitions;

/// <summary>A line of a comparison: kept, removed or added.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Text">The line.</param>
public readonly record struct LineEdit(LineEditKind Kind, string Text);

/// <summary>What became of a line.</summary>
public enum LineEditKind
{
    /// <summary>In both texts.</summary>
    Kept,

    /// <summary>Only in the earlier text.</summary>
    Removed,

    /// <summary>Only in the later text.</summary>
    Added,
}
