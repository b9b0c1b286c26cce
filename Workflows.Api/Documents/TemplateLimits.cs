namespace Workflows.Api.Documents;

/// <summary>What one template may use. Each limit is far above what a letter needs.</summary>
public static class TemplateLimits
{
    /// <summary>Longest source, in UTF-16 code units.</summary>
    public const int SourceLength = 100_000;

    /// <summary>Longest text that a template may yield, in UTF-16 code units.</summary>
    public const int OutputLength = 1_000_000;

    /// <summary>Steps of one loop; a list with more rows is not a letter.</summary>
    public const int Iterations = 10_000;

    /// <summary>Deepest nesting of <c>if</c>, <c>for</c> and the like, and of markup.</summary>
    public const int Depth = 16;

    /// <summary>Longest single tag or output, in UTF-16 code units.</summary>
    public const int TagLength = 1_000;

    /// <summary>Longest time for one rendering, in milliseconds.</summary>
    public const int Milliseconds = 5_000;
}
