namespace Workflows.Definitions;

/// <summary>A name in Chinese (always) and English (where given).</summary>
/// <param name="Zh">Chinese, shown first.</param>
/// <param name="En">English, or null.</param>
public sealed record LocalizedText(string Zh, string? En);
