using System.Collections.Immutable;
using System.Reflection;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Access;

/// <summary>Who sends a request. An endpoint that takes one as a parameter is given the holder of what was presented.</summary>
/// <param name="Actor">The actor of their commands.</param>
/// <param name="Administration">What they administer; null for nothing. They hold no role in cases by that.</param>
/// <param name="IsOwner">The first owner, who counts as all three administrators.</param>
/// <param name="Scope">To what they are limited, beside the agencies of their roles.</param>
internal sealed record Caller(Actor Actor, AdministrationKind? Administration, bool IsOwner, KeyScope Scope)
{
    /// <summary>The role that audits the cases of the agency in which it is held: reads them, changes none.</summary>
    public const string AuditorRole = "auditor";

    /// <summary>The header in which a reader says why they read what is not their agency's: text in UTF-8, percent-encoded.</summary>
    public const string PurposeHeader = "Access-Purpose";

    /// <summary>Why they read, as they said; null where they did not.</summary>
    public string? Purpose { get; init; }

    /// <summary>The holder of a key.</summary>
    public static Caller Of(AccessKey key) =>
        new(new Actor(key.Id, key.Name, key.Grants, key.MayBackdate), key.Administration, key.Owner, key.Scope);

    /// <summary>Someone who signed in.</summary>
    public static Caller Of(Account account, string session) =>
        new(new Actor(account.Id, account.Name, account.Grants, account.MayBackdate), account.Administration, IsOwner: false, KeyScope.All)
        {
            Session = session,
            MustChangePassword = account.MustChangePassword,
        };

    /// <summary>Their session; null for the holder of a key.</summary>
    public string? Session { get; init; }

    /// <summary>Their password was given by an administrator and must be changed before anything else.</summary>
    public bool MustChangePassword { get; init; }

    /// <summary>Reads every case, whichever agency handles it.</summary>
    public bool ReadsAll => Administers(AdministrationKind.Audit);

    /// <summary>What administrative changes and the log keep of them.</summary>
    public ActorStamp Stamp => new(Actor.Id, Actor.Name, null, null);

    /// <summary>Is one of the administrators, or an owner, who counts as each.</summary>
    public bool Administers(AdministrationKind kind) => IsOwner || Administration == kind;

    /// <summary>Holds a role in the agency.</summary>
    public bool WorksIn(string agency) => Actor.Roles.TryGetValue(agency, out var roles) && !roles.IsEmpty;

    /// <summary>The agencies in which they hold a role.</summary>
    public ImmutableArray<string> Agencies => [.. Actor.Roles.Where(held => !held.Value.IsEmpty).Select(held => held.Key)];

    /// <summary>May know of the case: handled by an agency of theirs, or a child of such a case, and of a procedure that they reach.</summary>
    public bool MaySee(CaseState state) =>
        (ReadsAll || WorksIn(state.Agency) || (state.Parent is { } parent && WorksIn(parent.Agency))) && Scope.Reaches(state.Procedure);

    /// <summary>May read personal data of the case in clear.</summary>
    public bool MayReadClear(CaseState state) => MayReadClear(state.Agency);

    /// <summary>May read personal data of the cases that an agency handles in clear.</summary>
    public bool MayReadClear(string agency) =>
        Actor.Roles.TryGetValue(agency, out var roles) && roles.Any(role => role != AuditorRole);

    /// <summary>Binds the caller; called by the framework.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext http, ParameterInfo parameter) =>
        ValueTask.FromResult<Caller?>(http.Features.Get<Caller>()
            ?? throw new InvalidOperationException($"{http.Request.Path} is open to everyone and has no caller."));
}
