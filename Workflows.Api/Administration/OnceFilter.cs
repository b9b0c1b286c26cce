using Workflows.Api.Contract;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Administration;

/// <summary>Gives the first reply to whoever sends a change again with its idempotency key; before the endpoint, to which it would look like another.</summary>
/// <param name="again">Done before the reply is given again: what may not have been done after the commit of the first, or a look whether the caller may still have it.</param>
internal sealed class OnceFilter(Func<HttpContext, StoredReply, Task>? again) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var once = context.Arguments.OfType<Once>().Single();
        if (once.Key is not { } key)
            return await next(context).ConfigureAwait(false);
        var http = context.HttpContext;
        once.BindTo(http.Request, context.Arguments.OfType<ISentBody>().FirstOrDefault());
        return await http.RequestServices.GetRequiredService<OnceTurns>().Run(key, First, http.RequestAborted).ConfigureAwait(false);

        async Task<object?> First()
        {
            if (http.RequestServices.GetRequiredService<CaseDatabase>().Replies.Find(key) is not { } first)
                return await next(context).ConfigureAwait(false);
            if (first.RequestHash != once.Hash)
                return Problem.KeyReused("这个 Idempotency-Key 已用于另一请求；请为新的请求换一个键").Result();
            if (again is not null)
                await again(http, first).ConfigureAwait(false);
            return new KeptReply(first, replayed: true);
        }
    }
}

/// <summary>Marks endpoints.</summary>
internal static class OnceExtensions
{
    /// <summary>Lets a change be sent again safely; its endpoint takes a <see cref="Once"/>.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="again">Done before the reply is given again: what may not have been done after the commit of the first, or a look whether the caller may still have it.</param>
    public static RouteHandlerBuilder GivenOnce(this RouteHandlerBuilder endpoint, Func<HttpContext, StoredReply, Task>? again = null) =>
        endpoint.AddEndpointFilter(new OnceFilter(again)).WithMetadata(TakesHeader.IdempotencyKey).Refuses(StatusCodes.Status422UnprocessableEntity);
}
