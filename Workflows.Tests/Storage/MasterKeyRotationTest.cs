using FluentAssertions;
using NUnit.Framework;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Tests.Storage;

/// <summary>Another master key takes the place of the one in use, in batches, whatever happens on the way.</summary>
public class MasterKeyRotationTest
{
    private const string Name = "欧阳机密姓名";

    [Test]
    public async Task Rotation_RewrapsEveryKeyAndTheOldOneIsNoLongerNeeded()
    {
        using var database = new TestDatabase();
        var ids = await Open(database, 5);
        var old = await File.ReadAllTextAsync(KeyFile(database));
        var before = Wrapped(database);

        (await database.Database.MasterKey.Begin(SmallProcedure.Registrar)).Outcome.Should().Be(RotationBegin.Begun);
        (await database.Database.MasterKey.Begin(SmallProcedure.Registrar)).Outcome.Should().Be(RotationBegin.Running);
        while (await database.Database.MasterKey.Step(2))
            Check(database, ids);

        (await File.ReadAllTextAsync(KeyFile(database))).Should().NotBe(old);
        File.Exists(KeyFile(database) + ".next").Should().BeFalse();
        Wrapped(database).Should().NotIntersectWith(before);
        database.Reopen();
        Check(database, ids);
        database.Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
        database.Database.AdminLog.Read(0, 100).Select(entry => entry.Action).Should().Contain(["master-key.rotation-began", "master-key.rotated"]);

        database.Database.Dispose();
        await File.WriteAllTextAsync(KeyFile(database), old);
        database.Invoking(it => it.Reopen()).Should().Throw<DatabaseRefusedException>();
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    public async Task ProcessEndsOnTheWay_TheNextOneGoesOn(int steps)
    {
        using var database = new TestDatabase();
        var ids = await Open(database, 5);
        await database.Database.MasterKey.Begin(SmallProcedure.Registrar);
        for (var step = 0; step < steps; step++)
            (await database.Database.MasterKey.Step(2)).Should().BeTrue();

        database.Reopen();
        database.Database.MasterKey.Standing().NextCheck.Should().NotBeNull();
        Check(database, ids);
        ids = [.. ids, .. await Open(database, 1)];
        while (await database.Database.MasterKey.Step(2))
            database.Reopen();

        database.Database.MasterKey.Standing().NextCheck.Should().BeNull();
        database.Reopen();
        Check(database, ids);
        database.Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
    }

    [Test]
    public async Task ProcessEndsBeforeTheFileIsInPlace_TheNextOnePutsItThere()
    {
        using var database = new TestDatabase();
        var ids = await Open(database, 1);
        var old = await File.ReadAllTextAsync(KeyFile(database));
        await database.Database.MasterKey.Begin(SmallProcedure.Registrar);
        (await database.Database.MasterKey.Step(10)).Should().BeFalse();
        database.Database.Dispose();
        File.Move(KeyFile(database), KeyFile(database) + ".next");
        await File.WriteAllTextAsync(KeyFile(database), old);

        database.Reopen();
        Check(database, ids);
        File.Exists(KeyFile(database) + ".next").Should().BeFalse();
    }

    [Test]
    public async Task CasesGoOnAndKeysAreDestroyedMeanwhile()
    {
        using var database = new TestDatabase();
        var ids = await Open(database, 3);
        await database.Database.MasterKey.Begin(SmallProcedure.Registrar);
        await database.Database.MasterKey.Step(1);
        var late = await Open(database, 1);
        foreach (var id in ids)
            await database.Add(id, SmallProcedure.Moved("received", "replied", closes: true));
        await database.Journal.DestroyKey(ids[0], "期满", SmallProcedure.Registrar);
        while (await database.Database.MasterKey.Step(1))
        {
        }

        Check(database, [.. ids[1..], .. late]);
        database.Journal.Find(ids[0])!.Fields["applicant.name"].Should().Be(Destroyed.Value);
        database.Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
    }

    [Test]
    public async Task KeyFromTheEnvironment_NeedsTheNextOneThere()
    {
        var (one, two) = (Convert.ToBase64String([.. Enumerable.Repeat((byte)1, 32)]), Convert.ToBase64String([.. Enumerable.Repeat((byte)2, 32)]));
        using var without = new TestDatabase(options => options with { MasterKey = one });
        (await without.Database.MasterKey.Begin(SmallProcedure.Registrar)).Outcome.Should().Be(RotationBegin.NoKey);

        using var database = new TestDatabase(options => options with { MasterKey = one, NextMasterKey = two });
        var ids = await Open(database, 1);
        (await database.Database.MasterKey.Begin(SmallProcedure.Registrar)).Outcome.Should().Be(RotationBegin.Begun);
        (await database.Database.MasterKey.Step(10)).Should().BeFalse();
        database.Database.Dispose();
        using (var moved = CaseDatabase.Open(database.Options with { MasterKey = two, NextMasterKey = null }, SmallProcedure.Find))
            moved.Journal.Find(ids[0])!.Fields["applicant.name"].Should().Be(SmallProcedure.Text(Name));
        database.Reopen();
        Check(database, ids);
    }

    private static string KeyFile(TestDatabase database) => Path.GetFullPath(Path.Combine(database.Options.DataFolder, "..", "keys", "master.key"));

    private static async Task<CaseId[]> Open(TestDatabase database, int count)
    {
        var ids = new CaseId[count];
        for (var n = 0; n < count; n++)
            ids[n] = await database.Open(Name);
        return ids;
    }

    private static string[] Wrapped(TestDatabase database) =>
        [.. database.Rows("SELECT wrapped FROM case_keys").Select(row => Convert.ToHexString((byte[])row[0]))];

    private static void Check(TestDatabase database, CaseId[] ids)
    {
        database.Database.Cases.FindBySearchHash("applicant.name", Name).Should().Equal(ids);
        foreach (var id in ids)
            database.Database.Records.History(id, 0, 1).Single().Entry.Event.Should().BeOfType<CaseEvent.Opened>()
                .Which.Set["applicant.name"].Should().Be(SmallProcedure.Text(Name));
    }
}
