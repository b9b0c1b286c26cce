using System.Collections.Immutable;
using NodaTime;
using Workflows.Api.Administration;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Access;

/// <summary>Makes an access key.</summary>
internal static class CreateAccessKey
{
    /// <summary>A key to be made.</summary>
    /// <param name="Name">Name shown in the history; at most 100 characters.</param>
    /// <param name="Roles">Roles held, by agency id.</param>
    /// <param name="Administration">What it administers; nothing when left out.</param>
    /// <param name="MayBackdate">May record a legal day before today, with a reason.</param>
    /// <param name="ExpiresAt">Real time from which it is no longer good; what the service is set to when left out.</param>
    /// <param name="Procedures">Procedures whose cases it reaches; all when left out.</param>
    /// <param name="Actions">`read`, `open`, `command`, or `command:` and a trigger (`command:correction`, `command:cancellation`), which may end in `*`; all when left out.</param>
    internal sealed record Request(
        string Name,
        ImmutableDictionary<string, ImmutableArray<string>>? Roles = null,
        AdministrationKind? Administration = null,
        bool MayBackdate = false,
        Instant? ExpiresAt = null,
        ImmutableArray<string>? Procedures = null,
        ImmutableArray<string>? Actions = null);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/access-keys", Handle)
        .WithName("createAccessKey").WithTags("Access keys")
        .WithSummary("Make an access key")
        .WithDescription(
            "The reply shows the key itself, once. Roles are held per agency; `auditor` reads the cases of its agency and changes none. A key administers at most "
            + "one of `system`, `security`, `audit`; when there is one of each, the key of the first owner ends.")
        .Produces<NewAccessKeyView>(StatusCodes.Status201Created).Refuses(422).GivenOnce().ForSecurityAdministrators();

    private static async Task<IResult> Handle(Caller caller, JsonBody<Request> body, CaseDatabase database, ReferenceDataSource reference, KeyLife life, Once once)
    {
        var sent = body.Value;
        var roles = sent.Roles ?? ImmutableDictionary<string, ImmutableArray<string>>.Empty;
        var scope = new KeyScope(sent.Procedures, sent.Actions);
        var (expiresAt, wrong) = life.ExpiryOf(sent.ExpiresAt);
        if ((PrincipalChecks.Name(sent.Name) ?? PrincipalChecks.Roles(roles, reference.Current) ?? PrincipalChecks.Scope(scope, reference.Current) ?? wrong) is { } problem)
            return problem.Result();
        var terms = new KeyTerms(sent.Name, roles, sent.MayBackdate) { Administration = sent.Administration, ExpiresAt = expiresAt, Scope = scope };
        return await once.Do<NewAccessKey>(
            first => database.AccessKeys.Create(terms, caller.Stamp, first),
            made => Answer.Created(null, new NewAccessKeyView(AccessKeyView.Of(made.Key), made.Clear))).ConfigureAwait(false);
    }
}
