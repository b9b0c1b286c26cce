using System.Collections.Immutable;
using Workflows.Storage;

namespace Workflows.Api.Access;

/// <summary>Lists the access keys.</summary>
internal static class ListAccessKeys
{
    /// <summary>All keys.</summary>
    /// <param name="Keys">Oldest first, revoked ones too.</param>
    internal sealed record Reply(ImmutableArray<AccessKeyView> Keys);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/access-keys", Handle)
        .WithName("listAccessKeys").WithTags("Access keys")
        .WithSummary("List access keys")
        .Produces<Reply>().ForSecurityAdministrators();

    private static IResult Handle(CaseDatabase database) =>
        Results.Ok(new Reply([.. database.AccessKeys.All().Select(AccessKeyView.Of)]));
}
