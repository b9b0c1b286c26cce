using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Workflows.Api.Access;
using Workflows.Api.Cases;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Administration;

/// <summary>
/// What makes an administrative change safe to be sent twice: its reply is kept with the change, in the same transaction. An endpoint
/// that takes one as a parameter is marked by <see cref="OnceExtensions.GivenOnce"/>, which gives the kept reply to a repeat.
/// </summary>
/// <param name="Key">The idempotency key, of this caller; null where none was sent, and nothing is kept.</param>
internal sealed record Once(IdempotencyKey? Key)
{
    /// <summary>What the key is bound to.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Binds it; called by the framework.</summary>
    /// <exception cref="RefusedException">The header has another form.</exception>
    public static async ValueTask<Once?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        var (key, problem) = Preconditions.KeyOf(http.Request);
        if (problem is not null)
            throw new RefusedException(problem);
        var caller = await Caller.BindAsync(http, parameter).ConfigureAwait(false);
        return new Once(key is null ? null : new IdempotencyKey(caller!.Actor.Id, key));
    }

    /// <summary>Binds the key to a request: to method, path and query, to the version that it rests on, and to the body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="body">Its body; null where the endpoint takes none.</param>
    public void BindTo(HttpRequest request, ISentBody? body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n{request.Headers.IfMatch}\n"));
        if (body is not null)
            hash.AppendData(body.Sent.Span);
        Hash = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Makes a change of one transaction and keeps its reply in the same.</summary>
    /// <param name="change">Makes it; to be handed to the store.</param>
    /// <param name="answer">The answer to what came of it: an <see cref="Answer"/> is kept, a refusal is not. It runs inside the transaction.</param>
    public async Task<IResult> Do<T>(Func<FirstReply<T>?, Task<T>> change, Func<T, IResult> answer)
    {
        if (Key is not { } key)
            return answer(await change(null).ConfigureAwait(false));
        IResult? given = null;
        var result = await change(new FirstReply<T>(key, made => (given = answer(made)) is Answer kept ? kept.Reply(Hash) : null)).ConfigureAwait(false);
        return given ?? answer(result);
    }

    /// <summary>Keeps the answer to a change that took several transactions and goes on where it was when it is ordered again.</summary>
    public async Task<IResult> Keep(ReplyStore replies, Answer answer)
    {
        if (Key is { } key)
            await replies.Keep(key, answer.Reply(Hash)).ConfigureAwait(false);
        return answer;
    }
}
