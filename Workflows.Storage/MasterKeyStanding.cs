namespace Workflows.Storage;

/// <summary>The master key, and the one that is taking its place.</summary>
/// <param name="Check">Tells the key in use from others without giving it away.</param>
/// <param name="NextCheck">The same of the key that is taking its place; null when none is.</param>
/// <param name="CaseKeys">Keys of cases that hang on it.</param>
public sealed record MasterKeyStanding(string Check, string? NextCheck, long CaseKeys);

/// <summary>What became of the order to change the master key.</summary>
public enum RotationBegin
{
    /// <summary>It has begun.</summary>
    Begun,

    /// <summary>It is under way already.</summary>
    Running,

    /// <summary>The environment names no other key, and none can be made beside the one in use.</summary>
    NoKey,
}
