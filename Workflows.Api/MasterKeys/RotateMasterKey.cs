using Workflows.Api.Access;
using Workflows.Api.Administration;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.MasterKeys;

/// <summary>Orders the change of the master key.</summary>
internal static class RotateMasterKey
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/master-key/rotation", Handle)
        .WithName("rotateMasterKey").WithTags("Master key")
        .WithSummary("Change the master key while the service runs")
        .WithDescription(
            "The keys of all cases are wrapped anew in batches between the commands; `GET /master-key` tells when it is done, and from then on nothing "
            + "needs the old key. The new key is made in the file beside the old one and takes its place; where the key comes from the environment, or "
            + "its folder cannot be written to, `Data:NextMasterKey` must name it first, and it takes the place of the old one there afterwards. A process that ends on the way goes on when it starts again.")
        .Produces<MasterKeyView>(StatusCodes.Status202Accepted).Refuses(409, 503).GivenOnce().ForSecurityAdministrators();

    private static Task<IResult> Handle(Caller caller, CaseDatabase database, MasterKeyService service, Once once) => once.Do<(RotationBegin Outcome, MasterKeyStanding Standing)>(
        async first =>
        {
            var begun = await database.MasterKey.Begin(caller.Stamp, first).ConfigureAwait(false);
            if (begun.Outcome == RotationBegin.Begun)
                service.Wake();
            return begun;
        },
        begun => begun.Outcome switch
        {
            RotationBegin.Running => Problem.Conflict("主密钥正在更换，请待其完成（GET /master-key）").Result(),
            RotationBegin.NoKey => Problem.Conflict("主密钥来自环境变量，或者其文件夹不可写；请先以 Data:NextMasterKey 给出新的主密钥并重新启动服务").Result(),
            _ => Answer.Accepted("/api/v1/master-key", MasterKeyView.Of(begun.Standing)),
        });
}
