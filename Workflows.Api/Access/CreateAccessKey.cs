using System.Collections.Immutable;
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
    /// <param name="Owner">May administer the service.</param>
    /// <param name="MayBackdate">May record a legal day before today, with a reason.</param>
    internal sealed record Request(
        string Name, ImmutableDictionary<string, ImmutableArray<string>>? Roles = null, bool Owner = false, bool MayBackdate = false);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/access-keys", Handle)
        .WithName("createAccessKey").WithTags("Access keys")
        .WithSummary("Make an access key")
        .WithDescription("The reply shows the key itself, once. Roles are held per agency; `auditor` reads the cases of its agency and changes none.")
        .Produces<NewAccessKeyView>(StatusCodes.Status201Created).Refuses(422).ForOwners();

    private static async Task<IResult> Handle(Caller caller, JsonBody<Request> body, CaseDatabase database, ReferenceDataSource reference)
    {
        var (name, roles) = (body.Value.Name, body.Value.Roles ?? ImmutableDictionary<string, ImmutableArray<string>>.Empty);
        if (string.IsNullOrWhiteSpace(name) || name.Length > 100)
            return Problem.Invalid("name", "应为 1 至 100 个字符").Result();
        // What the service itself does is known by these names.
        if (name == Actor.System.Name || name == Actor.Time.Name)
            return Problem.Invalid("name", $"“{name}”是服务自身的名称，请另取").Result();
        if (roles.Keys.Any(agency => reference.Current.Agencies.Find(agency) is null))
            return Problem.Invalid("roles", "键应为已登记机关的代码").Result();
        if (roles.Values.Any(held => held.IsDefaultOrEmpty || held.Any(role => string.IsNullOrWhiteSpace(role) || role.Length > 100)))
            return Problem.Invalid("roles", "每一机关至少一个角色，角色为 1 至 100 个字符").Result();
        var made = await database.AccessKeys.Create(name, roles, body.Value.Owner, body.Value.MayBackdate, caller.Stamp);
        return Results.Created((string?)null, new NewAccessKeyView(AccessKeyView.Of(made.Key), made.Clear));
    }
}
