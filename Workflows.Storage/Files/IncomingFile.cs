using Workflows.Engine;

namespace Workflows.Storage.Files;

/// <summary>A file that has come, encrypted and on disk, and that no journal names yet. Disposing it throws away what was not kept.</summary>
public sealed class IncomingFile : IDisposable
{
    private readonly CaseFiles files;
    private readonly CaseId id;
    private readonly string path;

    internal IncomingFile(CaseFiles files, CaseId id, string path, int size, string hash, string stored)
    {
        this.files = files;
        this.id = id;
        this.path = path;
        Size = size;
        Hash = hash;
        Stored = stored;
    }

    /// <summary>Bytes of the content.</summary>
    public int Size { get; }

    /// <summary>SHA-256 of the content, lower-case hex.</summary>
    public string Hash { get; }

    /// <summary>SHA-256 of the encrypted file, lower-case hex; its address once kept.</summary>
    public string Stored { get; }

    /// <summary>Its content.</summary>
    public Stream Open() => files.Open(id, path);

    /// <summary>Moves it to its address. Until <see cref="Settle"/> the next start takes it away if the journal does not name it.</summary>
    /// <exception cref="JournalUnavailableException">The disk did not do it.</exception>
    public void Keep() => CaseFiles.OnDisk(() =>
    {
        files.Folder.Mark(id, Stored);
        files.Folder.Move(path, Stored);
    });

    /// <summary>Keeps it for good if the journal names it, and takes it away if not.</summary>
    public void Settle() => files.Settle(id, Stored);

    /// <inheritdoc/>
    public void Dispose() => File.Delete(path);
}
