using System.Collections.Immutable;
using NodaTime;

namespace Workflows.Storage;

/// <summary>A subscription: events that are sent to an address.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Name shown.</param>
/// <param name="Url">Where events are sent.</param>
/// <param name="Secret">What they are signed with, sealed.</param>
/// <param name="CreatedAt">Real time.</param>
public sealed record Webhook(string Id, string Name, string Url, string Secret, Instant CreatedAt)
{
    /// <summary>Agencies whose cases it tells of, and of the children of such cases; null for all.</summary>
    public ImmutableArray<string>? Agencies { get; init; }

    /// <summary>Procedures whose cases it tells of; null for all.</summary>
    public ImmutableArray<string>? Procedures { get; init; }

    /// <summary>Kinds of entry as the history names them; null for all.</summary>
    public ImmutableArray<string>? Kinds { get; init; }

    /// <summary>Nothing is sent; what happens meanwhile is sent later.</summary>
    public bool Paused { get; init; }

    /// <summary>The secret before the last change, sealed; null where there was none.</summary>
    public string? PreviousSecret { get; init; }

    /// <summary>Real time until which events are signed with the secret before as well.</summary>
    public Instant? PreviousUntil { get; init; }
}

/// <summary>What became of a change of a subscription.</summary>
public abstract record WebhookChange
{
    private WebhookChange()
    {
    }

    /// <summary>It is as it shall be.</summary>
    /// <param name="Webhook">The subscription.</param>
    public sealed record Done(Webhook Webhook) : WebhookChange;

    /// <summary>There is no such subscription.</summary>
    public sealed record NotFound : WebhookChange;

    /// <summary>The secret was changed only just now, and the one before is still in use.</summary>
    public sealed record TooSoon : WebhookChange;
}
