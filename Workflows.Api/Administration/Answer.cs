using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Workflows.Api.Json;
using Workflows.Engine;

namespace Workflows.Api.Administration;

/// <summary>The answer to a change, as it is given and as it is kept: the same bytes.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Location">Address of what was made, or null.</param>
/// <param name="Body">UTF-8 JSON.</param>
internal sealed record Answer(int Status, string? Location, ImmutableArray<byte> Body) : IResult
{
    /// <summary>200.</summary>
    public static Answer Ok<T>(T view) => Of(StatusCodes.Status200OK, null, view);

    /// <summary>201.</summary>
    public static Answer Created<T>(string? location, T view) => Of(StatusCodes.Status201Created, location, view);

    /// <summary>202.</summary>
    public static Answer Accepted<T>(string location, T view) => Of(StatusCodes.Status202Accepted, location, view);

    /// <summary>As it is kept.</summary>
    /// <param name="hash">What its idempotency key is bound to.</param>
    public StoredReply Reply(string hash) => new(hash, Status, null, Location, Body);

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => new KeptReply(Reply(""), replayed: false).ExecuteAsync(httpContext);

    private static Answer Of<T>(int status, string? location, T view) =>
        new(status, location, ImmutableCollectionsMarshal.AsImmutableArray(JsonSerializer.SerializeToUtf8Bytes(view, ApiJson.Options)));
}
