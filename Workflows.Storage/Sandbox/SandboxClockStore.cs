using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Journal;

namespace Workflows.Storage;

/// <summary>The clock of a sandbox: stored, and moved forward only.</summary>
public sealed class SandboxClockStore
{
    private readonly Writer writer;
    private readonly ReaderPool readers;
    private readonly bool sandbox;

    internal SandboxClockStore(Writer writer, ReaderPool readers, bool sandbox)
    {
        this.writer = writer;
        this.readers = readers;
        this.sandbox = sandbox;
    }

    /// <summary>What the clock shows; null while it has never been set.</summary>
    public Instant? Now() => readers.Read(Read);

    /// <summary>Sets the clock.</summary>
    /// <returns>False when it would go backward.</returns>
    /// <exception cref="InvalidOperationException">The database is not a sandbox.</exception>
    public Task<bool> Set(Instant now, ActorStamp by) => sandbox
        ? writer.Write(unit =>
        {
            if (Read(unit.Session) > now)
                return false;
            unit.Session.Sql("INSERT OR REPLACE INTO sandbox_clock (id, now) VALUES (1, ?)").With(now).Run();
            unit.Log(by, "sandbox-clock.set", "sandbox", JsonSerializer.Serialize(new { now = InstantPattern.ExtendedIso.Format(now) }));
            return true;
        })
        : throw new InvalidOperationException("Only a sandbox has a clock that can be set.");

    internal static Instant? Read(Session session) =>
        session.Sql("SELECT now FROM sandbox_clock WHERE id = 1").First(row => (Instant?)row.Moment(0));
}
