using Microsoft.AspNetCore.Authorization;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Access;

/// <summary>
/// Lets a request through to its endpoint: to everyone where the endpoint says so, else to holders of a good key, and to
/// owners alone where the endpoint administers the service.
/// </summary>
internal sealed class AccessMiddleware(RequestDelegate next, CaseDatabase database)
{
    private const string Scheme = "Bearer ";
    private const int LongestKey = 200;

    /// <summary>Called by the framework.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        var endpoint = http.GetEndpoint();
        if (endpoint is null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return next(http);
        if (Presented(http.Request) is not { } clear || database.AccessKeys.FindPresented(clear) is not { } key)
            return ProblemResult.Write(http, Problem.Unauthenticated);
        var caller = Caller.Of(key);
        if (!caller.IsOwner && endpoint.Metadata.GetMetadata<OwnerOnly>() is not null)
            return ProblemResult.Write(http, Problem.Forbidden("此项管理操作只限所有者"));
        http.Features.Set(caller);
        return next(http);
    }

    private static string? Presented(HttpRequest request)
    {
        var header = request.Headers.Authorization;
        if (header.Count != 1 || header[0] is not { } value || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var clear = value[Scheme.Length..].Trim();
        return clear.Length is > 0 and <= LongestKey ? clear : null;
    }
}
