using Workflows.Api.Contract;
using Workflows.Api.Documents;

namespace Workflows.Api.Hosting;

/// <summary>Says in every reply what a browser may do with it. What an endpoint says itself is left as it is.</summary>
internal sealed class ReplyHeaders(RequestDelegate next)
{
    /// <summary>For everything that is no page: it loads nothing, runs nothing, and stands in no frame.</summary>
    public const string DataPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

    /// <summary>For letters and reports: their own style and nothing else.</summary>
    public static string PagePolicy { get; } = $"{HtmlWriter.Policy}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

    /// <summary>For the page that tries the contract: its own scripts, which call this service.</summary>
    public const string ContractPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private const string TransportSecurity = "max-age=31536000";
    private static readonly Func<object, Task> Callback = state => Say((HttpContext)state);

    /// <summary>Called by the framework.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(Callback, http);
        return next(http);
    }

    private static Task Say(HttpContext http)
    {
        var headers = http.Response.Headers;
        var contract = ContractDocument.Serves(http.Request.Path);
        headers.XContentTypeOptions = "nosniff";
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = contract ? ContractPolicy : IsPage(headers.ContentType) ? PagePolicy : DataPolicy;
        headers["Referrer-Policy"] = "no-referrer";
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = contract ? "no-cache" : "no-store";
        if (http.Request.IsHttps && headers.StrictTransportSecurity.Count == 0)
            headers.StrictTransportSecurity = TransportSecurity;
        return Task.CompletedTask;
    }

    private static bool IsPage(string? type) => type?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;
}
