namespace Workflows.Storage;

/// <summary>The hash of the journal's chains; chosen when the database is created.</summary>
public enum ChainHash
{
    /// <summary>SHA-256.</summary>
    Sha256,

    /// <summary>SM3 (GB/T 32905).</summary>
    Sm3,
}
