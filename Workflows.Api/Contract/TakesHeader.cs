namespace Workflows.Api.Contract;

/// <summary>A request header that an endpoint reads itself, for the contract.</summary>
/// <param name="Name">Name.</param>
/// <param name="Required">A request without it is refused.</param>
/// <param name="Says">What it is for.</param>
internal sealed record TakesHeader(string Name, bool Required, string Says)
{
    /// <summary>A key that makes a request safe to send again.</summary>
    public static TakesHeader IdempotencyKey { get; } = new(
        "Idempotency-Key", false, "1 to 200 visible ASCII characters of the caller's choice. A retry with the same key and body is given the first reply again, "
        + "with `Idempotency-Replayed: true`; the same key with another body is refused (422).");
}

/// <summary>Says which headers an endpoint reads.</summary>
internal static class TakesHeaderExtensions
{
    /// <summary>The version of the case that the caller has seen.</summary>
    public static RouteHandlerBuilder TakesIfMatch(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new TakesHeader(
        "If-Match", true, "The ETag of the case as last read; 412 when it has moved on since. `*` for any version."));

    /// <summary>The version of a text that an administrator has seen.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="always">There is always one; otherwise only once the text exists.</param>
    public static RouteHandlerBuilder TakesRevision(this RouteHandlerBuilder endpoint, bool always) => endpoint.WithMetadata(new TakesHeader(
        "If-Match", always, $"The ETag as last read{(always ? "" : "; needed once there is one")}; 412 when it has changed since. `*` for any."));

    /// <summary>A key that makes a command safe to send again.</summary>
    public static RouteHandlerBuilder TakesIdempotencyKey(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new TakesHeader(
        "Prefer", false, "`return=representation` for a reply that shows the whole case, as `GET /cases/{id}` does; a brief one otherwise."), TakesHeader.IdempotencyKey);
}
