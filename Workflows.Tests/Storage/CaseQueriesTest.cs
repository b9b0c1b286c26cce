using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Tests.Storage;

public class CaseQueriesTest
{
    private static readonly LocalDate Friday = SmallProcedure.FRI_2026_01_09;
    private static readonly Instant FridayMidnight = Instant.FromUtc(2026, 1, 9, 16, 0);

    [Test]
    public async Task List_PagesStayStableWhileCasesCome()
    {
        using var database = new TestDatabase();
        for (var n = 0; n < 7; n++)
            await database.Open();
        var seen = new List<long>();
        string? cursor = null;
        do
        {
            var page = database.Database.Cases.List(new CaseFilter(), cursor, 3);
            seen.AddRange(page.Cases.Select(found => found.Received));
            cursor = page.Next;
            await database.Open();
        }
        while (cursor is not null);

        seen.Should().Equal(7, 6, 5, 4, 3, 2, 1);
    }

    [Test]
    public async Task List_DueFirst_OrdersAndPagesByDueDate()
    {
        using var database = new TestDatabase();
        var ids = new List<CaseId>();
        foreach (var days in new[] { 3, 1, 2, 1 })
            ids.Add(await database.Open(more: SmallProcedure.Due(Friday.PlusDays(days))));
        await database.Open();

        var first = database.Database.Cases.List(new CaseFilter(), null, 2, CaseOrder.DueFirst);
        var second = database.Database.Cases.List(new CaseFilter(), first.Next, 2, CaseOrder.DueFirst);

        first.Cases.Concat(second.Cases).Select(found => found.Id).Should().Equal(ids[1], ids[3], ids[2], ids[0]);
        second.Next.Should().BeNull();
    }

    [Test]
    public async Task List_EachFilter_FindsItsCases()
    {
        using var database = new TestDatabase();
        var cases = database.Database.Cases;
        var due = await database.Open(more: SmallProcedure.Due(Friday));
        var child = await database.Open(agency: "agency-2", parent: new ParentLink(due, due, "agency-1"));
        await database.Add(child, SmallProcedure.Moved("received", "review/hearing"));
        var bare = await database.Open(name: null);
        await database.Add(bare, SmallProcedure.Moved("received", "replied", closes: true));

        Found(new CaseFilter { Agencies = ["agency-2", "agency-3"] }).Should().Equal(child);
        Found(new CaseFilter { Agencies = ["agency-2"] }).Should().Equal(child);
        Found(new CaseFilter { Agencies = [] }).Should().BeEmpty();
        Found(new CaseFilter { State = "review" }).Should().Equal(child);
        Found(new CaseFilter { Parent = due }).Should().Equal(child);
        Found(new CaseFilter { Closed = true }).Should().Equal(bare);
        Found(new CaseFilter { Procedure = "other" }).Should().BeEmpty();
        Found(new CaseFilter { OverdueAt = FridayMidnight }).Should().Equal(due);
        Found(new CaseFilter { OverdueAt = FridayMidnight - Duration.FromSeconds(1) }).Should().BeEmpty();
        Found(new CaseFilter { DueBefore = Friday }).Should().BeEmpty();
        Found(new CaseFilter { DueBefore = Friday.PlusDays(1) }).Should().Equal(due);
        Found(new CaseFilter { OpenedFrom = Friday, OpenedThrough = Friday }).Should().HaveCount(3);
        Found(new CaseFilter { OpenedFrom = Friday.PlusDays(1) }).Should().BeEmpty();
        Found(new CaseFilter { OpenedThrough = Friday.PlusDays(-1) }).Should().BeEmpty();
        Found(new CaseFilter { Text = "决算" }).Should().BeEquivalentTo([due, child]);
        Found(new CaseFilter { Text = "%" }).Should().BeEmpty();
        Found(new CaseFilter { Text = "张三" }).Should().BeEmpty("names are personal");
        Found(new CaseFilter { Reference = "申〔2026〕2号" }).Should().Equal(bare);
        cases.FindByReference("申〔2026〕2号")!.Id.Should().Be(bare);
        cases.Find(child)!.Root.Should().Be(due);
        cases.Count(new CaseFilter { Agencies = ["agency-1"] }).Should().Be(2);

        IEnumerable<CaseId> Found(CaseFilter filter) => cases.List(filter, null, 10).Cases.Select(found => found.Id);
    }

    [Test]
    public void List_CursorThatIsNone_Throws()
    {
        using var database = new TestDatabase();

        database.Database.Cases.Invoking(cases => cases.List(new CaseFilter(), "x", 1)).Should().Throw<FormatException>();
    }

    [Test]
    public async Task DueCases_AreThoseWhoseTimeHasCome()
    {
        using var database = new TestDatabase();
        var late = await Attended(database, 2);
        var soon = await Attended(database, 1);
        await database.Open();

        database.Database.Cases.DueCases(FridayMidnight, 10).Should().BeEmpty();
        database.Database.Cases.DueCases(FridayMidnight + Duration.FromHours(1), 10).Should().Equal(soon);
        database.Database.Cases.DueCases(FridayMidnight + Duration.FromHours(9), 10).Should().Equal(soon, late);
        database.Database.Cases.NextAttention(FridayMidnight).Should().Be(FridayMidnight + Duration.FromHours(1));
        database.Database.Cases.NextAttention(FridayMidnight + Duration.FromHours(1)).Should().Be(FridayMidnight + Duration.FromHours(2), "what is due already is not next");
        database.Database.Cases.NextAttention(FridayMidnight + Duration.FromHours(2)).Should().BeNull();

        await database.Journal.Write(unit =>
        {
            unit.Append([], unit.Load(soon)!, null);
            return 0;
        });
        database.Database.Cases.DueCases(FridayMidnight + Duration.FromHours(9), 10).Should().Equal(late);
    }

    [Test]
    public async Task OpenCasesNotOn_ComeInBatches()
    {
        using var database = new TestDatabase();
        var first = await On("CN@2026+1");
        var second = await On("CN@2026+1");
        await On("CN@2026+2");
        var elsewhere = await On("CN-45@2026+1");

        database.Database.Cases.OpenCasesNotOn("CN", "CN@2026+2", null, 1).Should().Equal(first);
        database.Database.Cases.OpenCasesNotOn("CN", "CN@2026+2", first, 5).Should().Equal(second);
        database.Database.Cases.OpenCasesNotOn("CN-45", "CN-45@2026+2", null, 5).Should().Equal(elsewhere);
        database.Database.Cases.OpenCasesNotOn("CN-4504", "CN-4504@2026+1", null, 5).Should().BeEmpty();

        async Task<CaseId> On(string version)
        {
            var id = await database.Open();
            await database.Add(id, new CaseEvent.CalendarAdopted("2026.1", version));
            return id;
        }
    }

    [Test]
    public async Task FindBySearchHash_FindsTheSameApplicant()
    {
        using var database = new TestDatabase();
        var first = await database.Open("张三");
        await database.Open("李四");
        var again = await database.Open("张三");

        database.Database.Cases.FindBySearchHash("applicant.name", " 张三").Should().Equal(first, again);
        database.Database.Cases.FindBySearchHash("applicant.idNumber", "22028219900101123x").Should().HaveCount(3);
        database.Database.Cases.FindBySearchHash("applicant.name", "王五").Should().BeEmpty();
        database.Database.Cases.Invoking(cases => cases.FindBySearchHash("content", "x")).Should().Throw<ArgumentException>();
    }

    [Test]
    public async Task SearchHashesOfAnOlderProgram_AreMadeAnewOnce()
    {
        using var database = new TestDatabase();
        var id = await database.Open("ＡＣＭＥ　公司");
        database.Sql("UPDATE search_hashes SET hmac = x'00'");
        database.Database.Cases.FindBySearchHash("applicant.name", "acme 公司").Should().BeEmpty();

        await database.Journal.NarrowSearch();
        database.Database.Cases.FindBySearchHash("applicant.name", "acme 公司").Should().Equal(id);
        database.Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
        database.Sql("UPDATE search_hashes SET hmac = x'00'");
        await database.Journal.NarrowSearch();
        database.Database.Cases.FindBySearchHash("applicant.name", "acme 公司").Should().BeEmpty("it is done once");
    }

    [Test]
    public async Task Deadlines_AreTheRunningOnes()
    {
        using var database = new TestDatabase();
        var late = await database.Open(more: SmallProcedure.Due(Friday.PlusDays(2)));
        var soon = await database.Open(agency: "agency-2", more: SmallProcedure.Due(Friday));
        var stopped = await database.Open(more: SmallProcedure.Due(Friday));
        await database.Add(stopped, new CaseEvent.DeadlineChanged("reply", null, null, SmallProcedure.Basis));

        var cases = database.Database.Cases;
        cases.Deadlines(null, null, 10).Select(found => found.Case).Should().Equal(soon, late);
        cases.Deadlines(null, Friday, 10).Single().Deadline.Should().Be(SmallProcedure.Due(Friday).New);
        cases.Deadlines(["agency-1"], null, 10).Select(found => found.Case).Should().Equal(late);
    }

    [Test]
    public async Task Facts_AreFilteredAndPaged()
    {
        using var database = new TestDatabase();
        var fact = new CaseEvent.FactRecorded("register", null, SmallProcedure.Values(("why", SmallProcedure.Text("秘密"))), SmallProcedure.Basis);
        var one = await database.Open(more: fact);
        await database.Open(agency: "agency-2", more: [fact, fact with { Kind = "complaint" }]);

        var records = database.Database.Records;
        records.Facts(new FactFilter(), 0, 10).Should().HaveCount(3);
        records.Facts(new FactFilter { Agencies = ["agency-1"], From = Friday, Through = Friday }, 0, 10).Single().Case.Should().Be(one);
        records.Facts(new FactFilter { Kind = "register" }, 2, 10).Single().Position.Should().Be(4);
        records.Facts(new FactFilter { Case = one, Through = Friday.PlusDays(-1) }, 0, 10).Should().BeEmpty();
        records.Feed(1, 2).Select(stored => stored.Position).Should().Equal(2, 3);
    }

    private static async Task<CaseId> Attended(TestDatabase database, int hours)
    {
        var id = await database.Open();
        await database.Journal.Write(unit => TestDatabase.Append(
            unit, id, [new CaseEvent.CalendarAdopted("a", "b")], FridayMidnight + Duration.FromHours(hours)));
        return id;
    }
}
