using System.Text.Json;
using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Files;

namespace Workflows.Storage.Journal;

/// <summary>Takes a case's key away, and with it everything that was derived from its personal data.</summary>
internal static class KeyErasure
{
    public static KeyDestruction Run(UnitOfWork unit, CaseId id, string reason, ActorStamp by, FileFolder files)
    {
        if (unit.Load(id) is not { } state)
            return KeyDestruction.NotFound;
        if (!state.Closed)
            return KeyDestruction.StillOpen;
        var destroyed = unit.Session.Sql("UPDATE case_keys SET wrapped = NULL, destroyed_at = ? WHERE case_id = ? AND wrapped IS NOT NULL")
            .With(unit.Now).With(id).Run();
        if (destroyed == 0)
            return KeyDestruction.AlreadyDestroyed;
        // Should the process end before they are taken away, the next start does it.
        foreach (var stored in CaseFiles.Named(unit.Session, id))
            files.Mark(id, stored);
        unit.Session.Sql("DELETE FROM idempotency WHERE case_id = ?").With(id).Run();
        unit.Session.Sql("DELETE FROM search_hashes WHERE case_id = ?").With(id).Run();
        unit.Log(by, "case-key.destroyed", id.ToString(), JsonSerializer.Serialize(new { reason }));
        unit.Reload(id);
        OldPages.Owe(unit);
        return KeyDestruction.Destroyed;
    }
}
