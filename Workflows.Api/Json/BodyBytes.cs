using Workflows.Api.Problems;

namespace Workflows.Api.Json;

/// <summary>Reads a body whole, up to a limit.</summary>
internal static class BodyBytes
{
    /// <summary>Most bytes of a body.</summary>
    public const int Limit = 1024 * 1024;

    /// <summary>The bytes.</summary>
    /// <exception cref="RefusedException">There are more than <see cref="Limit"/>.</exception>
    public static async Task<ReadOnlyMemory<byte>> Read(HttpRequest request)
    {
        if (request.ContentLength > Limit)
            throw new RefusedException(Problem.TooLarge);
        var bytes = new byte[request.ContentLength is { } length ? (int)length : 4096];
        var count = 0;
        while (true)
        {
            if (count == bytes.Length)
                Array.Resize(ref bytes, Math.Max(4096, bytes.Length * 2));
            var read = await request.Body.ReadAsync(bytes.AsMemory(count), request.HttpContext.RequestAborted).ConfigureAwait(false);
            if (read == 0)
                return bytes.AsMemory(0, count);
            count += read;
            if (count > Limit)
                throw new RefusedException(Problem.TooLarge);
        }
    }
}
