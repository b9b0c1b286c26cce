using Microsoft.AspNetCore.Authorization;
using Workflows.Api.Accounts;
using Workflows.Api.Problems;
using Workflows.Storage;

namespace Workflows.Api.Access;

/// <summary>
/// Lets a request through to its endpoint: to everyone where the endpoint says so, else to holders of a good key, and to
/// administrators of a kind alone where the endpoint administers the service.
/// </summary>
internal sealed class AccessMiddleware(RequestDelegate next, CaseDatabase database, Callers callers, ILogger<AccessMiddleware> log)
{
    private const string Scheme = "Bearer ";
    private const int LongestKey = 8192;
    private const int LongestPurpose = 200;

    /// <summary>Called by the framework.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        var endpoint = http.GetEndpoint();
        if (endpoint is null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return next(http);
        if (Presented(http.Request) is not { } clear)
            return ProblemResult.Write(http, Problem.Unauthenticated);
        var found = callers.Find(clear);
        return found.IsCompletedSuccessfully ? Answer(http, endpoint, clear, found.Result) : AnswerLater(http, endpoint, clear, found);
    }

    private async Task AnswerLater(HttpContext http, Endpoint endpoint, string clear, ValueTask<Caller?> found) =>
        await Answer(http, endpoint, clear, await found.ConfigureAwait(false)).ConfigureAwait(false);

    private Task Answer(HttpContext http, Endpoint endpoint, string clear, Caller? caller) =>
        caller is null ? ProblemResult.Write(http, Refusal(clear)) : Pass(http, endpoint, caller);

    private Task Pass(HttpContext http, Endpoint endpoint, Caller caller)
    {
        // First, so that refusals too are counted, and logged, as the caller's.
        http.Features.Set(caller);
        if (caller.MustChangePassword && endpoint.Metadata.GetMetadata<PasswordFirst>() is null)
            return ProblemResult.Write(http, Problem.Forbidden("口令由管理员设置，请先更改（PUT /api/v1/account/password）"));
        if (endpoint.Metadata.GetMetadata<ForAdministrators>() is { } mark && !caller.Administers(mark.Kind))
            return ProblemResult.Write(http, mark.Refused);
        if (caller.Scope.Actions is not null && CaseAction.Of(http, endpoint) is var action && !caller.Scope.Allows(action))
            return ProblemResult.Write(http, Problem.Forbidden($"此密钥不能用于这项操作（{action}）；签发时限定了可用的操作"));
        if (http.Request.Headers.TryGetValue(Caller.PurposeHeader, out var said))
        {
            if (Purpose(said) is not { } purpose)
                return ProblemResult.Write(http, Problem.BadParameter(Caller.PurposeHeader, $"应为 1 至 {LongestPurpose} 个字符，以 UTF-8 百分号编码"));
            http.Features.Set(caller with { Purpose = purpose });
        }

        return next(http);
    }

    private Problem Refusal(string clear)
    {
        if (!database.AccessKeys.IsEndedOwner(clear))
            return Problem.Unauthenticated;
        log.LogWarning("The key of the first owner was presented after it had ended.");
        return Problem.EndedOwner;
    }

    private static string? Purpose(string? said)
    {
        var purpose = Uri.UnescapeDataString(said ?? "").Trim();
        return purpose.Length is > 0 and <= LongestPurpose && purpose.All(c => !char.IsControl(c) && !char.IsSurrogate(c)) ? purpose : null;
    }

    /// <summary>What a request presents; null for nothing, or what cannot be a key.</summary>
    internal static string? Presented(HttpRequest request)
    {
        var header = request.Headers.Authorization;
        if (header.Count != 1 || header[0] is not { } value || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var clear = value[Scheme.Length..].Trim();
        return clear.Length is > 0 and <= LongestKey ? clear : null;
    }
}
