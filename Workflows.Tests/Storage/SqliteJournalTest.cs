using FluentAssertions;
using NUnit.Framework;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Tests.Storage;

public class SqliteJournalTest
{
    [Test]
    public async Task Write_IsSeenByReadersAndAfterReopening()
    {
        using var database = new TestDatabase();
        var id = await database.Open();
        await database.Add(id, SmallProcedure.Moved("received", "review"), SmallProcedure.Due(SmallProcedure.FRI_2026_01_09), SmallProcedure.Receipt(1));

        var before = database.Journal.Find(id)!;
        database.Reopen();
        var after = database.Journal.Find(id)!;

        before.Version.Should().Be(4);
        after.Should().BeEquivalentTo(before, options => options.RespectingRuntimeTypes());
        database.Database.Records.History(id, 0, 10).Select(stored => stored.Entry.Sequence).Should().Equal(1, 2, 3, 4);
        database.Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
    }

    [Test]
    public async Task Write_OfOneFailingItem_LeavesTheOthersOfItsGroup()
    {
        using var database = new TestDatabase();
        var id = await database.Open();
        using var held = new Held(database.Journal);
        var before = database.Add(id, SmallProcedure.Moved("received", "review"));
        var failing = database.Journal.Write<bool>(unit =>
        {
            TestDatabase.Append(unit, id, [SmallProcedure.Moved("review", "lost")]);
            unit.Load(id)!.State.Should().Be("lost");
            throw new NotSupportedException("a bug");
        });
        var after = database.Add(id, SmallProcedure.Moved("review", "replied"));
        held.Release();

        await Task.WhenAll(before, after);
        await failing.Invoking(task => task).Should().ThrowAsync<NotSupportedException>();
        database.Journal.Find(id)!.State.Should().Be("replied");
        database.Journal.Find(id)!.Version.Should().Be(3);
        database.Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
    }

    [Test]
    public async Task Write_OfManyFailingItems_UndoesEachAloneWhetherItHadWrittenOrNot()
    {
        using var database = new TestDatabase();
        var id = await database.Open();
        using var held = new Held(database.Journal);
        var tasks = Enumerable.Range(0, 12).Select(Task (index) => index % 3 == 0
            ? database.Add(id, SmallProcedure.Due(SmallProcedure.FRI_2026_01_09.PlusDays(index)))
            : database.Journal.Write<bool>(unit =>
            {
                if (index % 3 == 1)
                    TestDatabase.Append(unit, id, [SmallProcedure.Moved("received", "lost")]);
                throw new NotSupportedException("a bug");
            })).ToList();
        held.Release();

        foreach (var (task, index) in tasks.Select((task, index) => (task, index)))
        {
            if (index % 3 == 0)
                await task;
            else
                await task.Invoking(failing => failing).Should().ThrowAsync<NotSupportedException>();
        }

        database.Journal.Find(id)!.Version.Should().Be(5);
        database.Journal.Find(id)!.State.Should().Be("received");
        database.Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
    }

    [Test]
    public async Task Write_UncommittedState_IsNotShownToReaders()
    {
        using var database = new TestDatabase();
        var id = await database.Open();

        var seen = await database.Journal.Write(unit =>
        {
            TestDatabase.Append(unit, id, [SmallProcedure.Moved("received", "review")]);
            return (Inside: unit.Load(id)!.State, Outside: database.Journal.Find(id)!.State);
        });

        seen.Should().Be(("review", "received"));
    }

    [Test]
    public async Task Write_FourCallersOnOneCase_EachEffectOnce()
    {
        using var database = new TestDatabase();
        var id = await database.Open();
        const int rounds = 1000;

        var won = 0;
        for (var round = 1; round <= rounds; round++)
        {
            var version = round;
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => database.Journal.Write(unit =>
            {
                if (unit.Load(id)!.Version != version)
                    return false;
                TestDatabase.Append(unit, id, [new CaseEvent.CalendarAdopted("a", "b")]);
                return true;
            })));
            won += answers.Count(answer => answer);
        }

        won.Should().Be(rounds);
        database.Journal.Find(id)!.Version.Should().Be(rounds + 1);
        database.Database.Verification.Run().Faults.Should().BeEmpty();
    }

    [Test]
    public async Task Write_FailedCommit_LeavesNothingAndRecovers()
    {
        using var database = new TestDatabase();
        var id = await database.Open();
        database.Sql("CREATE TRIGGER broken BEFORE INSERT ON checkpoints BEGIN SELECT RAISE(ROLLBACK, 'disk'); END");

        await database.Invoking(it => it.Add(id, SmallProcedure.Moved("received", "review"), SmallProcedure.Receipt(1)))
            .Should().ThrowAsync<JournalUnavailableException>();

        database.Journal.Find(id)!.State.Should().Be("received");
        database.Sql("DROP TRIGGER broken");
        (await database.Add(id, SmallProcedure.Moved("received", "review"), SmallProcedure.Receipt(1))).Version.Should().Be(3);
        database.Database.Records.LastPosition().Should().Be(3);
        database.Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
    }

    [Test]
    public async Task Write_TransactionLostInTheMiddleOfAGroup_FailsAllOfIt()
    {
        using var database = new TestDatabase();
        var id = await database.Open();
        database.Sql("CREATE TRIGGER broken BEFORE INSERT ON documents BEGIN SELECT RAISE(ROLLBACK, 'disk'); END");
        using var held = new Held(database.Journal);
        var good = database.Add(id, SmallProcedure.Moved("received", "review"));
        var bad = database.Journal.Write(unit => TestDatabase.Append(unit, id, [SmallProcedure.Receipt(1)]));
        held.Release();

        await good.Invoking(task => task).Should().ThrowAsync<JournalUnavailableException>();
        await bad.Invoking(task => task).Should().ThrowAsync<JournalUnavailableException>();
        database.Journal.Find(id)!.State.Should().Be("received");
    }

    [Test]
    public async Task Write_AfterDisposal_IsUnavailable()
    {
        var database = new TestDatabase();
        database.Dispose();

        await database.Journal.Invoking(journal => journal.Write(_ => 0)).Should().ThrowAsync<JournalUnavailableException>();
    }

    [Test]
    public async Task Append_EntriesThatDoNotFollow_AreRefused()
    {
        using var database = new TestDatabase();
        var id = await database.Open();
        var state = database.Journal.Find(id)!;

        foreach (var sequence in new[] { 1, 3 })
        {
            await database.Journal.Invoking(journal => journal.Write(unit =>
            {
                unit.Append([SmallProcedure.Entry(id, sequence, new CaseEvent.CalendarAdopted("a", "b"))], state with { Version = sequence }, null);
                return 0;
            })).Should().ThrowAsync<InvalidOperationException>();
        }
    }

    [Test]
    public async Task Append_Numbers_HaveNoGapsUnderRollback()
    {
        using var database = new TestDatabase();
        var work = Enumerable.Range(0, 300).Select(async index =>
        {
            try
            {
                await database.Journal.Write(unit =>
                {
                    var id = new CaseId(Guid.NewGuid());
                    TestDatabase.Append(unit, id, [SmallProcedure.Opened(unit.NextSerial("case/agency-1", 2026))]);
                    return index % 3 == 0 ? throw new NotSupportedException() : id;
                });
            }
            catch (NotSupportedException)
            {
            }
        });
        await Task.WhenAll(work);

        var page = database.Database.Cases.List(new CaseFilter(), null, 500);
        page.Cases.Reverse().Select(found => found.Reference).Should().Equal(Enumerable.Range(1, 200).Select(serial => $"申〔2026〕{serial}号"));
        (await database.Journal.Write(unit => unit.NextSerial("case/agency-1", 2026))).Should().Be(201);
        (await database.Journal.Write(unit => unit.NextSerial("case/agency-1", 2027))).Should().Be(1);
        database.Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
    }

    [Test]
    public async Task Append_NumberOutOfTurn_IsRefused()
    {
        using var database = new TestDatabase();

        await database.Journal.Invoking(journal => journal.Write(unit =>
            TestDatabase.Append(unit, new CaseId(Guid.NewGuid()), [SmallProcedure.Opened(2)]))).Should().ThrowAsync<InvalidOperationException>();
    }

    [Test]
    public async Task Write_ManyCallers_EverythingAcknowledgedIsThere()
    {
        using var database = new TestDatabase(options => options with { CachedCases = 3 });
        var ids = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => database.Open()));
        await Task.WhenAll(Enumerable.Range(0, 32).Select(async caller =>
        {
            for (var n = 0; n < 25; n++)
                await database.Add(ids[(caller + n) % ids.Length], new CaseEvent.CalendarAdopted("a", "b"));
        }));
        database.Reopen();

        ids.Sum(id => database.Journal.Find(id)!.Version - 1).Should().Be(32 * 25);
        database.Database.Records.LastPosition().Should().Be((32 * 25) + 16);
        database.Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
    }

    [Test]
    public void Open_ASecondTime_IsRefused()
    {
        using var database = new TestDatabase();

        FluentActions.Invoking(() => CaseDatabase.Open(database.Options, SmallProcedure.Find))
            .Should().Throw<DatabaseRefusedException>().WithMessage("*in use*");
    }

    [Test]
    public async Task Sm3_ChainsAndVerifies()
    {
        using var database = new TestDatabase(options => options with { Hash = ChainHash.Sm3 });
        await database.Open();
        database.Reopen();

        database.Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
    }

    /// <summary>Keeps the writer busy, so that what is written meanwhile becomes one group.</summary>
    private sealed class Held : IDisposable
    {
        private readonly ManualResetEventSlim entered = new();
        private readonly ManualResetEventSlim released = new();
        private readonly Task work;

        public Held(SqliteJournal journal)
        {
            work = Task.Run(() => journal.Write(_ =>
            {
                entered.Set();
                released.Wait();
                return 0;
            }));
            entered.Wait();
        }

        public void Release()
        {
            released.Set();
            work.Wait();
        }

        public void Dispose()
        {
            entered.Dispose();
            released.Dispose();
        }
    }
}
