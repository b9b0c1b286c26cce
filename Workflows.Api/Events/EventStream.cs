using System.Globalization;
using System.Text;
using System.Text.Json;
using Workflows.Api.Access;
using Workflows.Api.Json;
using Workflows.Storage;

namespace Workflows.Api.Events;

/// <summary>
/// Events as they are committed (server-sent events). A page is read from the journal only when the one before has been taken
/// by the reader, so a slow one costs no memory.
/// </summary>
internal sealed class EventStream(EventStreams streams, CaseDatabase database, Callers callers, EventViews views, AccessLog log, FeedFilter asked, long after) : IResult
{
    /// <summary>Media type.</summary>
    public const string MediaType = "text/event-stream";

    private const int EventsPerPage = 200;
    private long position = after;
    private bool logged;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, streams.Stopping);
        var response = httpContext.Response;
        response.ContentType = MediaType;
        response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await Run(httpContext, ended.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The reader has gone, or the service stops; a reader that comes again goes on where it was.
        }
    }

    private async Task Run(HttpContext http, CancellationToken cancel)
    {
        await Write(http, ": ok\n\n", cancel).ConfigureAwait(false);
        while (true)
        {
            var seen = database.Feed.Commits.Count;
            // Asked each time: rights change and keys end while a stream is open.
            if (await Reader(http).ConfigureAwait(false) is not { } caller)
                return;
            var page = database.Feed.Read(asked.For(caller), position, EventsPerPage);
            if (!logged && page.TellsOfOthers(caller))
            {
                await log.List(caller, ReadEvents.What, null).ConfigureAwait(false);
                logged = true;
            }

            foreach (var found in page.Entries)
                await Write(http, Text(views.Of(found)), cancel).ConfigureAwait(false);
            var moved = page.Next > position;
            position = page.Next;
            if (moved && (page.Entries.IsEmpty || page.Entries[^1].Position < position))
                await Write(http, Mark(), cancel).ConfigureAwait(false);
            if (position < page.Last)
                continue;
            await streams.Wait(seen, cancel).ConfigureAwait(false);
            if (database.Feed.Commits.Count == seen)
                await Write(http, ":\n\n", cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Moves the reader's <c>Last-Event-ID</c> past what is not its own; it sees no event.</summary>
    private string Mark() => string.Create(CultureInfo.InvariantCulture, $"id: {position}\n\n");

    private static string Text(EventView view) => string.Create(
        CultureInfo.InvariantCulture, $"id: {view.Data.Position}\nevent: {view.Type}\ndata: {JsonSerializer.Serialize(view, ApiJson.Options)}\n\n");

    private ValueTask<Caller?> Reader(HttpContext http) =>
        AccessMiddleware.Presented(http.Request) is { } clear ? callers.Find(clear, used: false) : ValueTask.FromResult<Caller?>(null);

    private static async Task Write(HttpContext http, string text, CancellationToken cancel)
    {
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancel).ConfigureAwait(false);
        await http.Response.Body.FlushAsync(cancel).ConfigureAwait(false);
    }
}
