using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Workflows.Api.Problems;

namespace Workflows.Api.Administration;

/// <summary>Keeps one administrator from overwriting what another has written in the meantime.</summary>
internal static class Precondition
{
    /// <summary>The entity tag of a text at a revision. A revision that is counted anew after a deletion gets another tag.</summary>
    public static string Tag(int revision, string text) =>
        $"\"{revision}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6))}\"";

    /// <summary>Why the change must not be made; null when it may.</summary>
    /// <param name="request">With its <c>If-Match</c>.</param>
    /// <param name="current">Tag of what is there now; null when there is nothing yet.</param>
    public static Problem? Check(HttpRequest request, string? current)
    {
        if (request.Headers.IfMatch.Count == 0)
            return current is null ? null : Problem.NoIfMatch;
        if (!EntityTagHeaderValue.TryParseStrictList(request.Headers.IfMatch, out var tags))
            return Problem.BadParameter("If-Match", "应为读取时得到的 ETag");
        return current is not null && tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || (!tag.IsWeak && tag.Tag == current))
            ? null
            : Problem.Stale("所依据的版本已不是现行版本；请重新读取后再试");
    }
}
