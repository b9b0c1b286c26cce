using NodaTime;
using Workflows.Api.Administration;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Access;

/// <summary>Gives an access key another secret without an outage.</summary>
internal static class RotateAccessKey
{
    private const int LongestOverlap = 30 * 24;

    /// <summary>A rotation.</summary>
    /// <param name="OverlapHours">For how many hours the secret before is still good, at most 720, and never beyond its own expiry.</param>
    /// <param name="ExpiresAt">Real time from which the new secret is no longer good; what the service is set to when left out.</param>
    internal sealed record Request(int OverlapHours = 24, Instant? ExpiresAt = null);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/access-keys/{id}/rotation", Handle)
        .WithName("rotateAccessKey").WithTags("Access keys")
        .WithSummary("Give an access key another secret")
        .WithDescription(
            "The reply shows the new secret, once. The one before it stays good until `previousUntil`, so that its holder can change over. A rotation "
            + "while two secrets are good is refused (409).")
        .Produces<NewAccessKeyView>().Refuses(404, 409, 422).GivenOnce().ForSecurityAdministrators();

    private static async Task<IResult> Handle(Caller caller, string id, JsonBody<Request> body, CaseDatabase database, KeyLife life, Once once)
    {
        if (body.Value.OverlapHours is < 0 or > LongestOverlap)
            return Problem.Invalid("overlapHours", $"应为 0 至 {LongestOverlap}").Result();
        var (expiresAt, wrong) = life.ExpiryOf(body.Value.ExpiresAt);
        if (wrong is not null)
            return wrong.Result();
        return await once.Do<KeyRotation>(
            first => database.AccessKeys.Rotate(id, Duration.FromHours(body.Value.OverlapHours), expiresAt, caller.Stamp, first),
            outcome => outcome switch
            {
                KeyRotation.Rotated rotated => Answer.Ok(new NewAccessKeyView(AccessKeyView.Of(rotated.Made.Key), rotated.Made.Clear)),
                KeyRotation.TooSoon => Problem.Conflict("上一次更换前的密钥仍在有效期内，不能再次更换；请待其失效，或者作废此密钥另行签发").Result(),
                _ => Problem.NotFound("没有这个密钥，或者已经作废、过期").Result(),
            }).ConfigureAwait(false);
    }
}
