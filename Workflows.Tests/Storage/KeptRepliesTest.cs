using System.Collections.Immutable;
using System.Text;
using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Tests.Storage;

/// <summary>First replies to administrative changes: kept with the change or not at all, readable to nobody who holds the file.</summary>
public class KeptRepliesTest
{
    private static readonly IdempotencyKey Key = new("key-1", "a");

    [Test]
    public async Task Reply_IsKeptWithItsChangeAndFoundAfterAStart()
    {
        using var database = new TestDatabase();
        var made = await Make(database);
        database.Reopen();

        Secret(database).Should().Be(made.Clear);
        database.Database.Replies.Find(Key with { Caller = "key-2" }).Should().BeNull();
        (await database.Journal.ForgetReplies(SmallProcedure.Morning.Plus(Duration.FromHours(48)))).Should().Be(0);
        (await database.Journal.ForgetReplies(SmallProcedure.Morning.Plus(Duration.FromHours(49)))).Should().Be(1);
    }

    [Test]
    public async Task ChangeWhoseReplyCannotBeMade_IsNotMade()
    {
        using var database = new TestDatabase();
        var making = () => database.Database.AccessKeys.Create(
            new KeyTerms("接口", ImmutableDictionary<string, ImmutableArray<string>>.Empty), SmallProcedure.Registrar, new FirstReply<NewAccessKey>(Key, _ => throw new InvalidOperationException("no reply")));

        (await making.Should().ThrowAsync<InvalidOperationException>()).WithMessage("no reply");
        database.Database.AccessKeys.All().Should().BeEmpty();
        database.Database.AdminLog.Read(0, 10).Should().BeEmpty();
        database.Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
    }

    [Test]
    public async Task Secret_StandsInNoFile()
    {
        using var database = new TestDatabase();
        var made = await Make(database);

        foreach (var path in Directory.GetFiles(database.Options.DataFolder, "cases.db*"))
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
            bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(made.Clear)).Should().Be(-1);
        }

        Secret(database).Should().Be(made.Clear);
    }

    [Test]
    public async Task Reply_IsReadUnderAnotherMasterKey()
    {
        using var database = new TestDatabase();
        var made = await Make(database);
        await database.Database.MasterKey.Begin(SmallProcedure.Registrar);
        while (await database.Database.MasterKey.Step(1))
        {
        }

        Secret(database).Should().Be(made.Clear);
        database.Reopen();
        Secret(database).Should().Be(made.Clear);
        database.Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
    }

    [TestCase("status = 200")]
    [TestCase("request_hash = 'other'")]
    [TestCase("location = '/elsewhere'")]
    [TestCase("caller = 'key-2'")]
    [TestCase("expires_at = expires_at + 1")]
    [TestCase("body = zeroblob(80)")]
    [TestCase("case_id = (SELECT id FROM cases)")]
    public async Task AlteredReply_IsFound(string change)
    {
        using var database = new TestDatabase();
        await database.Open();
        await Make(database);
        database.Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();

        database.Sql($"UPDATE idempotency SET {change}").Should().Be(1);

        database.Database.Verification.Run(replayed: true).Faults.Should().ContainSingle().Which.Kind.Should().Be(FaultKind.AlteredReply);
    }

    private static Task<NewAccessKey> Make(TestDatabase database) => database.Database.AccessKeys.Create(
        new KeyTerms("接口", ImmutableDictionary<string, ImmutableArray<string>>.Empty),
        SmallProcedure.Registrar,
        new FirstReply<NewAccessKey>(Key, made => new StoredReply("hash", 201, null, null, [.. Encoding.UTF8.GetBytes(made.Clear)])));

    private static string Secret(TestDatabase database) => Encoding.UTF8.GetString([.. database.Database.Replies.Find(Key)!.Body]);
}
