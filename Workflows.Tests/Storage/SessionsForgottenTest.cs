using System.Collections.Immutable;
using FluentAssertions;
using NodaTime;
using NodaTime.Testing;
using NUnit.Framework;
using Workflows.Storage;

namespace Workflows.Tests.Storage;

/// <summary>Sessions that ended long ago are deleted, and the log still accounts for the table.</summary>
public class SessionsForgottenTest
{
    [Test]
    public async Task EndedAndExpiredSessions_AreForgotten_OthersStay()
    {
        using var database = new TestDatabase();
        var clock = (FakeClock)database.Options.Clock;
        var open = database.Database;
        var person = (AccountChange.Done)await open.Accounts.Create(
            new Account("", "wang", "王登记", ImmutableDictionary<string, ImmutableArray<string>>.Empty, "hash", default), SmallProcedure.Registrar);
        var attempt = new SignIn(person.Account.Id, PasswordRight: true, null, null);
        await open.Sessions.Begin(attempt);
        var ended = await open.Sessions.Begin(attempt);
        await open.Sessions.End(ended!.Id, SmallProcedure.Registrar);
        clock.Advance(Duration.FromDays(31));
        var good = await open.Sessions.Begin(attempt);

        (await open.Sessions.Forget(clock.GetCurrentInstant() - Duration.FromDays(31), SmallProcedure.Registrar)).Should().Be(0);
        (await open.Sessions.Forget(clock.GetCurrentInstant() - Duration.FromDays(30), SmallProcedure.Registrar)).Should().Be(2);

        database.Rows("SELECT id FROM sessions").Select(row => row[0]).Should().Equal(good!.Id);
        open.Sessions.FindPresented(good.Clear).Should().NotBeNull();
        open.Verification.Run(replayed: true).Faults.Should().BeEmpty();
    }
}
