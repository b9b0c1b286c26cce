using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using NodaTime;
using Workflows.Api.Hosting;
using Workflows.Storage;

namespace Workflows.Api.Webhooks;

/// <summary>What became of one attempt.</summary>
/// <param name="Status">What was answered; null when nothing was.</param>
/// <param name="Reason">Why it failed, in words that hold nothing of the address: <c>http-503</c>, <c>timeout</c>; empty when it was taken.</param>
/// <param name="RetryAfter">For how long the receiver wants to be left alone; null when it does not say.</param>
internal sealed record Attempt(int? Status, string Reason, Duration? RetryAfter = null)
{
    /// <summary>The receiver has taken it.</summary>
    public bool Delivered => Reason.Length == 0;
}

/// <summary>Sends one event to one address, signed. It follows no redirect and reads nothing of the answer but its head.</summary>
internal sealed class WebhookSender(WebhookSettings settings, CaseDatabase database, RealTime time) : IDisposable
{
    private const string Id = "webhook-id";
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(5);
    private static readonly MediaTypeHeaderValue CloudEvent = new("application/cloudevents+json", "utf-8");
    private readonly HttpClient http = new(new GuardedConnection(settings.AllowPrivate).Handler(ConnectWithin)) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Sends it once.</summary>
    /// <param name="webhook">The subscription.</param>
    /// <param name="id">Id of the event, the same at every attempt.</param>
    /// <param name="body">The event.</param>
    /// <param name="cancel">The service stops: whether it was delivered is then not known.</param>
    public async Task<Attempt> Send(Webhook webhook, string id, byte[] body, CancellationToken cancel)
    {
        var now = time.Clock.GetCurrentInstant();
        var seconds = now.ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = CloudEvent;
        request.Headers.Add(Id, id);
        request.Headers.Add("webhook-timestamp", seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSecret.Header(database.Webhooks.Secrets(webhook, now).Select(WebhookSecret.Parse), id, seconds, body));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("DisclosureWorkflows", null));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(settings.Timeout);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
            var status = (int)answer.StatusCode;
            return answer.IsSuccessStatusCode ? new Attempt(status, "") : new Attempt(status, $"http-{status}", RetryAfter(answer.Headers.RetryAfter, now));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Attempt(null, "timeout");
        }
        catch (HttpRequestException failed)
        {
            return new Attempt(null, failed.InnerException is AddressRefusedException ? "address-refused" : JsonNamingPolicy.KebabCaseLower.ConvertName(failed.HttpRequestError.ToString()));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static Duration? RetryAfter(RetryConditionHeaderValue? asked, Instant now) => asked switch
    {
        { Delta: { } wait } => Duration.FromTimeSpan(wait),
        { Date: { } until } => Instant.FromDateTimeOffset(until) - now,
        _ => null,
    };
}
