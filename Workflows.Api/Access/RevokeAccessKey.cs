using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Access;

/// <summary>Revokes an access key.</summary>
internal static class RevokeAccessKey
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/access-keys/{id}", Handle)
        .WithName("revokeAccessKey").WithTags("Access keys")
        .WithSummary("Revoke an access key")
        .WithDescription("It is no longer good at once. The key of the last owner cannot be revoked, nor that of the last administrator of a kind.")
        .Produces(StatusCodes.Status204NoContent).Refuses(404, 409).ForSecurityAdministrators();

    private static async Task<IResult> Handle(Caller caller, string id, CaseDatabase database) =>
        await database.AccessKeys.Revoke(id, caller.Stamp) switch
        {
            Revocation.Revoked => Results.NoContent(),
            Revocation.LastOwner => Problem.Conflict("这是最后一个所有者的密钥，作废后将无人能够管理；请先为另一所有者签发密钥").Result(),
            Revocation.LastAdministrator => Problem.Conflict("这是最后一个此类管理员（系统、安全、审计）的密钥，作废后三员不再齐备；请先另设一个").Result(),
            _ => Problem.NotFound("没有这个密钥，或者已经作废").Result(),
        };
}
