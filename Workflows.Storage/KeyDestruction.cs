namespace Workflows.Storage;

/// <summary>What came of the wish to destroy a case's key.</summary>
public enum KeyDestruction
{
    /// <summary>The key is gone.</summary>
    Destroyed,

    /// <summary>It was gone already.</summary>
    AlreadyDestroyed,

    /// <summary>There is no such case.</summary>
    NotFound,

    /// <summary>The case has not ended.</summary>
    StillOpen,
}
