using System.Collections.Immutable;
using NodaTime;
using Workflows.Api.Sandbox;
using Workflows.Api.Telemetry;
using Workflows.Api.Webhooks;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Hosting;

/// <summary>Opens the database for service: what is missing in a new one is put there.</summary>
internal static class Opening
{
    private static readonly ActorStamp System = new(Actor.System.Id, Actor.System.Name, null, null);

    /// <summary>Opens it.</summary>
    public static async Task Run(IServiceProvider services)
    {
        var database = services.GetRequiredService<CaseDatabase>();
        Measure(services, database);
        // What comes with the product has been there since the sandbox began.
        if (services.GetRequiredService<ServiceSettings>().SandboxClock is { } begin && database.SandboxClock.Now() is null)
            await database.SandboxClock.Set(begin, System).ConfigureAwait(false);
        if (database.Agencies.All().All.IsEmpty)
            await database.Agencies.Put(services.GetRequiredService<Seed>().Agencies, System).ConfigureAwait(false);

        await Delivery.Run(database, services.GetRequiredService<Seed>()).ConfigureAwait(false);
        var reference = services.GetRequiredService<ReferenceDataSource>();
        await database.Journal.DateFacts().ConfigureAwait(false);
        await database.Journal.NarrowSearch().ConfigureAwait(false);
        foreach (var procedure in reference.Current.Procedures.Procedures)
            await database.Journal.Count(procedure, reference.Current.Procedures.CountedByLater(procedure)).ConfigureAwait(false);
        if (services.GetRequiredService<ServiceSettings>().SandboxClock is { } given)
            await services.GetRequiredService<SandboxTime>().MoveTo(given, System, CancellationToken.None).ConfigureAwait(false);
    }

    private static void Measure(IServiceProvider services, CaseDatabase database)
    {
        services.GetRequiredService<ServiceMetrics>().WatchWebhooks(services.GetRequiredService<WebhookDesk>().Lag);
        var clock = services.GetRequiredService<IClock>();
        services.GetRequiredService<ServiceMetrics>().Watch(
            () => database.Cases.Count(new CaseFilter { OverdueAt = clock.GetCurrentInstant() }),
            () => database.Cases.NextAttention(Instant.MinValue) is { } oldest ? Math.Max(0, (clock.GetCurrentInstant() - oldest).TotalSeconds) : 0);
    }

    /// <summary>Makes the key of the first owner; also later, when the last administrator of a kind has expired and nobody could make another.</summary>
    /// <returns>The key; null where there is an owner already, or there are administrators of each kind.</returns>
    public static async Task<string?> FirstOwner(CaseDatabase database)
    {
        if (database.AccessKeys.CountOwners() > 0 || await database.AccessKeys.HasAdministrators().ConfigureAwait(false))
            return null;
        var owner = await database.AccessKeys.Create(
            new KeyTerms("初始所有者", ImmutableDictionary<string, ImmutableArray<string>>.Empty) { Owner = true }, System).ConfigureAwait(false);
        return owner.Clear;
    }
}
