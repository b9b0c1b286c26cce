using System.Diagnostics;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Tests.Api;
using Workflows.Tests.Conventions;

namespace Workflows.Tests.EndToEnd;

/// <summary>The walk-throughs run to their ends, with every due date they expect, against the delivered procedures and agencies.</summary>
public sealed class SampleTests
{
    private static readonly string Folder = Path.Combine(Generated.Root, "samples");
    private static readonly string[] Needed = ["bash", "curl", "jq"];
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private static IEnumerable<string> Scripts => Directory.EnumerateFiles(Folder, "*.sh").Select(file => Path.GetFileName(file)!)
        .Where(name => name != "lib.sh").Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Scripts))]
    public async Task Sample_runs_to_its_end(string script)
    {
        RequirePrograms();
        var documents = Directory.CreateTempSubdirectory("workflows-samples-");
        try
        {
            await using var service = await TestService.Start(seed: DeliveredSeed.Read());
            var (code, output) = await Run(script, service, documents.FullName);
            code.Should().Be(0, "{0} said:\n{1}", script, output);
        }
        finally
        {
            documents.Delete(recursive: true);
        }
    }

    private static void RequirePrograms()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var missing = Needed.Where(program => !path.Any(folder => File.Exists(Path.Combine(folder, program)))).ToArray();
        if (missing.Length == 0)
            return;
        var reason = $"The samples need {string.Join(", ", missing)}.";
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(reason);
        Assert.Ignore(reason);
    }

    private static async Task<(int Code, string Output)> Run(string script, TestService service, string documents)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Folder, script)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["BASE"] = service.Address;
        start.Environment["OWNER"] = service.OwnerKey;
        start.Environment["DOCUMENTS"] = documents;
        start.Environment["no_proxy"] = "127.0.0.1";
        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Longest);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, await output + await error);
    }
}
