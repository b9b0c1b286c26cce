using System.Collections.Immutable;
using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Tests.Storage;

/// <summary>Whatever is changed, removed or added in the tables that administrators change is found, with its table, key and column.</summary>
public class ReferenceTamperingTest
{
    private static readonly ActorStamp By = SmallProcedure.Registrar;

    /// <summary>The tables with the columns of their keys, and the rows that the administrative log accounts for.</summary>
    private static readonly (string Table, string[] Keys, string Rows)[] Watched =
    [
        ("definitions", ["procedure", "version"], "true"),
        ("drafts", ["procedure"], "true"),
        ("templates", ["id", "version"], "true"),
        ("notices", ["jurisdiction", "year", "revision"], "true"),
        ("agencies", ["id"], "true"),
        ("access_keys", ["id"], "true"),
        ("accounts", ["id"], "true"),
        ("sessions", ["id"], "true"),
        ("deadline_feeds", ["id"], "true"),
        ("case_links", ["id"], "true"),
        ("case_keys", ["case_id"], "wrapped IS NULL"),
        ("sandbox_clock", ["id"], "true"),
        ("meta", ["key"], "key IN ('calendar version', 'sandbox')"),
    ];

    [Test]
    public async Task EveryChangeOfEveryColumn_IsFoundWithItsTableKeyAndColumn()
    {
        using var database = await Filled();
        var (changes, missed) = (0, new List<string>());
        foreach (var (table, keys, where) in Watched)
        {
            var columns = database.Rows($"SELECT name, \"notnull\" FROM pragma_table_info('{table}')");
            foreach (var row in database.Rows($"SELECT rowid, * FROM {table} WHERE {where}"))
            {
                for (var index = 0; index < columns.Count; index++)
                {
                    var name = (string)columns[index][0];
                    foreach (var changed in Changes(row[index + 1], mayBeNull: (long)columns[index][1] == 0))
                    {
                        database.Sql($"UPDATE {table} SET {name} = $1 WHERE rowid = $2", changed, row[0]).Should().Be(1);
                        changes++;
                        var fault = Faults(database).FirstOrDefault(fault => fault.Table == table && fault.Key == Key(keys, columns, row));
                        if (fault is null || (!keys.Contains(name) && !fault.Detail.Contains(name, StringComparison.Ordinal)))
                            missed.Add($"{table}.{name}: {row[index + 1]} → {changed}: {fault}");
                        var rowid = table == "sandbox_clock" && name == "id" ? changed : row[0];
                        database.Sql($"UPDATE {table} SET {name} = $1 WHERE rowid = $2", row[index + 1], rowid).Should().Be(1);
                    }
                }
            }
        }

        missed.Should().BeEmpty();
        changes.Should().BeGreaterThan(100);
        database.Database.Verification.Run(replayed: true).Faults.Should().BeEmpty("everything was put back");
    }

    [Test]
    public async Task EveryRowTakenAwayOrAdded_IsFoundWithItsTableAndKey()
    {
        using var database = await Filled();
        foreach (var (table, keys, where) in Watched)
        {
            var columns = database.Rows($"SELECT name, \"notnull\" FROM pragma_table_info('{table}')");
            foreach (var row in database.Rows($"SELECT rowid, * FROM {table} WHERE {where}"))
            {
                database.Sql($"DELETE FROM {table} WHERE rowid = $1", row[0]);
                Faults(database).Should().ContainSingle(fault => fault.Table == table && fault.Key == Key(keys, columns, row));
                Insert(database, table, columns, row);
            }
        }

        database.Sql("INSERT INTO definitions SELECT procedure, 9, yaml, sha256, published_at, published_by, effective_at FROM definitions LIMIT 1");
        database.Sql("INSERT INTO drafts SELECT 'other', revision, yaml, edited_at, edited_by FROM drafts LIMIT 1");
        database.Sql("INSERT INTO templates SELECT id, 9, content, sha256, published_at, published_by FROM templates LIMIT 1");
        database.Sql("INSERT INTO notices SELECT jurisdiction, year, 9, json, calendar_version, loaded_at, loaded_by FROM notices LIMIT 1");
        database.Sql("INSERT INTO agencies SELECT 'other', json FROM agencies LIMIT 1");
        database.Sql("INSERT INTO access_keys (id, name, hash, grants, owner, may_backdate, created_at) SELECT 'other', name, x'00', grants, 1, 1, created_at FROM access_keys LIMIT 1");
        Faults(database).Select(fault => $"{fault.Table} {fault.Key}").Should().BeEquivalentTo(
            "definitions p/9", "drafts other", "templates t/9", "notices CN/2027/9", "agencies other", "access_keys other");
    }

    [Test]
    public async Task TextExchangedTogetherWithItsHash_IsFound()
    {
        using var database = await Filled();
        var other = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("other"u8));
        database.Sql("UPDATE definitions SET yaml = 'other', sha256 = $1 WHERE version = 1", other);
        database.Sql("UPDATE templates SET content = CAST('other' AS BLOB), sha256 = $1", other);

        Faults(database).Select(fault => fault.Detail).Should().Equal(
            "Not as administrative change 2 left it: yaml, sha256.", "Not as administrative change 5 left it: content, sha256.");
    }

    [Test]
    public async Task CaseKeyDestroyedPastTheLog_IsFound()
    {
        using var database = await Filled();
        var id = await database.Open(name: null);
        database.Sql("UPDATE case_keys SET wrapped = NULL, destroyed_at = 1 WHERE case_id = $1", id.Value.ToByteArray(bigEndian: true));

        Faults(database).Should().ContainSingle().Which.Case.Should().Be(id);
    }

    private static async Task<TestDatabase> Filled()
    {
        var database = new TestDatabase(options => options with { Sandbox = true });
        var open = database.Database;
        await open.Definitions.SaveDraft("p", "text 1", 0, By);
        await open.Definitions.Publish("p", 1, "text 1", By);
        await open.Definitions.Publish("p", 2, "text 2", By);
        await open.Definitions.SaveDraft("q", "text", 0, By);
        await open.Templates.Publish("t", 1, [1, 2], By);
        await open.Notices.Add("CN", 2027, "{}", "CN@1", By);
        await open.Notices.Add("CN", 2027, "{ }", "CN@2", By);
        await open.Agencies.Put([new Agency { Id = "a", Name = "教育局", Level = "county", Division = "220282" }], By);
        await open.Agencies.Put([new Agency { Id = "a", Name = "桦甸市教育局", Level = "county", Division = "220282" }], By);
        var grants = ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("b", ["registrar"]).Add("a", ["handler", "registrar"]);
        await open.AccessKeys.Create(new KeyTerms("王登记", grants) { Owner = true }, By);
        var revoked = await open.AccessKeys.Create(new KeyTerms("李", grants, MayBackdate: true), By);
        await open.AccessKeys.Revoke(revoked.Key.Id, By);
        var limited = await open.AccessKeys.Create(
            new KeyTerms("接口", grants) { Administration = AdministrationKind.System, ExpiresAt = SmallProcedure.Morning + Duration.FromDays(9), Scope = new KeyScope(["p"], ["read"]) }, By);
        await open.AccessKeys.Rotate(limited.Key.Id, Duration.FromDays(1), null, By);
        var person = (AccountChange.Done)await open.Accounts.Create(
            new Account("", "wang", "王登记", grants, "hash", default) { Administration = AdministrationKind.Audit, DisabledAt = SmallProcedure.Morning }, By);
        await open.Accounts.Change(person.Account.Id, "account.enabled", (account, _) => account with { DisabledAt = null }, By);
        await open.Sessions.Begin(new SignIn(person.Account.Id, PasswordRight: false, null, null));
        await open.Sessions.Begin(new SignIn(person.Account.Id, PasswordRight: true, null, null));
        var ended = await open.Sessions.Begin(new SignIn(person.Account.Id, PasswordRight: true, null, null));
        await open.Sessions.End(ended!.Id, By);
        var feed = await open.DeadlineFeeds.Create("a", "handler", ["p"], SmallProcedure.Morning + Duration.FromDays(9), By);
        await open.DeadlineFeeds.Create("a", "registrar", null, SmallProcedure.Morning + Duration.FromDays(9), By);
        await open.DeadlineFeeds.Revoke(feed!.Feed.Id, null, By);
        await open.SandboxClock.Set(SmallProcedure.Morning, By);
        await open.SandboxClock.Set(SmallProcedure.Morning + Duration.FromDays(1), By);
        var id = await database.Open();
        await database.Add(id, SmallProcedure.Moved("received", "replied", closes: true));
        await database.Journal.DestroyKey(id, "保存期满", By);
        var linked = await database.Open();
        var link = await open.CaseLinks.Create(linked, CaseLinkKind.AnswerConsultation, "answer", [], SmallProcedure.Morning + Duration.FromDays(9), By);
        await database.Journal.Write(unit => CaseLinkStore.Use(unit, link.Link) is null);
        var seeing = await open.CaseLinks.Create(linked, CaseLinkKind.SeeState, null, ["receipt"], SmallProcedure.Morning + Duration.FromDays(9), By);
        await open.CaseLinks.Revoke(linked, seeing.Link.Id, By);
        open.Verification.Run(replayed: true).Faults.Should().BeEmpty();
        return database;
    }

    private static ImmutableArray<Fault> Faults(TestDatabase database)
    {
        var faults = database.Database.Verification.Run().Faults;
        faults.Should().OnlyContain(fault => fault.Kind == FaultKind.AlteredReference);
        return faults;
    }

    private static IEnumerable<object> Changes(object value, bool mayBeNull)
    {
        if (value is DBNull)
            return [1L];
        IEnumerable<object> changes = value switch
        {
            byte[] bytes => [bytes.Append((byte)7).ToArray(), bytes.Select((one, index) => index == 0 ? (byte)(one ^ 1) : one).ToArray()],
            long number => [number ^ 1, number + 1000],
            string text => [text + "x", text.ToUpperInvariant() + " "],
            _ => throw new ArgumentException("A column of another type.", nameof(value)),
        };
        return mayBeNull ? changes.Append(DBNull.Value) : changes;
    }

    private static string Key(string[] keys, List<object[]> columns, object[] row) => string.Join('/', keys.Select(key =>
        row[columns.FindIndex(column => key.Equals(column[0])) + 1] is var value && value is byte[] bytes ? new CaseId(new Guid(bytes, bigEndian: true)).ToString() : $"{value}"));

    private static void Insert(TestDatabase database, string table, List<object[]> columns, object[] row) => database.Sql(
        $"INSERT INTO {table} (rowid, {string.Join(',', columns.Select(column => column[0]))}) VALUES ({string.Join(',', row.Select((_, index) => $"${index + 1}"))})", row);
}
