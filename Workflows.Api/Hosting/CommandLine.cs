using System.Security.Cryptography;
using System.Text.Json;
using Workflows.Api.Contract;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Hosting;

/// <summary>The commands of the program.</summary>
public static class CommandLine
{
    private const string Usage = """
        serve    Answer requests (the default).
        verify   Check the whole database: hash chains, checkpoints, that every case follows from its journal, and the rest from
                 the administrative log. The anchor it prints, kept elsewhere, shows the next time that nothing was cut off.
        openapi  Print the contract as YAML.

        --data FOLDER            Folder of the database; made when missing. Default: data
        --urls URLS              Where to listen. Default: http://127.0.0.1:5080
        --sandbox-clock INSTANT  Run a sandbox whose clock begins at an instant such as 2026-03-02T09:00:00+08:00
        --anchor NUMBER:HASH     verify: an anchor kept elsewhere; may be given again
        --anchors FILE           verify: a file of anchors, one a line; lines that begin with # are passed over
        """;

    /// <summary>Runs a command.</summary>
    /// <param name="args">The command, then its options.</param>
    /// <param name="output">For what was asked.</param>
    /// <param name="error">For why it could not be done.</param>
    /// <returns>0 done; 1 the database has faults; 2 refused.</returns>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(args);
        var named = args.Length > 0 && !args[0].StartsWith('-');
        var options = named ? args[1..] : args;
        try
        {
            switch (named ? args[0] : args.Contains("--help") ? "help" : "serve")
            {
                case "serve":
                    await Serve(options, output).ConfigureAwait(false);
                    return 0;
                case "verify":
                    return await Verify(options, output).ConfigureAwait(false);
                case "openapi":
                    await using (var host = ServiceHost.Build(options))
                        await output.WriteAsync(await ContractDocument.Yaml(host.Services).ConfigureAwait(false)).ConfigureAwait(false);
                    return 0;
                case "help":
                    await output.WriteLineAsync(Usage).ConfigureAwait(false);
                    return 0;
                default:
                    await error.WriteLineAsync($"There is no command '{args[0]}'.\n\n{Usage}").ConfigureAwait(false);
                    return 2;
            }
        }
        catch (Exception refused) when (refused is StartRefusedException or DatabaseRefusedException or IOException)
        {
            await error.WriteLineAsync(refused.Message).ConfigureAwait(false);
            return 2;
        }
    }

    private static async Task Serve(string[] options, TextWriter output)
    {
        var host = ServiceHost.Build(options);
        await using (host.ConfigureAwait(false))
        {
            var ownerKey = await host.Start().ConfigureAwait(false);
            await output.WriteLineAsync($"Listening on {host.Address} (try it at {host.Address}/swagger)").ConfigureAwait(false);
            if (ownerKey is not null)
                await output.WriteLineAsync($"The owner's access key, shown this once: {ownerKey}").ConfigureAwait(false);
            await output.FlushAsync().ConfigureAwait(false);
            await host.Run().ConfigureAwait(false);
        }
    }

    private static async Task<int> Verify(string[] options, TextWriter output)
    {
        var (anchors, others) = AnchorOptions.Read(options);
        var host = ServiceHost.Build(others);
        await using (host.ConfigureAwait(false))
        {
            var folder = host.Services.GetRequiredService<ServiceSettings>().DataFolder;
            if (!Directory.Exists(folder))
                throw new StartRefusedException($"There is no database in {folder}.");
            var database = host.Services.GetRequiredService<CaseDatabase>();
            var unreadable = Unreadable(host.Services);
            if (unreadable is null)
                await DateFacts(database).ConfigureAwait(false);
            var report = database.Verification.Run(replayed: unreadable is null, anchors);
            await output.WriteAsync(VerificationText.Of(report)).ConfigureAwait(false);
            if (unreadable is not null)
                await output.WriteLineAsync($"The cases were not replayed: {unreadable}").ConfigureAwait(false);
            return report.Faults.IsEmpty && unreadable is null ? 0 : 1;
        }
    }

    /// <summary>What an older program left to do; a case that cannot be read is left to the verification to report.</summary>
    private static async Task DateFacts(CaseDatabase database)
    {
        try
        {
            await database.Journal.DateFacts().ConfigureAwait(false);
        }
        catch (Exception error) when (error is JsonException or CryptographicException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
        }
    }

    /// <summary>Why definitions, calendars or agencies cannot be read, so that no case can be replayed; null when they can.</summary>
    private static string? Unreadable(IServiceProvider services)
    {
        try
        {
            _ = services.GetRequiredService<ReferenceDataSource>();
            return null;
        }
        catch (Exception refused) when (refused is StartRefusedException or DatabaseRefusedException)
        {
            return refused.Message;
        }
    }
}
