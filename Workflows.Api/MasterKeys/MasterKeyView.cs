using Workflows.Storage;

namespace Workflows.Api.MasterKeys;

/// <summary>How the master key stands.</summary>
/// <param name="Check">Tells the key in use from others without giving it away.</param>
/// <param name="NextCheck">The same of the key that is taking its place; null when none is.</param>
/// <param name="CaseKeys">Keys of cases that hang on it.</param>
internal sealed record MasterKeyView(string Check, string? NextCheck, long CaseKeys)
{
    /// <summary>What is shown of it.</summary>
    public static MasterKeyView Of(MasterKeyStanding standing) => new(standing.Check, standing.NextCheck, standing.CaseKeys);
}
