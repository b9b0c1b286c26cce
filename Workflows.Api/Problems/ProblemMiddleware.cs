using Workflows.Api.Access;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Problems;

/// <summary>Every answer that is no success is a problem, also those that no endpoint makes.</summary>
internal sealed class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    /// <summary>Called by the framework.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception thrown) when (!http.Response.HasStarted)
        {
            await ProblemResult.Write(http, Of(thrown)).ConfigureAwait(false);
            return;
        }

        if (http.Response is { StatusCode: >= 400, HasStarted: false, ContentLength: null, ContentType: null })
            await ProblemResult.Write(http, Of(http.Response.StatusCode)).ConfigureAwait(false);
    }

    private Problem Of(Exception thrown)
    {
        switch (thrown)
        {
            case RefusedException refused:
                return refused.Problem;
            case BadHttpRequestException { StatusCode: 413 }:
                return Problem.TooLarge;
            case BadHttpRequestException bad:
                return Of(bad.StatusCode);
            case JournalUnavailableException unavailable:
                log.LogWarning(unavailable, "The journal cannot commit now.");
                return Problem.Unavailable;
            case ProviderUnavailableException unreachable:
                log.LogWarning(unreachable, "The provider of tokens cannot be reached.");
                return Problem.Of(503, "unavailable", "暂时不能核验身份", "身份提供方暂时无法访问，请稍后重试，或者使用访问密钥、本地账号");
            case CaseErasedException:
                return Problem.Conflict("本案个人信息的密钥已经销毁，不能再作记录");
            default:
                log.LogError(thrown, "A request failed.");
                return Problem.Of(500, "internal", "服务内部错误", "请求未能完成，请把 traceId 告知管理员");
        }
    }

    private static Problem Of(int status) => status switch
    {
        404 => Problem.NotFound("没有这个地址"),
        405 => Problem.Of(405, "method-not-allowed", "不支持的方法", "这个地址不支持所用的方法；可用的方法见 Allow 标头"),
        415 => Problem.UnsupportedMediaType,
        413 => Problem.TooLarge,
        _ => Problem.Of(status, "malformed", "请求无法读取", "请求不符合接口约定，请对照 /openapi.yaml"),
    };
}
