using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Workflows.Api.Hosting;

namespace Workflows.Benchmarks;

/// <summary>From the start of a process to its first answer, published as the deployment page says and with an existing database, against an empty ASP.NET Core application.</summary>
internal static class StartFigures
{
    /// <summary>The argument under which this program is that empty application.</summary>
    public const string EmptyApp = "empty-app";

    private const int Runs = 5;

    public static async Task Measure(FigureTable table)
    {
        var folder = Directory.CreateTempSubdirectory("workflows-bench").FullName;
        try
        {
            string[] service = [await Published(folder), "--data", Path.Combine(folder, "data")];
            await First(service);
            var ours = new List<double>();
            var empty = new List<double>();
            for (var run = 0; run < Runs; run++)
            {
                ours.Add(await First(service));
                empty.Add(await First([typeof(StartFigures).Assembly.Location, EmptyApp]));
            }

            var (figure, limit) = (ours.Order().ElementAt(Runs / 2), empty.Order().ElementAt(Runs / 2));
            table.Add(
                "start to first answered request, existing database",
                FigureTable.Number(figure, "ms"),
                $"empty ASP.NET Core app {FigureTable.Number(limit, "ms")}",
                FigureTable.Ratio(figure / limit),
                "≤ 3");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Runs the empty application.</summary>
    public static void Empty(string[] args)
    {
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/health/live", () => Results.Ok());
        app.Run();
    }

    /// <summary>Publishes the service for this platform; the assembly to start.</summary>
    private static async Task<string> Published(string folder, [CallerFilePath] string here = "")
    {
        var project = Path.Combine(Path.GetDirectoryName(here)!, "..", "Workflows.Api");
        var output = Path.Combine(folder, "service");
        using var publish = Process.Start("dotnet", ["publish", project, "-c", "Release", $"-p:PublishFor={RuntimeInformation.RuntimeIdentifier}", "-o", output, "-v", "q", "--nologo"]);
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(output, Path.GetFileName(typeof(ServiceHost).Assembly.Location)) : throw new InvalidOperationException("The service could not be published.");
    }

    private static async Task<double> First(string[] arguments)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [.. arguments, "--urls", address])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(arguments[0])!,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient();
        try
        {
            while (true)
            {
                try
                {
                    using var answer = await client.GetAsync($"{address}/health/live");
                    return clock.Elapsed.TotalMilliseconds;
                }
                catch (HttpRequestException) when (!process.HasExited && clock.Elapsed < TimeSpan.FromMinutes(1))
                {
                    await Task.Delay(2);
                }
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
