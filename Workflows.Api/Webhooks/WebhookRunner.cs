using System.Text.Json;
using NodaTime;
using Workflows.Api.Events;
using Workflows.Api.Hosting;
using Workflows.Api.Json;
using Workflows.Storage;

namespace Workflows.Api.Webhooks;

/// <summary>How a round ended.</summary>
/// <param name="More">There is more to do at once.</param>
/// <param name="NextAt">Real time at which something is to be tried again; null when only a new event can bring work.</param>
internal sealed record RoundEnd(bool More, Instant? NextAt);

/// <summary>
/// Delivers the events of one subscription, read from the journal. The events of a case go out one after the other; one that fails holds
/// back the later ones of its case and no others. When nothing gets through, the receiver is tried now and then until it answers.
/// </summary>
internal sealed class WebhookRunner(CaseDatabase database, EventViews views, WebhookSender sender, RealTime time)
{
    private const int Page = 100;
    private const int AtOnce = 4;

    /// <summary>After so many failures in a row the receiver is taken to be away.</summary>
    private const int Away = 5;

    /// <summary>The cursor is written also when nothing passed the filter for so long.</summary>
    private const int LongestUnwritten = 1000;

    private static readonly Duration FirstProbe = Duration.FromSeconds(5);
    private static readonly Duration LongestProbe = Duration.FromMinutes(5);
    private readonly Lock gate = new();
    private int failuresInARow;
    private Instant probeAt = Instant.MinValue;
    private Instant backSince = Instant.MinValue;

    private bool IsAway => failuresInARow >= Away;

    /// <summary>Tries what has failed and is due, then what is new.</summary>
    /// <param name="webhook">The subscription as it is now.</param>
    /// <param name="cancel">The service stops; what was not written is delivered again.</param>
    public async Task<RoundEnd> Round(Webhook webhook, CancellationToken cancel)
    {
        if (database.Deliveries.Find(webhook.Id) is not { } progress)
            return new RoundEnd(false, null);
        if (IsAway && Now < probeAt)
            return new RoundEnd(false, probeAt);
        var round = new DeliveryRound(progress);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(
            round.Due(Now, backSince).Take(IsAway ? 1 : Page), options, async (one, stop) => await Retry(webhook, round, one, stop).ConfigureAwait(false)).ConfigureAwait(false);
        var page = database.Feed.Read(WebhookDesk.Filter(webhook), progress.Position, IsAway ? 1 : Page);
        var held = round.Held();
        await Parallel.ForEachAsync(
            page.Entries.Where(found => !held.Contains(found.Entry.Case)).GroupBy(found => found.Entry.Case),
            options,
            async (events, stop) => await DeliverNew(webhook, round, events, stop).ConfigureAwait(false)).ConfigureAwait(false);
        if (round.HasNews || page.Next - progress.Position >= LongestUnwritten)
            await database.Deliveries.Save(webhook.Id, page.Next, round.Settled, round.Failed).ConfigureAwait(false);
        return IsAway ? new RoundEnd(false, probeAt) : new RoundEnd(page.Next < page.Last || page.Entries.Length == Page, round.NextAt(backSince));
    }

    private Instant Now => time.Clock.GetCurrentInstant();

    private async Task DeliverNew(Webhook webhook, DeliveryRound round, IEnumerable<FeedEntry> events, CancellationToken cancel)
    {
        foreach (var found in events)
        {
            var attempt = await Try(webhook, found, cancel).ConfigureAwait(false);
            if (!attempt.Delivered)
            {
                round.Fail(found, FailureKind.Waiting, 1, RetrySchedule.Default.Next(Now, 1, attempt.RetryAfter, Chance())!.Value, attempt.Reason, Now);
                return;
            }

            round.Deliver();
        }
    }

    private async Task Retry(Webhook webhook, DeliveryRound round, FailedDelivery failed, CancellationToken cancel)
    {
        var after = failed.Position - 1;
        round.Settle(failed.Position);
        while (Next(webhook, failed, after, round.Position) is { } found)
        {
            var attempt = await Try(webhook, found, cancel).ConfigureAwait(false);
            if (!attempt.Delivered)
            {
                var failures = found.Position == failed.Position ? failed.Failures + 1 : 1;
                if (RetrySchedule.Default.Next(Now, failures, attempt.RetryAfter, Chance()) is { } next)
                {
                    round.Fail(found, failed.Kind, failures, next, attempt.Reason, Now);
                    return;
                }

                round.Fail(found, FailureKind.Dead, failures, Now, attempt.Reason, Now);
                // The case goes on with its next event, from the first attempt.
                if (failed.Kind == FailureKind.Waiting && Next(webhook, failed, found.Position, round.Position) is { } following)
                    round.Fail(following, FailureKind.Waiting, 0, Now, attempt.Reason, Now);
                return;
            }

            round.Deliver();
            after = found.Position;
        }
    }

    /// <summary>The next event of a case up to a position; of a replayed one only itself.</summary>
    private FeedEntry? Next(Webhook webhook, FailedDelivery failed, long after, long through)
    {
        var last = failed.Kind == FailureKind.Replayed ? failed.Position : through;
        var filter = WebhookDesk.Filter(webhook) with { OfCase = failed.Case };
        while (after < last)
        {
            var page = database.Feed.Read(filter, after, 1);
            if (!page.Entries.IsEmpty)
                return page.Entries[0].Position <= last ? page.Entries[0] : null;
            after = page.Next;
        }

        return null;
    }

    private async Task<Attempt> Try(Webhook webhook, FeedEntry found, CancellationToken cancel)
    {
        var attempt = await sender.Send(webhook, EventViews.IdOf(found), JsonSerializer.SerializeToUtf8Bytes(views.Of(found), ApiJson.Options), cancel).ConfigureAwait(false);
        lock (gate)
        {
            if (attempt.Delivered)
            {
                if (IsAway)
                    backSince = Now;
                failuresInARow = 0;
            }
            else if (++failuresInARow >= Away)
            {
                probeAt = Now + Duration.Min(LongestProbe, FirstProbe * (1L << Math.Min(failuresInARow - Away, 10)));
            }
        }

        return attempt;
    }

#pragma warning disable CA5394 // It only spreads the attempts.
    private static double Chance() => Random.Shared.NextDouble();
#pragma warning restore CA5394
}
