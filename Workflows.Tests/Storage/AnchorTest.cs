using FluentAssertions;
using NUnit.Framework;
using Workflows.Storage;

namespace Workflows.Tests.Storage;

/// <summary>What the database alone cannot tell, a checkpoint kept elsewhere can.</summary>
public class AnchorTest
{
    [Test]
    public async Task EarlierCopyPutBack_IsFoundByTheAnchorAlone()
    {
        using var database = new TestDatabase();
        await database.Open();
        var early = database.Database.Verification.LastCheckpoint();
        database.Sql($"VACUUM INTO '{database.File}.early'");
        await database.Open();
        var late = database.Database.Verification.Run().Anchor;
        database.PutBack(database.File + ".early");

        database.Database.Verification.Run(replayed: true, [early]).Faults.Should().BeEmpty("the copy is sound in itself");
        database.Database.Verification.Run(anchors: [early, late]).Faults.Should().ContainSingle()
            .Which.Should().Match<Fault>(fault => fault.Kind == FaultKind.MissingAnchor && fault.Detail.Contains("the last one is 1"));

        await database.Open("李四");
        database.Database.Verification.Run(replayed: true, [early]).Faults.Should().BeEmpty("it went on from there");
        database.Database.Verification.Run(anchors: [late]).Faults.Should().ContainSingle(fault => fault.Kind == FaultKind.BrokenAnchor);
    }

    [Test]
    public async Task EndCutOffCleanly_IsFoundByTheAnchorAlone()
    {
        using var database = new TestDatabase();
        await database.Open();
        await database.Database.AdminLog.Record("tested", "one", "{}", SmallProcedure.Registrar);
        var anchor = database.Database.Verification.LastCheckpoint();
        database.Sql("DELETE FROM admin_log; DELETE FROM checkpoints WHERE number = 2");

        database.Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
        database.Database.Verification.Run(replayed: true, [anchor]).Faults.Should().ContainSingle(fault => fault.Kind == FaultKind.MissingAnchor);
    }

    [Test]
    public async Task Beginning_IsAnAnchorToo()
    {
        using var database = new TestDatabase();
        var beginning = database.Database.Verification.LastCheckpoint();
        beginning.Checkpoint.Should().Be(0);
        await database.Open();

        database.Database.Verification.Run(anchors: [beginning]).Faults.Should().BeEmpty();
        database.Database.Verification.Run(anchors: [beginning with { Hash = new string('0', 64) }]).Faults.Should().ContainSingle(fault => fault.Kind == FaultKind.BrokenAnchor);
    }

    [TestCase("")]
    [TestCase("41")]
    [TestCase("41:")]
    [TestCase(":00")]
    [TestCase("-1:0000000000000000000000000000000000000000000000000000000000000000")]
    [TestCase("1:000000000000000000000000000000000000000000000000000000000000000")]
    [TestCase("1:g000000000000000000000000000000000000000000000000000000000000000")]
    [TestCase("99999999999999999999:0000000000000000000000000000000000000000000000000000000000000000")]
    public void Text_OfAnotherForm_IsNoAnchor(string text) => Anchor.TryParse(text, out _).Should().BeFalse();

    [Test]
    public void Text_IsReadAsWritten()
    {
        var anchor = new Anchor(41, new string('a', 64));
        Anchor.TryParse(anchor.ToString().ToUpperInvariant(), out var read).Should().BeTrue();
        read.Should().Be(anchor);
    }
}
