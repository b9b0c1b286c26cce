using System.Collections.Immutable;
using System.Text.Json;
using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;

namespace Workflows.Storage.Files;

/// <summary>
/// The files of cases, beside the database, encrypted with the keys of their cases. A file is on disk before the journal names it, so
/// that a crash leaves at most a file that nothing names; it is taken away at the next start.
/// </summary>
public sealed class CaseFiles
{
    private readonly ReaderPool readers;
    private readonly CaseKeys keys;

    internal CaseFiles(FileFolder folder, ReaderPool readers, CaseKeys keys)
    {
        Folder = folder;
        this.readers = readers;
        this.keys = keys;
    }

    internal FileFolder Folder { get; }

    /// <summary>Takes a file as it comes, never all of it in memory.</summary>
    /// <param name="id">The case, which exists.</param>
    /// <param name="content">What comes.</param>
    /// <param name="limit">Most bytes taken.</param>
    /// <param name="cancel">Ends it; nothing is left.</param>
    /// <returns>The file; null when it is longer than the limit.</returns>
    /// <exception cref="CaseErasedException">The key of the case has been destroyed.</exception>
    /// <exception cref="JournalUnavailableException">The disk did not take it.</exception>
    public async Task<IncomingFile?> Receive(CaseId id, Stream content, int limit, CancellationToken cancel)
    {
        var path = OnDisk(Folder.NewPath);
        var done = false;
        try
        {
            using var sealer = Sealer(id);
            await using var target = OnDisk(() => new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 }));
            using var writer = OnDisk(() => new SealedWriter(target, sealer, id));
            var buffer = new byte[SealedFile.ChunkSize];
            while (await content.ReadAsync(buffer, cancel).ConfigureAwait(false) is > 0 and var read)
            {
                if (writer.Size + read > limit)
                    return null;
                OnDisk(() => writer.Write(buffer.AsSpan(0, read)));
            }

            var (hash, stored) = OnDisk(writer.Finish);
            OnDisk(() => target.Flush(flushToDisk: true));
            done = true;
            return new IncomingFile(this, id, path, writer.Size, hash, stored);
        }
        finally
        {
            if (!done)
                File.Delete(path);
        }
    }

    /// <summary>The content of a file.</summary>
    /// <returns>Null when it is not there, or its key has been destroyed.</returns>
    public Stream? Find(CaseId id, string stored)
    {
        try
        {
            return Open(id, Folder.PathOf(stored));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException or CaseErasedException)
        {
            return null;
        }
    }

    internal Stream Open(CaseId id, string path)
    {
        using var sealer = Sealer(id);
        return SealedReader.Open(path, sealer, id) ?? throw new CaseErasedException(id);
    }

    /// <summary>Keeps a file that the journal of a case names and whose key is there; takes any other away.</summary>
    internal void Settle(CaseId id, string stored)
    {
        var (named, erased) = readers.Read(session => (Named(session, id).Contains(stored), IsErased(session, id)));
        if (!named || erased)
            Folder.Delete(stored);
        Folder.Unmark(id, stored);
    }

    /// <summary>Settles what the process left unsettled when it ended.</summary>
    internal void SettleAll()
    {
        Folder.EmptyIncoming();
        foreach (var (id, stored) in Folder.Marks().ToArray())
            Settle(id, stored);
    }

    /// <summary>The files that the journal of a case names.</summary>
    internal static ImmutableArray<string> Named(Session session, CaseId id) =>
        [.. session.Sql("SELECT bytes FROM journal WHERE case_id = ? AND type = 'attachment-added'").With(id).All(row => StoredIn(row.Blob(0))).Distinct()];

    /// <summary>The file that an entry names.</summary>
    /// <exception cref="JsonException">It is no such entry.</exception>
    internal static string StoredIn(byte[] entry)
    {
        using var json = JsonDocument.Parse(entry);
        return json.RootElement.TryGetProperty("event"u8, out var what) && what.TryGetProperty("stored"u8, out var stored)
            && stored.GetString() is { Length: 64 } name && name.All(char.IsAsciiHexDigitLower)
            ? name
            : throw new JsonException("The entry names no file.");
    }

    internal static bool IsErased(Session session, CaseId id) =>
        session.Sql("SELECT wrapped IS NULL FROM case_keys WHERE case_id = ?").With(id).First(row => row.Int(0) == 1);

    /// <summary>A full disk is no fault of what is sent.</summary>
    /// <exception cref="JournalUnavailableException">The disk did not do it.</exception>
    internal static T OnDisk<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new JournalUnavailableException("The folder of the files takes none now.", failed);
        }
    }

    /// <summary>As above.</summary>
    internal static void OnDisk(Action work) => OnDisk(() =>
    {
        work();
        return true;
    });

    private CaseSealer Sealer(CaseId id)
    {
        var sealer = readers.Read(session => keys.Find(session, id));
        return sealer.IsErased ? throw new CaseErasedException(id) : sealer;
    }
}
