using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Workflows.Engine;
using Workflows.Storage.Administration;
using Workflows.Storage.Database;
using Workflows.Storage.Journal;

namespace Workflows.Storage;

/// <summary>Sessions of people who signed in. They are held in memory, because every request presents one; tokens are stored hashed.</summary>
public sealed class SessionStore
{
    /// <summary>What every token begins with.</summary>
    public const string Prefix = "ds_";

    private readonly Writer writer;
    private readonly AccountStore accounts;
    private readonly SignInRules rules;
    private readonly IClock clock;
    private readonly Lazy<ImmutableDictionary<string, Held>> loaded;
    private volatile ImmutableDictionary<string, Held>? changed;

    internal SessionStore(Writer writer, ReaderPool readers, AccountStore accounts, SignInRules rules, IClock clock)
    {
        this.writer = writer;
        this.accounts = accounts;
        this.rules = rules;
        this.clock = clock;
        loaded = new Lazy<ImmutableDictionary<string, Held>>(() => Load(readers));
    }

    private ImmutableDictionary<string, Held> ByHash => changed ?? loaded.Value;

    /// <summary>The session of a token, and whose it is; null when it has ended. Its use is noted, so that it is not idle.</summary>
    /// <param name="clear">The token.</param>
    /// <param name="used">False to ask only whether it is still good.</param>
    public (string Id, Account Account)? FindPresented(string clear, bool used = true)
    {
        if (!ByHash.TryGetValue(Secret.HashOf(clear), out var held))
            return null;
        var now = clock.GetCurrentInstant();
        if (now >= held.ExpiresAt || now - held.LastUsed >= rules.Idle || accounts.Find(held.Account) is not { DisabledAt: null } account)
            return null;
        if (used)
            held.LastUsed = now;
        return (held.Id, account);
    }

    /// <summary>Begins a session, or counts a failure.</summary>
    /// <returns>The session; null for a failure of any kind.</returns>
    public Task<NewSession?> Begin(SignIn attempt)
    {
        _ = ByHash;
        var id = $"session-{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        var (clear, hash) = Secret.New(Prefix);
        return writer.Write(unit =>
        {
            if (accounts.Read(unit, attempt.Account) is not { } account)
                return null;
            var by = new ActorStamp(account.Id, account.Name, null, null);
            var now = unit.Now;
            if (account.DisabledAt is not null || account.LockedUntil > now)
                return null;
            if (Passed(account, attempt) is not { } passed)
            {
                var failures = account.Failures + 1;
                var locked = failures >= rules.Failures;
                accounts.Put(
                    unit, account with { Failures = locked ? 0 : failures, LockedUntil = locked ? now + rules.Lock : null },
                    locked ? "account.locked" : "account.sign-in-failed", by);
                return null;
            }

            accounts.Put(unit, passed with { Failures = 0, LockedUntil = null }, "account.signed-in", by);
            return Open(unit, passed, id, clear, hash, by);
        });
    }

    /// <summary>Ends a session.</summary>
    public Task<bool> End(string id, ActorStamp by) => writer.Write(unit =>
    {
        _ = ByHash;
        return End(unit, unit.Session.Sql("SELECT id FROM sessions WHERE id = ? AND ended_at IS NULL").With(id).All(row => row.Text(0)), by);
    });

    /// <summary>Ends the sessions of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="but">Id of one that goes on; null for none.</param>
    /// <param name="by">Who.</param>
    public Task<bool> EndAll(string account, string? but, ActorStamp by) => writer.Write(unit =>
    {
        _ = ByHash;
        return EndAll(unit, account, but, by);
    });

    /// <summary>Changes an account and ends its sessions: both, or neither.</summary>
    /// <param name="account">The account.</param>
    /// <param name="action">What is done, for the log: <c>account.disabled</c>.</param>
    /// <param name="change">The account as it shall be.</param>
    /// <param name="by">Who.</param>
    /// <param name="first">The reply to keep; null for none.</param>
    public Task<AccountChange> EndAllWith(
        string account, string action, Func<Account, Instant, Account> change, ActorStamp by, FirstReply<AccountChange>? first = null)
    {
        _ = ByHash;
        return writer.Write(first, unit =>
        {
            var outcome = accounts.Change(unit, account, action, change, by);
            if (outcome is AccountChange.Done)
                EndAll(unit, account, but: null, by);
            return outcome;
        });
    }

    /// <summary>Deletes sessions that ended, or expired, before an instant (real time). The log keeps that they were.</summary>
    /// <returns>How many.</returns>
    public Task<int> Forget(Instant endedBefore, ActorStamp by)
    {
        _ = ByHash;
        return writer.Write(unit =>
        {
            var count = unit.Session.Sql("DELETE FROM sessions WHERE coalesce(ended_at, expires_at) < ?").With((Instant?)endedBefore).Run();
            if (count > 0)
                unit.Log(by, "session.forgotten", "sessions", JsonSerializer.Serialize(new { endedBefore = InstantPattern.ExtendedIso.Format(endedBefore) }));
            unit.AfterCommit(() => changed = ByHash.RemoveRange(ByHash.Where(pair => pair.Value.ExpiresAt < endedBefore).Select(pair => pair.Key)));
            return count;
        });
    }

    private static Account? Passed(Account account, SignIn attempt)
    {
        if (!attempt.PasswordRight)
            return null;
        if (!account.TotpConfirmed)
            return account;
        if (attempt.TotpStep is { } step)
            return step > account.TotpStep ? account with { TotpStep = step } : null;
        return attempt.RecoveryCode is { } code && account.RecoveryCodes.Contains(code) ? account with { RecoveryCodes = account.RecoveryCodes.Remove(code) } : null;
    }

    private NewSession Open(UnitOfWork unit, Account account, string id, string clear, byte[] hash, ActorStamp by)
    {
        var (now, expiresAt) = (unit.Now, unit.Now + rules.Life);
        unit.Session.Sql("INSERT INTO sessions (id, hash, account, created_at, expires_at) VALUES (?, ?, ?, ?, ?)")
            .With(id).With(hash).With(account.Id).With(now).With(expiresAt).Run();
        unit.Log(by, "session.begun", id, JsonSerializer.Serialize(new { account = account.Id, sha256 = Digest.Of(hash), expiresAt = InstantPattern.ExtendedIso.Format(expiresAt) }));
        unit.AfterCommit(() => changed = ByHash.SetItem(Secret.Hex(hash), new Held(id, account.Id, expiresAt) { LastUsed = now }));
        return new NewSession(id, clear, expiresAt, account);
    }

    private bool EndAll(UnitOfWork unit, string account, string? but, ActorStamp by) =>
        End(unit, unit.Session.Sql("SELECT id FROM sessions WHERE account = ? AND ended_at IS NULL AND id IS NOT ?").With(account).With(but).All(row => row.Text(0)), by);

    private bool End(UnitOfWork unit, List<string> ids, ActorStamp by)
    {
        foreach (var id in ids)
        {
            unit.Session.Sql("UPDATE sessions SET ended_at = ? WHERE id = ?").With(unit.Now).With(id).Run();
            unit.Log(by, "session.ended", id, "{}");
        }

        unit.AfterCommit(() => changed = ByHash.RemoveRange(ByHash.Where(pair => ids.Contains(pair.Value.Id)).Select(pair => pair.Key)));
        return ids.Count > 0;
    }

    /// <remarks>When a session was last used is not stored: after a start it counts from its beginning, so that none outlives the limit by it.</remarks>
    private static ImmutableDictionary<string, Held> Load(ReaderPool readers) => readers.Read(session =>
        session.Sql("SELECT hash, id, account, created_at, expires_at FROM sessions WHERE ended_at IS NULL")
            .All(row => KeyValuePair.Create(Secret.Hex(row.Blob(0)), new Held(row.Text(1), row.Text(2), row.Moment(4)) { LastUsed = row.Moment(3) }))).ToImmutableDictionary();

    private sealed class Held(string id, string account, Instant expiresAt)
    {
        private long lastUsed;

        public string Id => id;

        public string Account => account;

        public Instant ExpiresAt => expiresAt;

        public Instant LastUsed
        {
            get => Instant.FromUnixTimeTicks(Interlocked.Read(ref lastUsed));
            set => Interlocked.Exchange(ref lastUsed, value.ToUnixTimeTicks());
        }
    }
}
