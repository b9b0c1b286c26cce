namespace Workflows.Storage;

/// <summary>What came of the wish to give a key another secret. A closed family.</summary>
public abstract record KeyRotation
{
    private KeyRotation()
    {
    }

    /// <summary>There is another secret; the one before it is good for a while.</summary>
    /// <param name="Made">The key with its new secret.</param>
    public sealed record Rotated(NewAccessKey Made) : KeyRotation;

    /// <summary>There is no such key, or it is no longer good.</summary>
    public sealed record NotFound : KeyRotation;

    /// <summary>The secret before the last one is still good: a third would put an end to one in use.</summary>
    public sealed record TooSoon : KeyRotation;
}
