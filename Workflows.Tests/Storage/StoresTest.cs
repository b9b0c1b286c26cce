using System.Collections.Immutable;
using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Tests.Storage;

public class StoresTest
{
    private static readonly ActorStamp By = SmallProcedure.Registrar;

    [Test]
    public async Task Draft_IsSavedOverItsRevisionOnly()
    {
        using var database = new TestDatabase();
        var store = database.Database.Definitions;

        (await store.SaveDraft("p", "one", 0, By))!.Revision.Should().Be(1);
        (await store.SaveDraft("p", "two", 0, By)).Should().BeNull();
        (await store.SaveDraft("p", "two", 1, By))!.Revision.Should().Be(2);
        store.FindDraft("p")!.Yaml.Should().Be("two");
        (await store.DiscardDraft("p", 1, By)).Should().BeFalse();
        (await store.DiscardDraft("p", 2, By)).Should().BeTrue();
        store.Drafts().Should().BeEmpty();
        database.Database.AdminLog.Read(0, 10).Select(entry => entry.Action).Should().Equal("draft.saved", "draft.saved", "draft.discarded");
    }

    [Test]
    public async Task Definition_IsPublishedOncePerVersion()
    {
        using var database = new TestDatabase();
        var store = database.Database.Definitions;
        await store.SaveDraft("p", "text", 0, By);

        var published = await store.Publish("p", 2, "text", By);

        published!.Sha256.Should().Be("982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1");
        (await store.Publish("p", 2, "other", By)).Should().BeNull();
        store.FindDraft("p").Should().BeNull();
        database.Reopen();
        database.Database.Definitions.All().Should().Equal(published);
    }

    [Test]
    public async Task Template_IsPublishedOncePerVersion()
    {
        using var database = new TestDatabase();

        await database.Database.Templates.Publish("t", 1, [1, 2], By);

        (await database.Database.Templates.Publish("t", 1, [3], By)).Should().BeNull();
        database.Database.Templates.Find("t", 1)!.Content.Should().Equal(1, 2);
        database.Database.Templates.All().Should().ContainSingle();
    }

    [Test]
    public async Task Notice_MakesACalendarVersionCurrent()
    {
        using var database = new TestDatabase();
        database.Database.Notices.CalendarVersion().Should().BeNull();

        await database.Database.Notices.Add("CN", 2027, "{}", "v2", By);
        await database.Database.Notices.Add("CN", 2027, "{ }", "v3", By);

        database.Database.Notices.CalendarVersion().Should().Be("v3");
        database.Database.Notices.All().Select(notice => notice.Revision).Should().Equal(1, 2);
    }

    [Test]
    public async Task Agency_IsReadBackWhole()
    {
        using var database = new TestDatabase();
        var agency = new Agency
        {
            Id = "a",
            Name = "桦甸市教育局",
            Level = "county",
            Division = "220282",
            ComplaintPhones = new ComplaintPhones("1", null, "3"),
            Offices = ImmutableSortedDictionary<string, Office>.Empty.Add("leader", new Office("局长", "王", null)),
            Kinds = ["department", "archive"],
            Bodies = ImmutableSortedDictionary<string, string>.Empty.Add("openness", "b"),
            Successor = "b",
            MergedOn = new LocalDate(2026, 5, 1),
            Since = SmallProcedure.Morning,
        };

        await database.Database.Agencies.Put([agency], By);

        database.Database.Agencies.All().Find("a").Should().BeEquivalentTo(agency);
        database.Reopen();
        database.Database.Agencies.All().Find("a").Should().BeEquivalentTo(agency);
    }

    [Test]
    public async Task AccessKey_IsKnownByItsClearTextUntilRevoked()
    {
        using var database = new TestDatabase();
        var grants = ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("agency-1", ["registrar"]);
        var made = await database.Database.AccessKeys.Create(new KeyTerms("王登记", grants) { Owner = true }, By);
        var second = await database.Database.AccessKeys.Create(new KeyTerms("李", grants, MayBackdate: true) { Owner = true }, By);
        database.Reopen();
        var store = database.Database.AccessKeys;

        store.FindPresented(made.Clear).Should().BeEquivalentTo(made.Key);
        store.FindPresented(made.Clear + "x").Should().BeNull();
        store.CountOwners().Should().Be(2);
        (await store.Revoke(made.Key.Id, By)).Should().Be(Revocation.Revoked);
        (await store.Revoke(made.Key.Id, By)).Should().Be(Revocation.NotFound);
        (await store.Revoke(second.Key.Id, By)).Should().Be(Revocation.LastOwner);
        store.FindPresented(made.Clear).Should().BeNull();
        store.All().Should().HaveCount(2);
        database.Rows("SELECT hash FROM access_keys").Should().NotContain(row => row[0].Equals(made.Clear));
    }

    [Test]
    public async Task SandboxClock_GoesForwardOnlyAndTheMarkStays()
    {
        using var database = new TestDatabase(options => options with { Sandbox = true });
        var store = database.Database.SandboxClock;
        store.Now().Should().BeNull();

        (await store.Set(SmallProcedure.Morning, By)).Should().BeTrue();
        (await store.Set(SmallProcedure.Morning - Duration.Epsilon - Duration.FromSeconds(1), By)).Should().BeFalse();
        database.Reopen();
        database.Database.SandboxClock.Now().Should().Be(SmallProcedure.Morning);
        database.Database.Dispose();
        FluentActions.Invoking(() => CaseDatabase.Open(database.Options with { Sandbox = false }, SmallProcedure.Find))
            .Should().Throw<DatabaseRefusedException>().WithMessage("*sandbox*");
    }

    [Test]
    public async Task RealDatabase_IsNoSandbox()
    {
        using var database = new TestDatabase();

        await database.Database.SandboxClock.Invoking(clock => clock.Set(SmallProcedure.Morning, By)).Should().ThrowAsync<InvalidOperationException>();
        database.Database.Dispose();
        FluentActions.Invoking(() => CaseDatabase.Open(database.Options with { Sandbox = true }, SmallProcedure.Find))
            .Should().Throw<DatabaseRefusedException>();
    }
}
