using FluentAssertions;
using NUnit.Framework;

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
}
