using Workflows.Api.Access;
using Workflows.Api.Cases;
using Workflows.Api.Health;
using Workflows.Api.Problems;
using Workflows.Api.Sandbox;

namespace Workflows.Api.Hosting;

/// <summary>All endpoints, in the order of the contract.</summary>
internal static class Endpoints
{
    /// <summary>Adds them.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").Refuses(400, 401);
        OpenCase.Map(api);
        ListCases.Map(api);
        ReadCase.Map(api);
        FireTrigger.Map(api);
        CorrectDate.Map(api);
        CancelCase.Map(api);
        ReadHistory.Map(api);
        ListClocks.Map(api);
        ExplainClock.Map(api);
        ListDocuments.Map(api);
        ReadDocument.Map(api);
        Worklist.Map(api);

        CreateAccessKey.Map(api);
        ListAccessKeys.Map(api);
        RevokeAccessKey.Map(api);

        ReadSandboxClock.Map(api);
        SetSandboxClock.Map(api);

        Liveness.Map(app);
        Readiness.Map(app);
    }
}
