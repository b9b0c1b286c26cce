using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using Microsoft.Data.Sqlite;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Tests.Storage;

public class EncryptionTest
{
    private const string Personal = "欧阳机密姓名";

    [Test]
    public async Task PersonalData_StandsInNoFile()
    {
        using var database = new TestDatabase();
        var id = await database.Open(Personal);
        await database.Journal.Write(unit =>
        {
            var state = unit.Load(id)!;
            var moved = SmallProcedure.Moved("received", "review") with
            {
                Set = SmallProcedure.Values(
                    ("thirdParties", new FieldValue.Rows([SmallProcedure.Values(("name", SmallProcedure.Text(Personal)))])),
                    ("content", SmallProcedure.Text("公开的内容"))),
            };
            CaseEvent[] events =
            [
                moved,
                new CaseEvent.FactRecorded("register", null, SmallProcedure.Values(("who", SmallProcedure.Text(Personal))), SmallProcedure.Basis),
                new CaseEvent.ChildOpened(CaseId.Derive(id, 2, 0), "child", "agency-1", false, SmallProcedure.Basis),
                new CaseEvent.ChildHeard(CaseId.Derive(id, 2, 0), "heard", "done", SmallProcedure.Values(("who", SmallProcedure.Text(Personal)))),
                SmallProcedure.Receipt(1) with { Data = Personal },
            ];
            foreach (var what in events)
            {
                var entry = SmallProcedure.Entry(id, state.Version + 1, what, note: Personal);
                state = CaseState.Evolve(state, entry);
                unit.Append([entry], state, null);
            }

            unit.StoreReply(new IdempotencyKey("a", "b"), id, new StoredReply("h", 200, null, null, [.. Encoding.UTF8.GetBytes(Personal)]));
            return 0;
        });

        var files = Files(database);
        files.Should().HaveCountGreaterThan(1);
        files.Should().AllSatisfy(file =>
        {
            file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Personal)).Should().Be(-1);
            file.AsSpan().IndexOf("22028219900101123X"u8).Should().Be(-1);
        });
        files.Exists(file => file.AsSpan().IndexOf(Encoding.UTF8.GetBytes("公开的内容")) >= 0).Should().BeTrue("the scan must be able to find text");
        database.Database.Records.Document(id, 1)!.Data.Should().Be(Personal);
        database.Database.Records.Facts(new FactFilter { Kind = "register" }, 0, 10).Single().Values["who"].Should().Be(SmallProcedure.Text(Personal));
    }

    [Test]
    public async Task KeyDestroyed_PersonalDataIsGoneAndTheRestVerifies()
    {
        using var database = new TestDatabase();
        var id = await database.Open(Personal);
        var other = await database.Open(Personal);
        var wrapped = (byte[])database.Rows("SELECT wrapped FROM case_keys ORDER BY rowid LIMIT 1")[0][0];
        (await Destroy(database, id)).Should().Be(KeyDestruction.StillOpen);
        await database.Add(id, SmallProcedure.Moved("received", "replied", closes: true), SmallProcedure.Receipt(1));

        (await Destroy(database, id)).Should().Be(KeyDestruction.Destroyed);
        (await Destroy(database, id)).Should().Be(KeyDestruction.AlreadyDestroyed);
        (await Destroy(database, new CaseId(Guid.NewGuid()))).Should().Be(KeyDestruction.NotFound);

        for (var opened = 0; opened < 2; opened++)
        {
            database.Journal.Find(id)!.Fields["applicant.name"].Should().Be(Destroyed.Value);
            database.Journal.Find(id)!.Fields["content"].Should().Be(SmallProcedure.Text("预算决算"));
            database.Journal.Find(other)!.Fields["applicant.name"].Should().Be(SmallProcedure.Text(Personal));
            database.Database.Records.Document(id, 1)!.Data.Should().Be(Destroyed.Data);
            database.Database.Records.History(id, 0, 10).Should().HaveCount(3);
            database.Database.Cases.FindBySearchHash("applicant.name", Personal).Should().Equal(other);
            database.Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
            database.Reopen();
        }

        Files(database).Should().AllSatisfy(file => file.AsSpan().IndexOf(wrapped).Should().Be(-1));
        await database.Invoking(it => it.Add(id, new CaseEvent.CalendarAdopted("a", "b"))).Should().ThrowAsync<CaseErasedException>();
    }

    [Test]
    public async Task KeyDestroyedWhileAReadGoesOn_OldPagesAreTakenAwayAfterIt()
    {
        using var database = new TestDatabase();
        var id = await database.Open(Personal);
        var wrapped = (byte[])database.Rows("SELECT wrapped FROM case_keys")[0][0];
        await database.Add(id, SmallProcedure.Moved("received", "replied", closes: true), SmallProcedure.Receipt(1));
        await using (var reader = new SqliteConnection($"Data Source={Path.Combine(database.Options.DataFolder, "cases.db")};Pooling=False"))
        {
            reader.Open();
            await using var begin = reader.CreateCommand();
            begin.CommandText = "BEGIN; SELECT count(*) FROM case_keys";
            await begin.ExecuteScalarAsync();
            (await Destroy(database, id)).Should().Be(KeyDestruction.Destroyed);
            (await database.Journal.TakeOldPagesAway()).Should().BeFalse();
            Files(database).Exists(file => file.AsSpan().IndexOf(wrapped) >= 0).Should().BeTrue("the reader may still need them");
        }

        (await database.Journal.TakeOldPagesAway()).Should().BeTrue();
        Files(database).Should().AllSatisfy(file => file.AsSpan().IndexOf(wrapped).Should().Be(-1));
    }

    [Test]
    public async Task EnvelopeMovedElsewhere_DoesNotOpen()
    {
        using var database = new TestDatabase();
        var one = await database.Open("甲");
        await database.Open("乙");
        var envelope = Envelope(database, 1);
        database.Sql("UPDATE journal SET bytes = CAST(replace(CAST(bytes AS TEXT), $1, $2) AS BLOB)", envelope, Envelope(database, 2));

        database.Database.Records.Invoking(records => records.History(one, 0, 1)).Should().Throw<CryptographicException>();
    }

    [Test]
    public async Task MasterKey_WrongOrMissing_IsRefused()
    {
        using var database = new TestDatabase();
        var id = await database.Open();
        var path = Path.GetFullPath(Path.Combine(database.Options.DataFolder, "..", "keys", "master.key"));
        var key = await File.ReadAllTextAsync(path);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        database.Database.Dispose();

        await File.WriteAllTextAsync(path, Convert.ToBase64String(new byte[32]));
        database.Invoking(it => it.Reopen()).Should().Throw<DatabaseRefusedException>().WithMessage("*not the one*");
        File.Delete(path);
        database.Invoking(it => it.Reopen()).Should().Throw<DatabaseRefusedException>().WithMessage("*missing*");
        await File.WriteAllTextAsync(path, key);
        database.Reopen();
        database.Journal.Find(id).Should().NotBeNull();
    }

    private static Task<KeyDestruction> Destroy(TestDatabase database, CaseId id) =>
        database.Journal.DestroyKey(id, "保存期满", SmallProcedure.Registrar);

    private static List<byte[]> Files(TestDatabase database) =>
        [.. Directory.GetFiles(database.Options.DataFolder, "cases.db*").Select(path =>
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        })];

    private static string Envelope(TestDatabase database, int position)
    {
        var json = Encoding.UTF8.GetString((byte[])database.Rows($"SELECT bytes FROM journal WHERE position = {position}")[0][0]);
        var start = json.IndexOf("\"applicant.name\":{\"$sealed\":\"", StringComparison.Ordinal) + "\"applicant.name\":{\"$sealed\":\"".Length;
        return json[start..json.IndexOf('"', start)];
    }
}
