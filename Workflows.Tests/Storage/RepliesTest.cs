using System.Text;
using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;

namespace Workflows.Tests.Storage;

/// <summary>First replies to idempotency keys, kept with the case.</summary>
public class RepliesTest
{
    private static readonly IdempotencyKey Key = new("key-1", "a");
    private static readonly StoredReply Reply = new("hash", 201, "\"1\"", "/cases/1", [1, 2, 3]);

    [Test]
    public async Task Replies_AreFoundAgainAndForgottenInTime()
    {
        using var database = new TestDatabase();
        await Store(database);
        database.Reopen();

        (await database.Journal.Write(unit => unit.FindReply(Key))).Should().BeEquivalentTo(Reply);
        (await database.Journal.Write(unit => unit.FindReply(Key with { Caller = "key-2" }))).Should().BeNull();
        (await database.Journal.ForgetReplies(SmallProcedure.Morning.Plus(Duration.FromHours(24)))).Should().Be(0);
        (await database.Journal.ForgetReplies(SmallProcedure.Morning.Plus(Duration.FromHours(49)))).Should().Be(1);
    }

    [Test]
    public async Task ReplyOfAnOlderProgram_IsGivenAgainAndVerifies()
    {
        using var database = new TestDatabase();
        var id = await Store(database);
        using (var session = DatabaseFile.OpenWriter(database.Options))
        {
            using var master = MasterKey.Load(database.Options, session);
            using var sealer = new CaseKeys(master).Find(session, id);
            var key = Encoding.UTF8.GetBytes($"reply\n{Key.Caller}\n{Key.Key}");
            session.Sql("UPDATE idempotency SET body = ?").With(sealer.SealBytes([1, 2, 3], [.. id.Value.ToByteArray(bigEndian: true), .. key])).Run().Should().Be(1);
        }

        (await database.Journal.Write(unit => unit.FindReply(Key))).Should().BeEquivalentTo(Reply);
        database.Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
    }

    private static async Task<CaseId> Store(TestDatabase database)
    {
        var id = await database.Open();
        await database.Journal.Write(unit =>
        {
            unit.StoreReply(Key, id, Reply);
            return 0;
        });
        return id;
    }
}
