using FluentAssertions;
using NUnit.Framework;
using Workflows.Calendar;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Tests.Storage;

public class TamperingTest
{
    private static readonly string[] Watched =
        ["journal", "cases", "checkpoints", "admin_log", "deadlines", "documents", "facts", "collected", "counters", "search_hashes", "case_keys", "idempotency"];

    /// <summary>Their rows end of themselves, so that one taken away is no sign of anything.</summary>
    private static readonly string[] Fleeting = ["idempotency"];

    /// <summary>Columns that the journal does not determine.</summary>
    private static readonly string[] Free = ["cases.received", "case_keys.destroyed_at"];

    [Test]
    public async Task EverySingleChange_IsFoundAndLocated()
    {
        using var database = await Filled();
        var random = new Random(11);
        var tables = Watched.ToDictionary(table => table, table => (
            Columns: database.Rows($"SELECT name FROM pragma_table_info('{table}')").ConvertAll(row => (string)row[0]),
            Rows: database.Rows($"SELECT rowid, * FROM {table}")));
        var missed = new List<string>();
        for (var change = 0; change < 500; change++)
        {
            var table = Watched[change % Watched.Length];
            var (columns, rows) = tables[table];
            var row = rows[random.Next(rows.Count)];
            var column = random.Next(columns.Count);
            if (Free.Contains($"{table}.{columns[column]}") || row[column + 1] is DBNull)
            {
                change--;
                continue;
            }

            var changed = Change(row[column + 1], random);
            var name = columns[column];
            var rowid = name is "position" or "number" && changed is long ? changed : row[0];
            database.Sql($"UPDATE {table} SET {name} = $1 WHERE rowid = $2", changed, row[0]).Should().Be(1);
            var faults = database.Database.Verification.Run(replayed: true).Faults;
            if (!faults.Any(fault => Locates(fault, table, columns, row)))
                missed.Add($"{table}.{name}: {row[column + 1]} → {changed}: {string.Join("; ", faults)}");
            database.Sql($"UPDATE {table} SET {name} = $1 WHERE rowid = $2", row[column + 1], rowid);
        }

        missed.Should().BeEmpty();
        database.Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
    }

    [Test]
    public async Task EveryRowTakenAway_IsFound()
    {
        using var database = await Filled();
        foreach (var table in Watched.Except(Fleeting))
        {
            foreach (var row in database.Rows($"SELECT rowid, * FROM {table}"))
            {
                database.Sql($"DELETE FROM {table} WHERE rowid = $1", row[0]);
                database.Database.Verification.Run(replayed: true).Faults.Should().NotBeEmpty($"{table} {row[0]}");
                var names = string.Join(',', Enumerable.Range(2, row.Length - 1).Select(index => $"${index}"));
                var columns = string.Join(',', database.Rows($"SELECT name FROM pragma_table_info('{table}')").Select(column => column[0]));
                database.Sql($"INSERT INTO {table} (rowid, {columns}) VALUES ($1, {names})", row);
            }
        }

        database.Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
    }

    [Test]
    public async Task WholeCaseGone_IsFoundByTheCheckpoints()
    {
        using var database = await Filled();
        var id = (byte[])database.Rows("SELECT id FROM cases LIMIT 1 OFFSET 2")[0][0];
        foreach (var table in Watched.Where(table => table is not ("journal" or "cases" or "checkpoints" or "admin_log" or "counters")))
            database.Sql($"DELETE FROM {table} WHERE case_id = $1", id);
        database.Sql("DELETE FROM journal WHERE case_id = $1", id);
        database.Sql("DELETE FROM cases WHERE id = $1", id);

        database.Database.Verification.Run().Faults.Should().Contain(fault => fault.Kind == FaultKind.MissingEntry);
    }

    [Test]
    public async Task CaseMovedInTheOrderOfArrival_IsFound()
    {
        using var database = await Filled();
        var second = database.Rows("SELECT received, id FROM cases ORDER BY received LIMIT 1 OFFSET 1")[0];
        database.Sql("UPDATE cases SET received = 1000 WHERE received = $1", second[0]);

        database.Database.Verification.Run().Faults.Should().ContainSingle().Which.Should().Match<Fault>(fault =>
            fault.Kind == FaultKind.AlteredCase && fault.Case == new CaseId(new Guid((byte[])second[1], bigEndian: true)));
    }

    [Test]
    public async Task ReplyMovedToAnotherCase_IsFound()
    {
        using var database = await Filled();
        database.Sql("UPDATE idempotency SET case_id = (SELECT id FROM cases WHERE id <> idempotency.case_id LIMIT 1) WHERE key = 'request-3'");

        database.Database.Verification.Run(replayed: true).Faults.Should().ContainSingle().Which.Kind.Should().Be(FaultKind.AlteredReply);
    }

    [Test]
    public async Task EntriesExchanged_AreFound()
    {
        using var database = await Filled();
        database.Sql("UPDATE journal SET position = -1 WHERE position = 5; UPDATE journal SET position = 5 WHERE position = 6; UPDATE journal SET position = 6 WHERE position = -1");

        database.Database.Verification.Run().Faults.Should().Contain(fault => fault.Position == 5 || fault.Position == 6);
    }

    private static async Task<TestDatabase> Filled()
    {
        var database = new TestDatabase(attention: state => state.Clocks.Values.Max(clock => clock.Deadline.Due) is { } due ? ChinaTime.EndOf(due) : null);
        for (var n = 1; n <= 6; n++)
        {
            var id = await database.Open($"申请人{n}");
            await database.Add(id, SmallProcedure.Moved("received", "review"), SmallProcedure.Due(SmallProcedure.FRI_2026_01_09), SmallProcedure.Receipt(n));
            await database.Add(
                id, SmallProcedure.Moved("review", "replied"), new CaseEvent.FactRecorded("register", null, SmallProcedure.Values(("why", SmallProcedure.Text("秘密"))), SmallProcedure.Basis));
            await database.Add(id, new CaseEvent.FactsCollected("register", "thirdParties", [], [new CollectedStretch("agency-1", n, n)], SmallProcedure.Basis));
            await database.Journal.Write(unit =>
            {
                unit.StoreReply(new IdempotencyKey("key-1", $"request-{n}"), id, new StoredReply("00", 201, "\"1\"", $"/cases/{id}", [.. "{}"u8]));
                return true;
            });
            await database.Database.AdminLog.Record("tested", $"case {n}", "{}", SmallProcedure.Registrar);
        }

        return database;
    }

    private static object Change(object value, Random random) => value switch
    {
        byte[] bytes => Flip([.. bytes], random),
        long number => number + 1000,
        _ => value + "x",
    };

    private static byte[] Flip(byte[] bytes, Random random)
    {
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return bytes;
    }

    private static bool Locates(Fault fault, string table, List<string> columns, object[] row)
    {
        if (table is "counters")
            return fault.Kind == FaultKind.AlteredProjection;
        if (table is "idempotency")
            return fault.Kind == FaultKind.AlteredReply;
        if (table is "checkpoints")
            return fault.Kind is FaultKind.BrokenCheckpoint or FaultKind.Uncovered or FaultKind.MissingEntry or FaultKind.AlteredAdminLog;
        if (table is "admin_log")
            return fault.Kind == FaultKind.AlteredAdminLog;
        var position = columns.IndexOf("position") is var at and >= 0 ? row[at + 1] : null;
        var id = new CaseId(new Guid((byte[])row[(table == "cases" ? columns.IndexOf("id") : columns.IndexOf("case_id")) + 1], bigEndian: true));
        return fault.Case == id || (position is long p && fault.Position == p);
    }
}
