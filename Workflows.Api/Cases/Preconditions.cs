using System.Globalization;
using Microsoft.Net.Http.Headers;
using Workflows.Api.Problems;

namespace Workflows.Api.Cases;

/// <summary>What the headers of a command ask for.</summary>
/// <param name="ExpectedVersion">The version the caller has seen; null for any.</param>
/// <param name="Key">What makes the command safe to send twice; null for none.</param>
/// <param name="Whole">The reply is to show the whole case (RFC 7240).</param>
internal sealed record Preconditions(int? ExpectedVersion, string? Key, bool Whole)
{
    /// <summary>Name of the header with the idempotency key.</summary>
    public const string KeyHeader = "Idempotency-Key";

    private const int LongestKey = 200;

    /// <summary>A version that no case has: what was sent names none, so nothing matches it.</summary>
    private const int NoVersion = 0;

    /// <summary>Reads the headers of a command for a case that exists.</summary>
    public static (Preconditions Read, Problem? Problem) OfChange(HttpRequest request)
    {
        var (read, problem) = OfOpening(request);
        if (problem is not null)
            return (read, problem);
        var header = request.Headers.IfMatch;
        if (header.Count == 0)
            return (read, Problem.NoIfMatch);
        if (!EntityTagHeaderValue.TryParseStrictList(header, out var tags) || tags.Count != 1)
            return (read, Problem.BadParameter("If-Match", "应为一个 ETag，形如 \"3\"，或者 *"));
        return (read with { ExpectedVersion = Version(tags[0]) }, null);
    }

    /// <summary>Reads the headers of an opening.</summary>
    public static (Preconditions Read, Problem? Problem) OfOpening(HttpRequest request)
    {
        var (key, problem) = KeyOf(request);
        return (new Preconditions(null, key, request.Headers["Prefer"].Any(prefer => prefer?.Contains("return=representation", StringComparison.OrdinalIgnoreCase) == true)), problem);
    }

    /// <summary>Reads what makes a request safe to send twice; null for nothing.</summary>
    public static (string? Key, Problem? Problem) KeyOf(HttpRequest request)
    {
        var header = request.Headers[KeyHeader];
        if (header.Count == 0)
            return (null, null);
        return header.Count == 1 && header[0] is { Length: > 0 and <= LongestKey } key && key.All(c => c is >= '!' and <= '~')
            ? (key, null)
            : (null, Problem.BadParameter(KeyHeader, $"应为 1 至 {LongestKey} 个可见 ASCII 字符"));
    }

    /// <summary>The ETag of a version.</summary>
    public static string ETag(int version) => $"\"{version}\"";

    private static int? Version(EntityTagHeaderValue tag)
    {
        if (tag.Equals(EntityTagHeaderValue.Any))
            return null;
        return !tag.IsWeak && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : NoVersion;
    }
}
