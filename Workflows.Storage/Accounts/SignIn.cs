using NodaTime;

namespace Workflows.Storage;

/// <summary>An attempt to sign in whose secrets have been checked.</summary>
/// <param name="Account">Id of the account.</param>
/// <param name="PasswordRight">The password was right.</param>
/// <param name="TotpStep">Time step of the code that was given; null where none was given, or a wrong one.</param>
/// <param name="RecoveryCode">SHA-256 of the recovery code that was given, lower-case hex; null for none.</param>
public sealed record SignIn(string Account, bool PasswordRight, long? TotpStep, string? RecoveryCode);

/// <summary>How long sessions last, and when attempts to sign in are locked out; by real time.</summary>
/// <param name="Life">A session ends after this, however busy it is.</param>
/// <param name="Idle">A session ends when it was not used for this long.</param>
/// <param name="Failures">Failures in a row after which the account is locked.</param>
/// <param name="Lock">For how long.</param>
public sealed record SignInRules(Duration Life, Duration Idle, int Failures, Duration Lock)
{
    /// <summary>Twelve hours, thirty minutes idle; five failures, fifteen minutes.</summary>
    public static SignInRules Default { get; } = new(Duration.FromHours(12), Duration.FromMinutes(30), 5, Duration.FromMinutes(15));
}

/// <summary>A session just begun.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Clear">The token to present, shown this once.</param>
/// <param name="ExpiresAt">Real time.</param>
/// <param name="Account">Whose.</param>
public sealed record NewSession(string Id, string Clear, Instant ExpiresAt, Account Account);
