namespace Workflows.Storage;

/// <summary>What verification found wrong.</summary>
public enum FaultKind
{
    /// <summary>An entry's bytes are not those that were hashed, or its hash was changed.</summary>
    AlteredEntry,

    /// <summary>An entry does not follow the one before it in its case.</summary>
    BrokenChain,

    /// <summary>A position holds no entry: it was removed.</summary>
    MissingEntry,

    /// <summary>A column beside the entry's bytes contradicts them.</summary>
    AlteredColumn,

    /// <summary>A checkpoint does not match what it covers, or the checkpoint before it.</summary>
    BrokenCheckpoint,

    /// <summary>The last entries or administrative changes are covered by no checkpoint.</summary>
    Uncovered,

    /// <summary>The row of a case contradicts its journal, or one of the two is missing.</summary>
    AlteredCase,

    /// <summary>The snapshot is not what the journal leads to, or cannot be read.</summary>
    AlteredSnapshot,

    /// <summary>A row derived from the journal (deadline, document, fact, number series, search hash, key) contradicts it.</summary>
    AlteredProjection,

    /// <summary>The stored reply to an idempotency key is not the one that was given.</summary>
    AlteredReply,

    /// <summary>An administrative change was altered, removed or added.</summary>
    AlteredAdminLog,

    /// <summary>
    /// A row of a table that administrators change (definitions, drafts, templates, notices, agencies, access keys, accounts, sessions, destroyed
    /// keys of cases, sandbox clock) is not what the administrative log accounts for.
    /// </summary>
    AlteredReference,

    /// <summary>The checkpoint of an anchor kept elsewhere is not there: the end was cut off, or this is another database.</summary>
    MissingAnchor,

    /// <summary>The checkpoint of an anchor kept elsewhere has another hash: what it covers was rewritten.</summary>
    BrokenAnchor,

    /// <summary>A file that an entry names is missing.</summary>
    MissingFile,

    /// <summary>A file is not the one that its entry names.</summary>
    AlteredFile,

    /// <summary>A file that no entry names.</summary>
    OrphanedFile,
}
