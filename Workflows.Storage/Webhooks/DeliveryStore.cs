using System.Text.Json;
using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Journal;

namespace Workflows.Storage;

/// <summary>
/// How far each subscription has come. It is written after a delivery was acknowledged and never before: what a crash forgets is
/// delivered again with the same id.
/// </summary>
public sealed class DeliveryStore
{
    private const string Columns = "position, case_id, kind, failures, next_at, reason, failed_at, recorded_at";
    private readonly Writer writer;
    private readonly ReaderPool readers;

    internal DeliveryStore(Writer writer, ReaderPool readers)
    {
        this.writer = writer;
        this.readers = readers;
    }

    /// <summary>How far a subscription has come; null when it has been removed.</summary>
    public DeliveryProgress? Find(string webhook) => readers.Read(session =>
        session.Sql("SELECT position FROM webhook_cursors WHERE webhook = ?").With(webhook).First(row => (long?)row.Long(0)) is { } position
            ? new DeliveryProgress(position, session.Sql($"SELECT {Columns} FROM webhook_failures WHERE webhook = ? ORDER BY position").With(webhook).All(Read))
            : null);

    /// <summary>Writes how far a subscription has come; nothing when it has been removed.</summary>
    /// <param name="webhook">The subscription.</param>
    /// <param name="position">Position up to which all was delivered but what fails.</param>
    /// <param name="settled">Positions that no longer fail.</param>
    /// <param name="failed">What fails now.</param>
    public Task Save(string webhook, long position, IReadOnlyCollection<long> settled, IReadOnlyCollection<FailedDelivery> failed) => writer.Write(unit =>
    {
        if (unit.Session.Sql("UPDATE webhook_cursors SET position = ? WHERE webhook = ?").With(position).With(webhook).Run() == 0)
            return false;
        foreach (var one in settled)
            unit.Session.Sql("DELETE FROM webhook_failures WHERE webhook = ? AND position = ?").With(webhook).With(one).Run();
        foreach (var one in failed)
        {
            unit.Session.Sql($"INSERT OR REPLACE INTO webhook_failures (webhook, {Columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .With(webhook).With(one.Position).With(one.Case).With((long)one.Kind).With(one.Failures).With(one.NextAt).With(one.Reason).With(one.FailedAt).With(one.RecordedAt).Run();
        }

        return true;
    });

    /// <summary>Has dead letters tried again.</summary>
    /// <param name="webhook">The subscription.</param>
    /// <param name="position">The one; null for all.</param>
    /// <param name="by">Who.</param>
    /// <returns>How many.</returns>
    public Task<int> Replay(string webhook, long? position, ActorStamp by) => writer.Write(unit =>
    {
        var count = unit.Session.Sql("UPDATE webhook_failures SET kind = ?, failures = 0, next_at = ? WHERE webhook = ? AND kind = ? AND (?5 IS NULL OR position = ?5)")
            .With((long)FailureKind.Replayed).With(unit.Now).With(webhook).With((long)FailureKind.Dead).With(position).Run();
        if (count > 0)
            unit.Log(by, "webhook.replayed", webhook, JsonSerializer.Serialize(new { position, count }));
        return count;
    });

    private static FailedDelivery Read(Statement row) => new(
        row.Long(0), row.Id(1), (FailureKind)row.Int(2), row.Int(3), row.Moment(4), row.Text(5), row.Moment(6), row.Moment(7));
}
