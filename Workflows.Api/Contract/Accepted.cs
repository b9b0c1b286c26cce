using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Workflows.Api.Contract;

/// <summary>Chooses the format of an answer.</summary>
internal static class Accepted
{
    /// <summary>The format asked for most, the first one where nothing is asked; null when none can be given.</summary>
    /// <param name="accept">The header <c>Accept</c>.</param>
    /// <param name="offered">Media types that can be given, the preferred one first.</param>
    public static string? Format(StringValues accept, params string[] offered)
    {
        if (accept.Count == 0)
            return offered[0];
        if (!MediaTypeHeaderValue.TryParseList([.. accept.OfType<string>()], out var wanted))
            return null;
        return wanted.OrderByDescending(type => type.Quality ?? 1)
            .Where(type => type.Quality is not 0)
            .Select(type => offered.FirstOrDefault(format => new MediaTypeHeaderValue(format).IsSubsetOf(type)))
            .FirstOrDefault(format => format is not null);
    }
}
