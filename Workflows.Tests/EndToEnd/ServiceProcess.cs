using System.Diagnostics;
using System.Net.Http.Headers;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Tests.Api;

namespace Workflows.Tests.EndToEnd;

/// <summary>The service as a process of its own, which can be killed.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private const string Listening = "Listening on ";
    private const string OwnersKey = "shown this once: ";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Process process;

    /// <summary>What else it says; read, so that it never waits for a full pipe.</summary>
    private readonly Task<string[]> says;

    private ServiceProcess(Process process, string address, string? ownerKey)
    {
        this.process = process;
        Address = address;
        OwnerKey = ownerKey;
        says = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    public string Address { get; }

    /// <summary>The key of the owner, the first time only.</summary>
    public string? OwnerKey { get; }

    /// <summary>Starts it and returns when it is ready.</summary>
    /// <param name="folder">Where its data are.</param>
    /// <param name="first">It has no data yet.</param>
    /// <param name="settings">More of the command line.</param>
    public static Task<ServiceProcess> Start(string folder, bool first, params string[] settings) => Start(folder, first, null, settings);

    /// <summary>Starts it and returns when it is ready.</summary>
    /// <param name="folder">Where its data are.</param>
    /// <param name="first">It has no data yet.</param>
    /// <param name="trusted">A file with the certificates that it trusts in the place of those of the machine; null for those.</param>
    /// <param name="settings">More of the command line.</param>
    public static async Task<ServiceProcess> Start(string folder, bool first, string? trusted, string[] settings)
    {
        var process = Launch(["serve", "--urls", "http://127.0.0.1:0", .. Options(folder), .. settings], trusted);
        try
        {
            using var deadline = new CancellationTokenSource(Longest);
            var address = (await After(process, Listening, deadline.Token)).Split(' ')[0];
            var service = new ServiceProcess(process, address, first ? await After(process, OwnersKey, deadline.Token) : null);
            (await service.With(null).Get("/health/ready")).Should().HaveStatus(200);
            return service;
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>Checks a database that nobody serves.</summary>
    public static async Task<(int Code, string Output)> Verify(string folder)
    {
        using var process = Launch(["verify", .. Options(folder)]);
        using var deadline = new CancellationTokenSource(Longest);
        var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
        var error = process.StandardError.ReadToEndAsync(deadline.Token);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, await output + await error);
        }
        catch
        {
            process.Kill();
            throw;
        }
    }

    /// <summary>A client that presents a key; null for none.</summary>
    public TestClient With(string? key)
    {
        var http = new HttpClient { BaseAddress = new Uri(Address), Timeout = Longest };
        if (key is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return new TestClient(http);
    }

    /// <summary>Ends it at once (SIGKILL), whatever it is doing.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            Kill();
        foreach (var text in await says)
            await TestContext.Out.WriteAsync(text);
        process.Dispose();
    }

    private static string[] Options(string folder) =>
        ["--data", Path.Combine(folder, "data"), "--sandbox-clock", TestService.MON_2026_03_02, "--environment", "Development"];

    private static Process Launch(string[] arguments, string? trusted = null)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServiceHost).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        if (trusted is not null)
            start.Environment["SSL_CERT_FILE"] = trusted;
        return Process.Start(start)!;
    }

    private static async Task<string> After(Process process, string words, CancellationToken deadline)
    {
        while (await process.StandardOutput.ReadLineAsync(deadline) is { } line)
        {
            var at = line.IndexOf(words, StringComparison.Ordinal);
            if (at >= 0)
                return line[(at + words.Length)..].Trim();
        }

        throw new InvalidOperationException($"The service ended before it said '{words}'.");
    }
}
