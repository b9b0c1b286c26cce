using FluentAssertions;
using NUnit.Framework;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Tests.Storage;

/// <summary>Files of cases when the process ends at the wrong moment, and when the key goes.</summary>
public class CaseFilesTest
{
    [Test]
    public async Task CrashBetweenFileAndJournal_LeavesNothingAfterTheNextStart()
    {
        using var database = new TestDatabase();
        var id = await database.Open();
        using (var kept = await Receive(database, id, "one"))
            kept.Keep();
        using (var lost = await Receive(database, id, "two"))
        {
            Files(database).Should().HaveCount(1, "the other is still coming");
            database.Reopen();
        }

        Files(database).Should().BeEmpty();
        database.Database.Verification.Run().Faults.Should().BeEmpty();
    }

    [Test]
    public async Task CrashAfterTheJournal_KeepsTheFile()
    {
        using var database = new TestDatabase();
        var id = await database.Open();
        using var file = await Receive(database, id, "one");
        file.Keep();
        await database.Add(id, Added(file));
        database.Reopen();

        using var content = new StreamReader(database.Database.Files.Find(id, file.Stored)!);
        content.ReadToEnd().Should().Be("one");
        Directory.GetFiles(Path.Combine(database.Options.DataFolder, "files", "unsettled")).Should().BeEmpty();
        database.Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
    }

    [Test]
    public async Task FileOnItsWayIntoTheJournal_IsNoFault()
    {
        using var database = new TestDatabase();
        var id = await database.Open();
        using var file = await Receive(database, id, "one");
        file.Keep();

        database.Database.Verification.Run().Faults.Should().BeEmpty();
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task DestroyedKey_TakesTheFilesAway(bool crash)
    {
        using var database = new TestDatabase();
        var id = await database.Open();
        using var file = await Receive(database, id, "one");
        file.Keep();
        await database.Add(id, Added(file), SmallProcedure.Moved("received", "replied", closes: true));
        file.Settle();
        var path = Files(database).Single();
        var bytes = await File.ReadAllBytesAsync(path);

        await database.Journal.DestroyKey(id, "期满", SmallProcedure.Registrar);
        Files(database).Should().BeEmpty();
        if (crash)
        {
            // As if the process had ended before they were taken away.
            await File.WriteAllBytesAsync(path, bytes);
            await File.WriteAllBytesAsync(Path.Combine(database.Options.DataFolder, "files", "unsettled", $"{id}.{file.Stored}"), []);
            database.Reopen();
            Files(database).Should().BeEmpty();
        }

        database.Journal.Find(id)!.Attachments.Single().Attachment.Name.Should().Be(Destroyed.Marker);
        database.Database.Verification.Run(replayed: true).Faults.Should().BeEmpty();
        await database.Invoking(it => Receive(it, id, "two")).Should().ThrowAsync<CaseErasedException>();
    }

    [Test]
    public async Task FileOfAnotherCase_CannotBeReadWithThisOnesKey()
    {
        using var database = new TestDatabase();
        var (one, other) = (await database.Open(), await database.Open());
        using var file = await Receive(database, one, "one");
        file.Keep();

        using var stolen = database.Database.Files.Find(other, file.Stored)!;
        stolen.Invoking(it => it.ReadByte()).Should().Throw<System.Security.Cryptography.CryptographicException>();
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(65_535)]
    [TestCase(65_536)]
    [TestCase(65_537)]
    [TestCase(131_072)]
    public async Task Content_IsTheSameAtEveryLength(int length)
    {
        using var database = new TestDatabase();
        var id = await database.Open();
        var content = new byte[length];
        new Random(length).NextBytes(content);
        using var file = (await database.Database.Files.Receive(id, new MemoryStream(content), length, CancellationToken.None))!;
        using var read = new MemoryStream();
        using (var opened = file.Open())
            await opened.CopyToAsync(read);

        read.ToArray().Should().Equal(content);
        (await database.Database.Files.Receive(id, new MemoryStream(new byte[length + 1]), length, CancellationToken.None)).Should().BeNull();
    }

    private static async Task<Workflows.Storage.Files.IncomingFile> Receive(TestDatabase database, CaseId id, string content) =>
        (await database.Database.Files.Receive(id, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)), 1000, CancellationToken.None))!;

    private static CaseEvent.AttachmentAdded Added(Workflows.Storage.Files.IncomingFile file) =>
        new(new Attachment(AttachmentKinds.Identity, "张三.pdf", "application/pdf", file.Size, file.Hash, file.Stored, true));

    private static string[] Files(TestDatabase database) =>
        [.. Directory.EnumerateFiles(Path.Combine(database.Options.DataFolder, "files"), "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path))!.Length == 2)];
}
