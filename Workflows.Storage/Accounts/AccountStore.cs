using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Workflows.Engine;
using Workflows.Storage.Administration;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;
using Workflows.Storage.Journal;

namespace Workflows.Storage;

/// <summary>Accounts. Every change, a failure to sign in among them, is in the administrative log in the same transaction.</summary>
public sealed class AccountStore
{
    private readonly Writer writer;
    private readonly AccessKeyStore keys;
    private readonly MasterKey master;
    private readonly Lazy<ImmutableDictionary<string, Account>> loaded;
    private volatile ImmutableDictionary<string, Account>? changed;

    internal AccountStore(Writer writer, ReaderPool readers, AccessKeyStore keys, MasterKey master)
    {
        this.writer = writer;
        this.keys = keys;
        this.master = master;
        loaded = new Lazy<ImmutableDictionary<string, Account>>(() => Load(readers));
    }

    private ImmutableDictionary<string, Account> ById => changed ?? loaded.Value;

    /// <summary>Every account, by the name to sign in with.</summary>
    public ImmutableArray<Account> All() => [.. ById.Values.OrderBy(account => account.Login, StringComparer.Ordinal)];

    /// <summary>The account, or null.</summary>
    public Account? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The account that signs in with this name, or null.</summary>
    public Account? FindLogin(string login) => ById.Values.FirstOrDefault(account => account.Login == login);

    /// <summary>Makes an account; its id and the time are given here.</summary>
    /// <param name="wanted">The account.</param>
    /// <param name="by">Who.</param>
    /// <param name="first">The reply to keep; null for none.</param>
    public Task<AccountChange> Create(Account wanted, ActorStamp by, FirstReply<AccountChange>? first = null)
    {
        _ = ById;
        return writer.Write<AccountChange>(first, unit =>
        {
            if (unit.Session.Sql("SELECT 1 FROM accounts WHERE login = ?").With(wanted.Login).First(row => row.Long(0)) == 1)
                return new AccountChange.LoginTaken();
            var account = wanted with { Id = $"person-{RandomNumberGenerator.GetHexString(16, lowercase: true)}", CreatedAt = unit.Now };
            unit.Session.Sql("INSERT INTO accounts (id, login, administration, disabled_at, json) VALUES (?, ?, NULL, NULL, '')").With(account.Id).With(account.Login).Run();
            Put(unit, account, "account.created", by);
            if (account.Administration is not null)
                keys.EndOwners(unit, by);
            return new AccountChange.Done(account);
        });
    }

    /// <summary>Changes an account.</summary>
    /// <param name="id">The account.</param>
    /// <param name="action">What is done, for the log: <c>account.disabled</c>.</param>
    /// <param name="change">The account as it shall be.</param>
    /// <param name="by">Who.</param>
    public Task<AccountChange> Change(string id, string action, Func<Account, Instant, Account> change, ActorStamp by)
    {
        _ = ById;
        return writer.Write(unit => Change(unit, id, action, change, by));
    }

    /// <summary>Seals the secret of an account's one-time codes with a key that follows from the master key.</summary>
    public string Seal(string account, ReadOnlySpan<byte> secret)
    {
        using var aes = Box(account);
        return Convert.ToBase64String(AesBox.Seal(aes, secret, []));
    }

    /// <summary>Opens what was sealed.</summary>
    public byte[] Open(string account, string sealedSecret)
    {
        using var aes = Box(account);
        return AesBox.Open(aes, Convert.FromBase64String(sealedSecret), []);
    }

    /// <summary>The account as the transaction has it.</summary>
    internal Account? Read(UnitOfWork unit, string id)
    {
        _ = ById;
        return unit.Session.Sql("SELECT json FROM accounts WHERE id = ?").With(id).First(row => row.Text(0)) is { } json ? AccountJson.Read(json) : null;
    }

    /// <summary>Changes an account in a transaction that does more.</summary>
    internal AccountChange Change(UnitOfWork unit, string id, string action, Func<Account, Instant, Account> change, ActorStamp by) =>
        Read(unit, id) is not { } before ? new AccountChange.NotFound() : Change(unit, before, change(before, unit.Now), action, by);

    /// <summary>Writes an account that exists, and the log.</summary>
    internal void Put(UnitOfWork unit, Account account, string action, ActorStamp by)
    {
        var json = AccountJson.Write(account);
        var administration = account.Administration is { } kind ? Administrators.Name(kind) : null;
        unit.Session.Sql("UPDATE accounts SET administration = ?, disabled_at = ?, json = ? WHERE id = ?")
            .With(administration).With(account.DisabledAt).With(json).With(account.Id).Run();
        unit.Log(by, action, account.Id, JsonSerializer.Serialize(new
        {
            login = account.Login,
            name = account.Name,
            grants = account.Grants,
            administration,
            mayBackdate = account.MayBackdate,
            disabledAt = account.DisabledAt is { } at ? InstantPattern.ExtendedIso.Format(at) : null,
            sha256 = Digest.Of(json),
        }));
        unit.AfterCommit(() => changed = ById.SetItem(account.Id, account));
    }

    private AccountChange Change(UnitOfWork unit, Account before, Account after, string action, ActorStamp by)
    {
        var (held, holds) = (Administers(before), Administers(after));
        if (held is { } kind && holds != held && !Administrators.MaySpare(unit, kind))
            return new AccountChange.LastAdministrator();
        Put(unit, after, action, by);
        if (holds is not null && holds != held)
            keys.EndOwners(unit, by);
        return new AccountChange.Done(after);
    }

    private static AdministrationKind? Administers(Account account) => account.DisabledAt is null ? account.Administration : null;

    /// <remarks>The key of the search hashes outlives a change of the master key, and so does what follows from it.</remarks>
    private AesGcm Box(string account) => new(master.SearchHash("one-time codes of an account", account), AesBox.TagSize);

    private static ImmutableDictionary<string, Account> Load(ReaderPool readers)
    {
        try
        {
            return readers.Read(session => session.Sql("SELECT json FROM accounts").All(row => AccountJson.Read(row.Text(0)))).ToImmutableDictionary(account => account.Id);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new DatabaseRefusedException($"A row of accounts cannot be read; run verify. {error.Message}");
        }
    }
}
