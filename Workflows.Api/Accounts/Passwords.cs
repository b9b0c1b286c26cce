using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Accounts;

/// <summary>Passwords, hashed with PBKDF2 (HMAC-SHA512, 128 bits of salt, <see cref="Iterations"/> iterations).</summary>
internal sealed class Passwords
{
    /// <summary>Iterations of PBKDF2.</summary>
    public const int Iterations = 600_000;

    private const int Shortest = 12;
    private const int Longest = 128;
    private readonly PasswordHasher<string> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly Lazy<string> nobody;

    /// <summary>Makes them.</summary>
    public Passwords() => nobody = new Lazy<string>(() => hasher.HashPassword("", Generate()));

    /// <summary>A password for someone to sign in with once.</summary>
    public static string Generate() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", 20);

    /// <summary>What is wrong with a new password; null for nothing.</summary>
    public static Problem? Check(string password, string login)
    {
        if (password.Length is < Shortest or > Longest)
            return Problem.Invalid("password", $"应为 {Shortest} 至 {Longest} 个字符");
        return password.Contains(login, StringComparison.OrdinalIgnoreCase) || password.Distinct().Count() < 5
            ? Problem.Invalid("password", "不得包含登录名，且至少有五个不同的字符")
            : null;
    }

    /// <summary>The hash to store.</summary>
    public string Hash(string password) => hasher.HashPassword("", password);

    /// <summary>Whether the password is the account's. It takes as long where there is no account.</summary>
    public bool Verify(Account? account, string password)
    {
        var result = hasher.VerifyHashedPassword("", account?.PasswordHash ?? nobody.Value, password.Length <= Longest ? password : "");
        return account is not null && result != PasswordVerificationResult.Failed;
    }
}
