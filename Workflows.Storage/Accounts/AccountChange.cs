namespace Workflows.Storage;

/// <summary>What came of the wish to change an account. A closed family.</summary>
public abstract record AccountChange
{
    private AccountChange()
    {
    }

    /// <summary>It is changed.</summary>
    /// <param name="Account">As it is now.</param>
    public sealed record Done(Account Account) : AccountChange;

    /// <summary>There is no such account.</summary>
    public sealed record NotFound : AccountChange;

    /// <summary>Another account has this name to sign in with.</summary>
    public sealed record LoginTaken : AccountChange;

    /// <summary>It is the last administrator's of a kind.</summary>
    public sealed record LastAdministrator : AccountChange;
}
