using Workflows.Engine;
using Workflows.Storage.Journal;

namespace Workflows.Storage.Database;

/// <summary>
/// Pages of the write-ahead log that still hold what was destroyed. That they must go is written in the same transaction as the
/// destruction, so that it is never forgotten: where a long read holds them they go later, at the latest with the next start.
/// </summary>
internal sealed class OldPages(Writer writer, ReaderPool readers, StorageOptions options)
{
    private const string Mark = "old pages to be taken away";

    /// <summary>Notes that they must go.</summary>
    public static void Owe(UnitOfWork unit) => Meta.Set(unit.Session, Mark, "true");

    /// <summary>Takes them away where that is owed.</summary>
    /// <returns>Whether nothing is owed any more; false when a reader held them.</returns>
    public async Task<bool> TakeAway()
    {
        if (readers.Read(session => Meta.Find(session, Mark)) is null)
            return true;
        try
        {
            DatabaseFile.EmptyLog(options);
            await writer.Write(unit =>
            {
                Meta.Remove(unit.Session, Mark);
                return true;
            }).ConfigureAwait(false);
            return true;
        }
        catch (JournalUnavailableException)
        {
            return false;
        }
    }
}
