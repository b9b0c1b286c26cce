namespace Workflows.Api.Access;

/// <summary>What an endpoint does with cases, for keys that are limited to some of it. Without the mark GET reads, and anything else is not for such keys.</summary>
/// <param name="Name"><c>open</c>, or <c>command:</c> and what is commanded; null where the trigger in the address says it.</param>
internal sealed record CaseAction(string? Name)
{
    /// <summary>What a key must be allowed for the request.</summary>
    public static string Of(HttpContext http, Endpoint endpoint) => endpoint.Metadata.GetMetadata<CaseAction>() is { } mark
        ? mark.Name ?? $"command:{http.Request.RouteValues["trigger"]}"
        : HttpMethods.IsGet(http.Request.Method) ? "read" : "administer";
}

/// <summary>Puts the mark on endpoints.</summary>
internal static class CaseActionExtensions
{
    /// <summary>Says what the endpoint does with cases.</summary>
    public static TBuilder Does<TBuilder>(this TBuilder endpoint, string? action)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new CaseAction(action));
}
