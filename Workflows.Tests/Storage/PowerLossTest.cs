using FluentAssertions;
using NUnit.Framework;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Tests.Storage;

public class PowerLossTest
{
    private const string Key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    /// <summary>The write-ahead log as it may be left behind: anything past the last acknowledged commit may be missing or garbage.</summary>
    [Test]
    public async Task LogCutAfterAnAcknowledgedCommit_LosesNothingAndHalvesNothing()
    {
        using var database = new TestDatabase(options => options with { MasterKey = Key });
        var log = database.File + "-wal";
        var commits = new List<(long Length, CaseId Id, int Version)>();
        var id = default(CaseId);
        for (var n = 0; n < 40; n++)
        {
            if (n % 8 == 0)
                id = await database.Open();
            else
                await database.Add(id, new CaseEvent.CalendarAdopted("a", "b"), SmallProcedure.Due(SmallProcedure.FRI_2026_01_09.PlusDays(n)));
            commits.Add((new FileInfo(log).Length, id, database.Journal.Find(id)!.Version));
        }

        var file = await ReadShared(database.File);
        var written = await ReadShared(log);
        var random = new Random(7);
        for (var cut = 0; cut < 200; cut++)
        {
            var acknowledged = random.Next(commits.Count - 1);
            var from = commits[acknowledged].Length;
            var at = random.NextInt64(from, commits[acknowledged + 1].Length);
            var left = written[..(int)at];
            if (cut % 2 == 1)
            {
                left = [.. left, .. new byte[random.Next(1, 20_000)]];
                random.NextBytes(left.AsSpan((int)at));
            }

            Check(file, left, commits[..(acknowledged + 1)]);
        }
    }

    private static void Check(byte[] file, byte[] log, List<(long Length, CaseId Id, int Version)> acknowledged)
    {
        var folder = Directory.CreateTempSubdirectory("power-loss-");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "cases.db"), file);
            File.WriteAllBytes(Path.Combine(folder.FullName, "cases.db-wal"), log);
            using var database = CaseDatabase.Open(
                new StorageOptions { DataFolder = folder.FullName, Clock = new NodaTime.Testing.FakeClock(SmallProcedure.Morning), MasterKey = Key },
                SmallProcedure.Find);
            foreach (var commit in acknowledged.GroupBy(commit => commit.Id, commit => commit.Version))
                database.Journal.Find(commit.Key)!.Version.Should().Be(commit.Max());
            var report = database.Verification.Run(replayed: true);
            report.Faults.Should().BeEmpty();
            report.Checkpoints.Should().Be(acknowledged.Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<byte[]> ReadShared(string path)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }
}
