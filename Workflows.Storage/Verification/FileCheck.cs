using System.Security.Cryptography;
using System.Text.Json;
using Workflows.Storage.Database;
using Workflows.Storage.Files;

namespace Workflows.Storage.Checks;

/// <summary>Holds the files of the cases against the entries that name them.</summary>
internal sealed class FileCheck
{
    private readonly FileFolder folder;
    private readonly Func<Session> open;
    private readonly HashSet<string> kept;
    private readonly HashSet<string> unsettled;

    /// <summary>Lists the files. Made before the journal is read: what comes meanwhile is named there, or still unsettled.</summary>
    public FileCheck(FileFolder folder, Func<Session> open)
    {
        this.open = open;
        this.folder = folder;
        kept = [.. folder.Kept()];
        unsettled = [.. folder.Marks().Select(mark => mark.Stored)];
    }

    public void Run(Session session, List<Fault> faults, CancellationToken cancel)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        session.Sql("SELECT position, case_id, sequence, bytes FROM journal WHERE type = 'attachment-added' ORDER BY position").Each(row =>
        {
            cancel.ThrowIfCancellationRequested();
            var (position, id, sequence) = (row.Long(0), row.Id(1), row.Int(2));
            string stored;
            try
            {
                stored = CaseFiles.StoredIn(row.Blob(3));
            }
            catch (JsonException)
            {
                // The chain says that the entry was altered.
                return;
            }

            if (!seen.Add(stored) || CaseFiles.IsErased(session, id))
                return;
            if (Hash(stored) is not { } hash)
            {
                // Perhaps it was erased since the reading began.
                using var now = open();
                if (CaseFiles.IsErased(now, id))
                    return;
                faults.Add(new Fault(FaultKind.MissingFile, position, id, sequence, $"The file {stored} of the case is missing."));
            }
            else if (hash != stored)
                faults.Add(new Fault(FaultKind.AlteredFile, position, id, sequence, $"The file {stored} of the case is not the one that was added."));
        });
        foreach (var stray in kept.Where(stored => !seen.Contains(stored) && !unsettled.Contains(stored)).Order(StringComparer.Ordinal))
            faults.Add(new Fault(FaultKind.OrphanedFile, null, null, null, $"No entry names the file {stray}."));
    }

    private string? Hash(string stored)
    {
        try
        {
            using var file = File.OpenRead(folder.PathOf(stored));
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
