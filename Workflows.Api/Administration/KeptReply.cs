using System.Runtime.InteropServices;
using Workflows.Engine;

namespace Workflows.Api.Administration;

/// <summary>Writes a reply that is stored, or could have been: a retry is given the same bytes.</summary>
/// <param name="reply">The reply.</param>
/// <param name="replayed">It is the first reply to an earlier request.</param>
internal sealed class KeptReply(StoredReply reply, bool replayed) : IResult
{
    /// <summary>Name of the header that tells a retry that it is one.</summary>
    public const string ReplayedHeader = "Idempotency-Replayed";

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = reply.Status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = reply.Body.Length;
        response.Headers.ETag = reply.ETag;
        if (reply.Location is { } location)
            response.Headers.Location = location;
        if (replayed)
            response.Headers[ReplayedHeader] = "true";
        return response.Body.WriteAsync(ImmutableCollectionsMarshal.AsArray(reply.Body)!, httpContext.RequestAborted).AsTask();
    }
}
