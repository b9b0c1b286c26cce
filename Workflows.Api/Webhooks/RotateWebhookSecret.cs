using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.Administration;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Webhooks;

/// <summary>Gives a subscription another secret without losing an event.</summary>
internal static class RotateWebhookSecret
{
    private const int LongestOverlap = 30 * 24;

    /// <summary>A change of the secret.</summary>
    /// <param name="OverlapHours">For how many hours events are signed with the secret before as well, at most 720.</param>
    /// <param name="Algorithm">How events are signed from now on.</param>
    internal sealed record Request(int OverlapHours = 24, SignatureAlgorithm Algorithm = SignatureAlgorithm.HmacSha256);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/webhooks/{id}/rotation", Handle)
        .WithName("rotateWebhookSecret").WithTags("Webhooks")
        .WithSummary("Give a subscription another secret")
        .WithDescription(
            "The reply shows the new shared secret, once. Until `previousUntil` each event bears two signatures, so that the receiver can change over. A change while "
            + "two secrets are in use is refused (409), but with `overlapHours` 0, which ends both at once.")
        .Produces<NewWebhookView>().Refuses(404, 409, 422).GivenOnce().ForSecurityAdministrators();

    private static async Task<IResult> Handle(Caller caller, string id, JsonBody<Request> body, CaseDatabase database, WebhookDesk desk, Once once)
    {
        if (body.Value.OverlapHours is < 0 or > LongestOverlap)
            return Problem.Invalid("overlapHours", $"应为 0 至 {LongestOverlap}").Result();
        var secret = WebhookSecret.New(body.Value.Algorithm);
        return await once.Do<WebhookChange>(
            first => database.Webhooks.Rotate(id, secret.Text, Duration.FromHours(body.Value.OverlapHours), caller.Stamp, first),
            outcome => outcome switch
            {
                WebhookChange.Done done => Answer.Ok(new NewWebhookView(desk.Of(done.Webhook), secret.Shown)),
                WebhookChange.TooSoon => Problem.Conflict("上一次更换前的签名密钥仍在使用，不能再次更换；请待其失效，或者以 overlapHours 为 0 立即停用两者").Result(),
                _ => WebhookDesk.None.Result(),
            }).ConfigureAwait(false);
    }
}
