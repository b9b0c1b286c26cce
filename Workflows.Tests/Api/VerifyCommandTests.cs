using FluentAssertions;
using Microsoft.Data.Sqlite;
using NUnit.Framework;
using Workflows.Api.Hosting;

namespace Workflows.Tests.Api;

/// <summary>The command <c>verify</c> tells where a database was altered, and by an anchor that its end is gone.</summary>
public sealed class VerifyCommandTests
{
    private string folder = null!;

    [SetUp]
    public async Task Prepare()
    {
        folder = Path.Combine(Path.GetTempPath(), "workflows-tests", Path.GetRandomFileName());
        await using var service = ServiceHost.Build(TestService.Arguments(folder), TestService.SmallSeed);
        await service.Start();
    }

    [TearDown]
    public void Clear() => Directory.Delete(folder, recursive: true);

    [TestCase("UPDATE definitions SET yaml = yaml || '\n# x' WHERE procedure = 'test.application'", "definitions test.application/1", "yaml")]
    [TestCase("UPDATE definitions SET yaml = 'procedure: [' WHERE procedure = 'test.application'", "definitions test.application/1", "yaml")]
    [TestCase("UPDATE agencies SET json = replace(json, '局', '厅') WHERE id = 'test.bureau'", "agencies test.bureau", "json")]
    [TestCase("UPDATE agencies SET json = '{' WHERE id = 'test.bureau'", "agencies test.bureau", "json")]
    [TestCase("UPDATE access_keys SET owner = 0", "access_keys key-", "owner")]
    [TestCase("UPDATE access_keys SET grants = '{'", "access_keys key-", "grants")]
    [TestCase("DELETE FROM agencies WHERE id = 'test.bureau'", "agencies test.bureau", "gone")]
    public async Task Altered_row_is_told_by_table_key_and_column(string change, string place, string column)
    {
        Sql(change);
        var (code, output, _) = await Verify();
        code.Should().Be(1);
        output.Split('\n').Should().ContainSingle(line => line.StartsWith($"AlteredReference: {place}", StringComparison.Ordinal)).Which.Should().Contain(column);
    }

    [Test]
    public async Task Definition_that_cannot_be_read_is_told_beside_the_faults()
    {
        Sql("UPDATE definitions SET yaml = 'procedure: [', sha256 = '' WHERE procedure = 'test.application'");
        var (code, output, _) = await Verify();
        code.Should().Be(1);
        output.Should().Contain("The cases were not replayed: ").And.Contain("AlteredReference: definitions test.application/1");
    }

    [Test]
    public async Task Earlier_copy_put_back_is_told_by_the_anchor_alone()
    {
        var database = Path.Combine(folder, "data", "cases.db");
        Sql($"VACUUM INTO '{database}.early'");
        await using (var service = ServiceHost.Build([.. TestService.Arguments(folder, "2026-03-09T09:00:00+08:00")], TestService.SmallSeed))
            await service.Start();
        var late = Anchor((await Verify()).Output);
        foreach (var beside in new[] { "-wal", "-shm" })
            File.Delete(database + beside);
        File.Move(database + ".early", database, overwrite: true);

        var (alone, sound, _) = await Verify();
        alone.Should().Be(0, sound);
        var early = Anchor(sound);
        var file = Path.Combine(folder, "anchors.txt");
        await File.WriteAllTextAsync(file, $"# kept elsewhere\n{early}\n\n{late}\n");
        (await Verify("--anchor", early)).Code.Should().Be(0);
        foreach (var given in new string[][] { ["--anchor", late], [$"--anchor={late}"], ["--anchor", early, "--anchor", late], ["--anchors", file] })
        {
            var (code, output, _) = await Verify(given);
            code.Should().Be(1);
            output.Split('\n').Should().ContainSingle(line => line.StartsWith("MissingAnchor", StringComparison.Ordinal));
        }
    }

    [TestCase("--anchor", "41")]
    [TestCase("--anchor")]
    [TestCase("--anchors", "no such file")]
    [TestCase("--anchors", "/")]
    public async Task Anchor_of_another_form_is_refused_in_one_line(params string[] options)
    {
        var (code, _, error) = await Verify(options);
        code.Should().Be(2);
        error.Trim().Should().NotBeEmpty().And.NotContain("\n");
    }

    private static string Anchor(string output) => output.Split('\n').Single(line => line.StartsWith("anchor: ", StringComparison.Ordinal))["anchor: ".Length..];

    private async Task<(int Code, string Output, string Error)> Verify(params string[] options)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (await CommandLine.Run(["verify", .. TestService.Arguments(folder), .. options], output, error), output.ToString(), error.ToString());
    }

    private void Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "data", "cases.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
