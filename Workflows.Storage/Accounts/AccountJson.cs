using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using NodaTime;
using Workflows.Engine;
using Workflows.Storage.Administration;

namespace Workflows.Storage;

/// <summary>Accounts as canonical JSON.</summary>
internal static class AccountJson
{
    /// <summary>Writes an account.</summary>
    public static string Write(Account account) => Encoding.UTF8.GetString(CanonicalJson.Of(JsonSerializer.SerializeToUtf8Bytes(new Row(
        account.Id,
        account.Login,
        account.Name,
        account.Grants,
        account.PasswordHash,
        account.CreatedAt.ToUnixTimeTicks(),
        account.Administration is { } kind ? Administrators.Name(kind) : null,
        account.MayBackdate,
        account.MustChangePassword,
        account.DisabledAt?.ToUnixTimeTicks(),
        account.Failures,
        account.LockedUntil?.ToUnixTimeTicks(),
        account.Totp,
        account.TotpConfirmed,
        account.TotpStep,
        account.RecoveryCodes))));

    /// <summary>Reads what was written.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static Account Read(string json)
    {
        var row = JsonSerializer.Deserialize<Row>(json) ?? throw new JsonException();
        return new Account(row.Id, row.Login, row.Name, row.Grants, row.PasswordHash, Instant.FromUnixTimeTicks(row.CreatedAt))
        {
            Administration = Administrators.Parse(row.Administration),
            MayBackdate = row.MayBackdate,
            MustChangePassword = row.MustChangePassword,
            DisabledAt = Moment(row.DisabledAt),
            Failures = row.Failures,
            LockedUntil = Moment(row.LockedUntil),
            Totp = row.Totp,
            TotpConfirmed = row.TotpConfirmed,
            TotpStep = row.TotpStep,
            RecoveryCodes = row.RecoveryCodes,
        };
    }

    private static Instant? Moment(long? ticks) => ticks is { } known ? Instant.FromUnixTimeTicks(known) : null;

    private sealed record Row(
        string Id,
        string Login,
        string Name,
        ImmutableDictionary<string, ImmutableArray<string>> Grants,
        string PasswordHash,
        long CreatedAt,
        string? Administration,
        bool MayBackdate,
        bool MustChangePassword,
        long? DisabledAt,
        int Failures,
        long? LockedUntil,
        string? Totp,
        bool TotpConfirmed,
        long TotpStep,
        ImmutableArray<string> RecoveryCodes);
}
