using NodaTime;
using Workflows.Api.Contract;
using Workflows.Api.Health;
using Workflows.Api.Json;
using Workflows.Api.Limits;
using Workflows.Api.Telemetry;
using Workflows.Storage;

namespace Workflows.Api.Hosting;

/// <summary>The service, composed. Building it touches no file; <see cref="Start"/> does.</summary>
public sealed class ServiceHost : IAsyncDisposable
{
    private const string DefaultAddress = "http://127.0.0.1:5080";
    private readonly WebApplication app;

    private ServiceHost(WebApplication app) => this.app = app;

    /// <summary>The address it listens on, once started.</summary>
    public string Address => app.Urls.First();

    /// <summary>What it is composed of.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Composes the service.</summary>
    /// <param name="args">The command line without the command.</param>
    /// <param name="seed">Procedures and agencies to begin with; null for those that come with the product.</param>
    /// <param name="realTime">Real time; null for the clock of the system.</param>
    /// <exception cref="StartRefusedException">A setting has another form, or may not be used here.</exception>
    public static ServiceHost Build(string[] args, Seed? seed = null, IClock? realTime = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        var settings = ServiceSettings.Read(builder.Configuration, builder.Environment, args);
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null)
            builder.WebHost.UseUrls(DefaultAddress);
        var limits = LimitSettings.Read(builder.Configuration);
        builder.WebHost.ConfigureKestrel(kestrel => ServerLimits.Apply(kestrel, limits));
        builder.Services.AddSingleton(limits).AddSingleton<RateLimits>();
        builder.Services.AddSingleton(HealthSettings.Read(builder.Configuration));
        TelemetryExport.Add(builder.Services, builder.Configuration);
        // Nothing that a client sends is logged, and an address can hold what it should not.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.Hosting", LogLevel.Warning)
            // Why a start failed is told in one line by the command.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        Composition.Add(builder.Services, settings, seed ?? DeliveredSeed.Read(), realTime);
        ContractDocument.Add(builder.Services);
        var app = builder.Build();
        Pipeline.Use(app);
        return new ServiceHost(app);
    }

    /// <summary>Opens the database and listens.</summary>
    /// <returns>The key of the first owner, the first time only; it cannot be had again.</returns>
    /// <exception cref="DatabaseRefusedException">The database cannot be opened: in use, wrong master key, another kind or a newer version.</exception>
    public async Task<string?> Start(CancellationToken cancel = default)
    {
        await Opening.Run(app.Services).ConfigureAwait(false);
        await app.StartAsync(cancel).ConfigureAwait(false);
        // Last, so that a start that fails does not make a key that nobody sees.
        return await Opening.FirstOwner(app.Services.GetRequiredService<CaseDatabase>()).ConfigureAwait(false);
    }

    /// <summary>Completes when the process is told to stop.</summary>
    public Task Run() => app.WaitForShutdownAsync();

    /// <summary>Stops listening and closes the database.</summary>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync().ConfigureAwait(false);
        await app.DisposeAsync().ConfigureAwait(false);
    }
}
