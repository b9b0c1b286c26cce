using Workflows.Storage;

namespace Workflows.Api.Access;

/// <summary>Finds who presents a key, the token of a session, or the token of a provider.</summary>
internal sealed class Callers(CaseDatabase database, IServiceProvider services)
{
    private readonly ProviderTokens? provider = services.GetService<ProviderTokens>();

    /// <summary>Whose it is; null when it is not good. For keys and sessions the answer is there at once.</summary>
    /// <param name="clear">What was presented.</param>
    /// <param name="used">It is used now, so that a session is not idle; false to ask only whether it is still good.</param>
    /// <exception cref="ProviderUnavailableException">It is a provider's, whose keys cannot be had now.</exception>
    public ValueTask<Caller?> Find(string clear, bool used = true)
    {
        if (provider is not null && ProviderTokens.LooksLikeOne(clear))
            return new ValueTask<Caller?>(provider.Find(clear));
        if (clear.StartsWith(SessionStore.Prefix, StringComparison.Ordinal))
            return ValueTask.FromResult(database.Sessions.FindPresented(clear, used) is { } session ? Caller.Of(session.Account, session.Id) : null);
        return ValueTask.FromResult(database.AccessKeys.FindPresented(clear) is { } key ? Caller.Of(key) : null);
    }
}
