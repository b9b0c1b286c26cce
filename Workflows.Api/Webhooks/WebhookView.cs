using System.Collections.Immutable;
using NodaTime;
using Workflows.Api.Events;
using Workflows.Storage;

namespace Workflows.Api.Webhooks;

/// <summary>What an administrator says of a subscription.</summary>
/// <param name="Name">Name shown; at most 100 characters.</param>
/// <param name="Url">Where events are sent: an https address of the public network, unless the service is set up otherwise.</param>
/// <param name="Agencies">Agencies whose cases it tells of, and of the children of such cases; all when left out.</param>
/// <param name="Procedures">Procedures whose cases it tells of; all when left out.</param>
/// <param name="Types">Types of events; all when left out.</param>
internal sealed record WebhookContent(
    string Name, string Url, ImmutableArray<string>? Agencies = null, ImmutableArray<string>? Procedures = null, ImmutableArray<string>? Types = null)
{
    /// <summary>A subscription with this content.</summary>
    public Webhook Onto(Webhook webhook) => webhook with
    {
        Name = Name,
        Url = Url,
        Agencies = Agencies,
        Procedures = Procedures,
        Kinds = Types is { } types ? [.. types.Select(EventKinds.KindOf)] : null,
    };
}

/// <summary>A subscription, without what it signs with.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Name shown.</param>
/// <param name="Url">Where events are sent.</param>
/// <param name="Agencies">Agencies whose cases it tells of; null for all.</param>
/// <param name="Procedures">Procedures whose cases it tells of; null for all.</param>
/// <param name="Types">Types of events; null for all.</param>
/// <param name="PublicKey">With ed25519, the key by which a signature is verified (`whpk_…`); null with a shared secret.</param>
/// <param name="PreviousUntil">Real time until which events are signed with the secret before as well; null where there was none.</param>
/// <param name="Paused">Nothing is sent; what happens meanwhile is sent later.</param>
/// <param name="CreatedAt">Real time.</param>
/// <param name="Delivery">How far it has come.</param>
internal sealed record WebhookView(
    string Id,
    string Name,
    string Url,
    ImmutableArray<string>? Agencies,
    ImmutableArray<string>? Procedures,
    ImmutableArray<string>? Types,
    string? PublicKey,
    Instant? PreviousUntil,
    bool Paused,
    Instant CreatedAt,
    DeliveryView Delivery);

/// <summary>How far a subscription has come.</summary>
/// <param name="Position">Position in the journal up to which all was delivered but what follows.</param>
/// <param name="Last">Position of the journal's last entry.</param>
/// <param name="Waiting">Events that failed and are tried again; later events of their cases wait behind them.</param>
/// <param name="DeadLetters">Events that were given up.</param>
/// <param name="LagSeconds">How long the oldest event that is not delivered has waited, dead letters left out; 0 when none does.</param>
/// <param name="LastFailure">Why the last delivery that failed did; null when none is kept.</param>
internal sealed record DeliveryView(long Position, long Last, int Waiting, int DeadLetters, long LagSeconds, string? LastFailure);

/// <summary>A subscription just made, or given another secret.</summary>
/// <param name="Webhook">The subscription.</param>
/// <param name="Secret">The shared secret (`whsec_…`), shown this once; null with ed25519, whose private key never leaves the service.</param>
internal sealed record NewWebhookView(WebhookView Webhook, string? Secret);
