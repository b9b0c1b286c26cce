using NodaTime;
using Workflows.Api.Json;

namespace Workflows.Api.Hosting;

/// <summary>What the command line, the environment and <c>appsettings.json</c> say.</summary>
internal sealed record ServiceSettings
{
    private static readonly Dictionary<string, string> Switches = new(StringComparer.Ordinal)
    {
        ["--data"] = "Data:Folder",
        ["--sandbox-clock"] = "Sandbox:Clock",
    };

    /// <summary>Folder of the database: <c>--data</c> or <c>Data:Folder</c>; <c>data</c> below the content root.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Base64 of the master key's 32 bytes, <c>Data:MasterKey</c>; null to use a file.</summary>
    public string? MasterKey { get; init; }

    /// <summary>File of the master key, <c>Data:MasterKeyFile</c>; null for the storage's own choice.</summary>
    public string? MasterKeyFile { get; init; }

    /// <summary>Where a sandbox's clock begins, <c>--sandbox-clock</c> or <c>Sandbox:Clock</c>; null for real time.</summary>
    public Instant? SandboxClock { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartRefusedException">A setting has another form, or may not be used here.</exception>
    public static ServiceSettings Read(ConfigurationManager configuration, IHostEnvironment environment, string[] args)
    {
        configuration.AddCommandLine(args, Switches);
        return new ServiceSettings
        {
            DataFolder = Path.GetFullPath(configuration["Data:Folder"] ?? "data", environment.ContentRootPath),
            MasterKey = configuration["Data:MasterKey"],
            MasterKeyFile = configuration["Data:MasterKeyFile"],
            SandboxClock = Sandbox(configuration["Sandbox:Clock"], environment),
        };
    }

    private static Instant? Sandbox(string? text, IHostEnvironment environment)
    {
        if (text is null)
            return null;
        if (environment.IsProduction())
            throw new StartRefusedException("A sandbox clock is refused in Production; set ASPNETCORE_ENVIRONMENT=Development for a sandbox.");
        return DayText.Moment(text)
            ?? throw new StartRefusedException("--sandbox-clock takes an instant with its offset, such as 2026-03-02T09:00:00+08:00.");
    }
}
