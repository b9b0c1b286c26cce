using System.Diagnostics.Metrics;
using NodaTime;

namespace Workflows.Storage;

/// <summary>Where the database lives and how it is opened.</summary>
public sealed record StorageOptions
{
    /// <summary>Folder of <c>cases.db</c>; created when missing.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Real time, also in a sandbox: it dates administrative changes and ends the life of stored replies.</summary>
    public required IClock Clock { get; init; }

    /// <summary>Base64 of the 32 bytes of the master key, as taken from the environment; null to use the file.</summary>
    public string? MasterKey { get; init; }

    /// <summary>The same of the master key that is to take its place; null when there is none, or the file is used.</summary>
    public string? NextMasterKey { get; init; }

    /// <summary>
    /// File of the master key; null for <c>../keys/master.key</c> beside the data folder, so that a copy of the data
    /// folder does not hold it. It is made, readable by its owner only, when the database is.
    /// </summary>
    public string? MasterKeyFile { get; init; }

    /// <summary>Used when the database is created; later the database's own choice holds.</summary>
    public ChainHash Hash { get; init; } = ChainHash.Sha256;

    /// <summary>A sandbox may move its clock. A database is one or the other for ever.</summary>
    public bool Sandbox { get; init; }

    /// <summary>Most commands committed together.</summary>
    public int GroupLimit { get; init; } = 128;

    /// <summary>Cases kept in memory.</summary>
    public int CachedCases { get; init; } = 10_000;

    /// <summary>How long the reply to an idempotency key is kept.</summary>
    public Duration ReplyLife { get; init; } = Duration.FromHours(48);

    /// <summary>How people sign in.</summary>
    public SignInRules SignIn { get; init; } = SignInRules.Default;

    /// <summary>Where the writer's instruments are made; null for none.</summary>
    public Meter? Meter { get; init; }

    internal string DatabaseFile => Path.Combine(DataFolder, "cases.db");

    internal string FileFolder => Path.Combine(DataFolder, "files");

    internal string LockFile => Path.Combine(DataFolder, "cases.lock");

    internal string KeyFile => MasterKeyFile ?? Path.Combine(DataFolder, "..", "keys", "master.key");
}
