using System.Diagnostics;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Tests.Api;
using Workflows.Tests.Api.Client;
using Workflows.Tests.Conventions;

namespace Workflows.Tests.EndToEnd;

/// <summary>The walk-throughs run to their ends, with every due date they expect, against the delivered procedures and agencies.</summary>
public sealed class SampleTests
{
    private static readonly string Folder = Path.Combine(Generated.Root, "samples");
    private static readonly string[] Needed = ["bash", "curl", "jq"];
    private static readonly string[] Untyped = ["readDocument", "readProcedureVersion", "saveDraft"];
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private static IEnumerable<string> Scripts => Directory.EnumerateFiles(Folder, "*.sh").Select(file => Path.GetFileName(file)!)
        .Where(name => name != "lib.sh").Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Scripts))]
    public async Task Sample_runs_to_its_end(string script)
    {
        RequirePrograms();
        await using var service = await TestService.Start(seed: DeliveredSeed.Read());
        await Run(script, service.Address, service.OwnerKey);
    }

    [TestCaseSource(nameof(Scripts))]
    public async Task Sample_runs_by_the_typed_client(string script)
    {
        RequirePrograms();
        await using var service = await TestService.Start(seed: DeliveredSeed.Read());
        await using var relay = await TypedRelay.Before(service.Address);
        try
        {
            await Run(script, relay.Address, service.OwnerKey);
        }
        finally
        {
            relay.Faults.Should().BeEmpty();
        }

        relay.Typed.Values.Sum().Should().BeGreaterThan(10);
        relay.PassedOn.Keys.Should().BeSubsetOf(Untyped, "everything else is JSON");
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

    private static async Task Run(string script, string address, string owner)
    {
        var documents = Directory.CreateTempSubdirectory("workflows-samples-");
        var start = new ProcessStartInfo("bash", [Path.Combine(Folder, script)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["BASE"] = address;
        start.Environment["OWNER"] = owner;
        start.Environment["DOCUMENTS"] = documents.FullName;
        start.Environment["no_proxy"] = "127.0.0.1";
        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Longest);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
            process.ExitCode.Should().Be(0, "{0} said:\n{1}{2}", script, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            documents.Delete(recursive: true);
        }
    }
}
