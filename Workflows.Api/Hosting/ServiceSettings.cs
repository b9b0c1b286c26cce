using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.CaseLinks;
using Workflows.Api.Json;
using Workflows.Api.Letters;
using Workflows.Api.Retention;
using Workflows.Api.Webhooks;
using Workflows.Storage;

namespace Workflows.Api.Hosting;

/// <summary>What the command line, the environment and <c>appsettings.json</c> say.</summary>
internal sealed record ServiceSettings
{
    private const string DefaultEventSource = "/api/v1";

    private static readonly Dictionary<string, string> Switches = new(StringComparer.Ordinal)
    {
        ["--data"] = "Data:Folder",
        ["--sandbox-clock"] = "Sandbox:Clock",
    };

    /// <summary>Folder of the database: <c>--data</c> or <c>Data:Folder</c>; <c>data</c> below the content root.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Base64 of the master key's 32 bytes, <c>Data:MasterKey</c>; null to use a file.</summary>
    public string? MasterKey { get; init; }

    /// <summary>Base64 of the master key that is to take its place, <c>Data:NextMasterKey</c>; null for none, or to use a file.</summary>
    public string? NextMasterKey { get; init; }

    /// <summary>File of the master key, <c>Data:MasterKeyFile</c>; null for the storage's own choice.</summary>
    public string? MasterKeyFile { get; init; }

    /// <summary>For how long personal data are kept.</summary>
    public required RetentionSettings Retention { get; init; }

    /// <summary>Most bytes of a file put to a case, <c>Attachments:MaxBytes</c>; 50 MiB by default, 1 GiB at most.</summary>
    public int LargestAttachment { get; init; } = 50 * 1024 * 1024;

    /// <summary>Where a sandbox's clock begins, <c>--sandbox-clock</c> or <c>Sandbox:Clock</c>; null for real time.</summary>
    public Instant? SandboxClock { get; init; }

    /// <summary>Days for which an access key is good where nothing else is asked, <c>Access:KeyDays</c>; 365.</summary>
    public int KeyDays { get; init; } = 365;

    /// <summary>Days for which an access key can be good at most, <c>Access:LongestKeyDays</c>; 1096.</summary>
    public int LongestKeyDays { get; init; } = 1096;

    /// <summary>What events name as their source, <c>Events:Source</c>; it tells installations apart.</summary>
    public string EventSource { get; init; } = DefaultEventSource;

    /// <summary>Seconds after which a stream of events shows a sign of life, <c>Events:HeartBeatSeconds</c>; 15.</summary>
    public int HeartBeatSeconds { get; init; } = 15;

    /// <summary>Where events may be sent.</summary>
    public WebhookSettings Webhooks { get; init; } = new();

    /// <summary>How people sign in: <c>Access:SessionHours</c> (12) and <c>Access:IdleMinutes</c> (30).</summary>
    public SignInRules SignIn { get; init; } = SignInRules.Default;

    /// <summary>The provider whose tokens are taken; null for none.</summary>
    public OidcSettings? Oidc { get; init; }

    /// <summary>Days before a due date at which calendar programs remind of it, <c>Deadlines:AlarmDays</c>, separated by commas; 3 and 1.</summary>
    public ImmutableArray<int> AlarmDays { get; init; } = [3, 1];

    /// <summary>Most due dates of a calendar, <c>Deadlines:Most</c>; 1,000.</summary>
    public int MostDeadlines { get; init; } = 1000;

    /// <summary>By which server e-mails are sent; null for none.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>Links to people outside.</summary>
    public required LinkSettings Links { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartRefusedException">A setting has another form, or may not be used here.</exception>
    public static ServiceSettings Read(ConfigurationManager configuration, IHostEnvironment environment, string[] args)
    {
        configuration.AddCommandLine(args, Switches);
        return new ServiceSettings
        {
            DataFolder = Path.GetFullPath(configuration["Data:Folder"] ?? "data", environment.ContentRootPath),
            MasterKey = configuration["Data:MasterKey"],
            NextMasterKey = configuration["Data:NextMasterKey"],
            MasterKeyFile = configuration["Data:MasterKeyFile"],
            Retention = RetentionSettings.Read(configuration),
            LargestAttachment = Number(configuration, "Attachments:MaxBytes", 50 * 1024 * 1024, 1, 1024 * 1024 * 1024),
            SandboxClock = Sandbox(configuration["Sandbox:Clock"], environment),
            Mail = MailSettings.Read(configuration),
            Oidc = OidcSettings.Read(configuration),
            SignIn = SignInRules.Default with
            {
                Life = Duration.FromHours(Number(configuration, "Access:SessionHours", 12, 1, 168)),
                Idle = Duration.FromMinutes(Number(configuration, "Access:IdleMinutes", 30, 1, 1440)),
            },
            KeyDays = Number(configuration, "Access:KeyDays", 365, 1, 3660),
            LongestKeyDays = Number(configuration, "Access:LongestKeyDays", 1096, 1, 3660),
            EventSource = Source(configuration["Events:Source"]),
            Webhooks = WebhookSettings.Read(configuration),
            AlarmDays = Days(configuration["Deadlines:AlarmDays"]),
            Links = LinkSettings.Read(configuration),
            MostDeadlines = Number(configuration, "Deadlines:Most", 1000, 1, 10_000),
            HeartBeatSeconds = Number(configuration, "Events:HeartBeatSeconds", 15, 1, 3600),
        };
    }

    private static string Source(string? text) => text switch
    {
        null => DefaultEventSource,
        _ when text.Length is > 0 and <= 200 && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _) => text,
        _ => throw new StartRefusedException("Events:Source takes a URI reference of at most 200 characters."),
    };

    private static ImmutableArray<int> Days(string? text)
    {
        if (text is null)
            return [3, 1];
        var read = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 365 ? days : -1).ToImmutableArray();
        return read.Length <= 5 && !read.Contains(-1)
            ? read
            : throw new StartRefusedException("Deadlines:AlarmDays takes at most five numbers of days from 0 to 365, separated by commas, or nothing.");
    }

    private static int Number(ConfigurationManager configuration, string name, int otherwise, int least, int most)
    {
        if (configuration[name] is not { } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new StartRefusedException($"{name} takes a whole number from {least} to {most}.");
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
