namespace Workflows.Storage;

/// <summary>A key just made.</summary>
/// <param name="Key">What is stored.</param>
/// <param name="Clear">The key itself, shown this once.</param>
public sealed record NewAccessKey(AccessKey Key, string Clear);
