using Workflows.Api.Access;
using Workflows.Api.Contract;
using Workflows.Api.Limits;
using Workflows.Api.Problems;
using Workflows.Api.Sandbox;

namespace Workflows.Api.Hosting;

/// <summary>What a request goes through.</summary>
internal static class Pipeline
{
    /// <summary>Sets it up.</summary>
    public static void Use(WebApplication app)
    {
        if (ReverseProxy.Read(app.Configuration) is { } proxies)
            app.UseForwardedHeaders(proxies);
        app.UseMiddleware<ReplyHeaders>();
        if (app.Services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(SandboxClock)))
            app.UseMiddleware<SandboxHeader>();
        app.UseMiddleware<ProblemMiddleware>();
        app.Use(HeadAsGet);
        ContractDocument.Use(app);
        app.UseRouting();
        app.UseMiddleware<AccessMiddleware>();
        app.UseMiddleware<RateLimitMiddleware>();
#pragma warning disable ASP0014 // Said outright, so that the contract sees the endpoints before the service starts.
        app.UseEndpoints(Endpoints.Map);
#pragma warning restore ASP0014
    }

    /// <summary>HEAD is answered like GET; the server leaves the body out.</summary>
    private static Task HeadAsGet(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsHead(http.Request.Method))
            http.Request.Method = HttpMethods.Get;
        return next(http);
    }
}
