using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.Accounts;
using Workflows.Api.Administration;
using Workflows.Api.Audit;
using Workflows.Api.Cases;
using Workflows.Api.Deadlines;
using Workflows.Api.Events;
using Workflows.Api.Health;
using Workflows.Api.Letters;
using Workflows.Api.MasterKeys;
using Workflows.Api.Procedures;
using Workflows.Api.Retention;
using Workflows.Api.Sandbox;
using Workflows.Api.Telemetry;
using Workflows.Api.Templates;
using Workflows.Api.Webhooks;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Hosting;

/// <summary>How the parts fit together. Nothing is made before it is asked for, so that the contract can be printed without a database.</summary>
internal static class Composition
{
    /// <summary>Adds the parts.</summary>
    /// <param name="services">Where.</param>
    /// <param name="settings">What was set.</param>
    /// <param name="seed">Procedures and agencies to begin with.</param>
    /// <param name="clock">Real time; null for the system's.</param>
    public static void Add(IServiceCollection services, ServiceSettings settings, Seed seed, IClock? clock = null)
    {
#pragma warning disable RS0030 // This is the composition root, the one place that names the system's clock.
        var realTime = clock ?? SystemClock.Instance;
#pragma warning restore RS0030
        services.AddSingleton(settings).AddSingleton(settings.Retention).AddSingleton(settings.Links).AddSingleton(seed).AddSingleton(TimeProvider.System);
        services.AddSingleton(new RealTime(realTime)).AddSingleton<KeyLife>().AddSingleton<AccessLog>().AddSingleton<Passwords>().AddSingleton<SignInDesk>().AddSingleton<Callers>();
        if (settings.Oidc is { } oidc)
            services.AddSingleton(oidc).AddSingleton<ProviderTokens>();
        services.AddSingleton<SecurityLog>().AddSingleton<ServiceMetrics>().AddSingleton<ICommandWatch, CommandWatch>();
        services.AddSingleton<SweepPulse>().AddSingleton<ServiceHealth>().AddHostedService<Draining>();
        services.AddSingleton(provider => OpenDatabase(provider, settings, realTime));
        services.AddSingleton(provider => new ReferenceDataSource(
            ReferenceLoading.Load(seed, provider.GetRequiredService<CaseDatabase>())));
        if (settings.SandboxClock is { } start)
        {
            services.AddSingleton(provider => new SandboxClock(provider.GetRequiredService<CaseDatabase>().SandboxClock.Now() ?? start));
            services.AddSingleton<IClock>(provider => provider.GetRequiredService<SandboxClock>());
            services.AddSingleton<SandboxTime>();
        }
        else
        {
            services.AddSingleton(realTime);
        }

        services.AddSingleton(provider => provider.GetRequiredService<CaseDatabase>().Cases);
        services.AddSingleton(provider => provider.GetRequiredService<CaseDatabase>().Records);
        services.AddSingleton(provider => provider.GetRequiredService<CaseDatabase>().Templates);
        services.AddSingleton(provider => provider.GetRequiredService<CaseDatabase>().Files);
        services.AddSingleton<IJournal>(provider => provider.GetRequiredService<CaseDatabase>().Journal);
        services.AddSingleton(provider => provider.GetRequiredService<CaseDatabase>().Feed).AddSingleton<EventViews>().AddSingleton<EventStreams>();
        services.AddSingleton(settings.Webhooks).AddSingleton<WebhookDesk>().AddSingleton<WebhookSender>().AddSingleton<WebhookService>();
        services.AddHostedService(provider => provider.GetRequiredService<WebhookService>());
        services.AddSingleton<RetentionDesk>().AddSingleton<FeedCreators>();
        services.AddSingleton<CaseViews>().AddSingleton<CaseDesk>();
        services.AddSingleton<OnceTurns>().AddSingleton<ChangeTurn>().AddSingleton<TemplateLibrary>().AddSingleton<DraftChecks>().AddSingleton<Verifications>();
        services.AddSingleton<CaseCommands>().AddSingleton<IDueWork, DueWork>();
        services.AddSingleton(MakeSweep);
        services.AddSingleton<MailLetters>().AddSingleton<MailRoom>().AddHostedService(provider => provider.GetRequiredService<MailRoom>());
        services.AddSingleton<MasterKeyService>().AddHostedService(provider => provider.GetRequiredService<MasterKeyService>());
        services.AddHostedService<SweepService>().AddHostedService(provider => new ReplyExpiry(
            provider.GetRequiredService<CaseDatabase>().Journal, provider.GetRequiredService<CaseDatabase>().Sessions, realTime, provider.GetRequiredService<ILogger<ReplyExpiry>>()));
    }

    private static Sweep MakeSweep(IServiceProvider provider)
    {
        var log = provider.GetRequiredService<ILogger<Sweep>>();
        return new Sweep(
            provider.GetRequiredService<IDueWork>(),
            provider.GetRequiredService<CaseCommands>(),
            provider.GetRequiredService<ReferenceDataSource>(),
            refused => log.LogWarning(
                refused.Error,
                "The calendar could not open {Procedure} for {Agency}, {Schedule} {Period}: {Why}",
                refused.Case.Procedure,
                refused.Case.Agency,
                refused.Case.Schedule,
                refused.Case.Period,
                refused.Why));
    }

    private static CaseDatabase OpenDatabase(IServiceProvider provider, ServiceSettings settings, IClock realTime) => CaseDatabase.Open(
        new StorageOptions
        {
            DataFolder = settings.DataFolder,
            Clock = realTime,
            MasterKey = settings.MasterKey,
            NextMasterKey = settings.NextMasterKey,
            MasterKeyFile = settings.MasterKeyFile,
            Sandbox = settings.SandboxClock is not null,
            SignIn = settings.SignIn,
            Meter = provider.GetRequiredService<ServiceMetrics>().Meter,
        },
        (procedure, version) => provider.GetRequiredService<ReferenceDataSource>().Current.Procedures.Find(procedure, version)?.Definition
            ?? throw new InvalidOperationException($"Version {version} of {procedure} is not known here."),
        (procedure, version) => provider.GetRequiredService<ReferenceDataSource>().Current.Procedures.Counting(procedure, version)?.Definition,
        state => provider.GetRequiredService<ReferenceDataSource>().Current.Attention(state));
}
