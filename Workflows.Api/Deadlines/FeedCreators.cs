using Workflows.Api.Access;
using Workflows.Storage;

namespace Workflows.Api.Deadlines;

/// <summary>Asks at every read of a feed what its creator may still see.</summary>
/// <remarks>
/// Of keys and accounts the service knows that itself. What a provider of tokens says of somebody it knows only while they present
/// one, so they cannot make a feed.
/// </remarks>
internal sealed class FeedCreators(CaseDatabase database)
{
    /// <summary>The creator as a caller; null when the key or account is no longer good, or no longer holds the role.</summary>
    public Caller? Find(DeadlineFeed feed) => Find(feed.CreatedBy) is { } caller && caller.Actor.Holds(feed.Agency, feed.Role) ? caller : null;

    /// <summary>The key or account of an id as a caller; null when there is none that is good.</summary>
    public Caller? Find(string id)
    {
        if (database.AccessKeys.FindGood(id) is { } key)
            return Caller.Of(key) is var holder && holder.Scope.Allows("read") ? holder : null;
        return database.Accounts.Find(id) is { DisabledAt: null, MustChangePassword: false } account ? Caller.Of(account, "") : null;
    }
}
