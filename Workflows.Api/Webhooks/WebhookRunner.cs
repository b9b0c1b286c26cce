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

    /// <summary>Back after so long, it gets at once what waits; one that refuses some events and takes others is never so long away.</summary>
    private static readonly Duration LongAway = Duration.FromMinutes(1);

    private readonly Lock gate = new();
    private int attempts;
    private int failuresInARow;
    private bool probing;
    private Instant awaySince;
    private Instant probeAt = Instant.MinValue;
    private Instant backSince = Instant.MinValue;

    private bool IsAway => failuresInARow >= Away;

    private Instant Now => time.Clock.GetCurrentInstant();

    /// <summary>Tries what has failed and is due, then what is new.</summary>
    /// <param name="webhook">The subscription as it is now; when it is changed, the round ends.</param>
    /// <param name="cancel">The service stops; what was not written is delivered again.</param>
    public async Task<RoundEnd> Round(Webhook webhook, CancellationToken cancel)
    {
        if (database.Deliveries.Find(webhook.Id) is not { } progress)
            return new RoundEnd(false, null);
        if (IsAway && Now < probeAt)
            return new RoundEnd(false, probeAt);
        var round = new DeliveryRound(progress);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        var attemptsBefore = attempts;

        probing = IsAway;
        await Parallel.ForEachAsync(
            round.Due(Now, backSince).Take(probing ? 1 : Page), options, async (one, stop) => await Retry(webhook, round, one, stop).ConfigureAwait(false)).ConfigureAwait(false);

        probing = IsAway;
        var page = database.Feed.Read(WebhookDesk.Filter(webhook), progress.Position, Page);
        var held = round.Held();
        var open = page.Entries.Where(found => !held.Contains(found.Entry.Case)).ToArray();
        var next = probing && open.Length > 1 ? open[1].Position - 1 : page.Next;
        await Parallel.ForEachAsync(
            open.TakeWhile(found => found.Position <= next).GroupBy(found => found.Entry.Case),
            options,
            async (events, stop) => await DeliverNew(webhook, round, events, stop).ConfigureAwait(false)).ConfigureAwait(false);

        if (round.HasNews || !page.Entries.IsEmpty || next - progress.Position >= LongestUnwritten)
            await database.Deliveries.Save(webhook.Id, next, round.Settled, round.Failed).ConfigureAwait(false);
        if (IsAway && attempts > attemptsBefore)
            return new RoundEnd(false, probeAt);
        return new RoundEnd(next < page.Last, round.NextAt(backSince));
    }

    private async Task DeliverNew(Webhook webhook, DeliveryRound round, IEnumerable<FeedEntry> events, CancellationToken cancel)
    {
        foreach (var found in events)
        {
            if (IsOver(webhook))
            {
                round.Fail(found, FailureKind.Waiting, 0, Now, "", Now);
                return;
            }

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
        if (IsOver(webhook))
            return;
        var after = failed.Position - 1;
        round.Settle(failed.Position);
        while (Next(webhook, failed, after, round.Position) is { } found)
        {
            if (found.Position != failed.Position && IsOver(webhook))
            {
                round.Fail(found, failed.Kind, 0, Now, "", Now);
                return;
            }

            var attempt = await Try(webhook, found, cancel).ConfigureAwait(false);
            if (!attempt.Delivered)
            {
                FailAgain(webhook, round, failed, found, attempt);
                return;
            }

            round.Deliver();
            after = found.Position;
        }
    }

    private void FailAgain(Webhook webhook, DeliveryRound round, FailedDelivery failed, FeedEntry found, Attempt attempt)
    {
        var now = Now;
        var same = found.Position == failed.Position;
        if (same && now < failed.NextAt)
        {
            // Tried before its time, since the receiver was back: that costs it none of its tries.
            round.Fail(found, failed.Kind, failed.Failures, failed.NextAt, attempt.Reason, now);
            return;
        }

        var failures = same ? failed.Failures + 1 : 1;
        if (RetrySchedule.Default.Next(now, failures, attempt.RetryAfter, Chance()) is { } next)
        {
            round.Fail(found, failed.Kind, failures, next, attempt.Reason, now);
            return;
        }

        round.Fail(found, FailureKind.Dead, failures, now, attempt.Reason, now);
        // The case goes on with its next event, from the first attempt.
        if (failed.Kind == FailureKind.Waiting && Next(webhook, failed, found.Position, round.Position) is { } following)
            round.Fail(following, FailureKind.Waiting, 0, now, attempt.Reason, now);
    }

    /// <summary>The rest waits for the next round: the subscription was paused, changed or removed, or its receiver has just gone away.</summary>
    private bool IsOver(Webhook webhook) => !ReferenceEquals(database.Webhooks.Find(webhook.Id), webhook) || (IsAway && !probing);

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
        var attempt = await Send(webhook, found, cancel).ConfigureAwait(false);
        lock (gate)
        {
            attempts++;
            if (attempt.Delivered)
            {
                if (IsAway && Now - awaySince >= LongAway)
                    backSince = Now;
                failuresInARow = 0;
            }
            else if (++failuresInARow >= Away)
            {
                if (failuresInARow == Away)
                    awaySince = Now;
                probeAt = Now + Duration.Min(LongestProbe, FirstProbe * (1L << Math.Min(failuresInARow - Away, 10)));
            }
        }

        return attempt;
    }

    private async Task<Attempt> Send(Webhook webhook, FeedEntry found, CancellationToken cancel)
    {
        byte[] body;
        try
        {
            body = JsonSerializer.SerializeToUtf8Bytes(views.Of(found), ApiJson.Options);
        }
        catch (Exception failed) when (failed is InvalidOperationException or KeyNotFoundException)
        {
            // One entry that cannot be told must not hold up the others; `verify` says what is wrong with it.
            return new Attempt(null, "unreadable");
        }

        return await sender.Send(webhook, EventViews.IdOf(found), body, cancel).ConfigureAwait(false);
    }

#pragma warning disable CA5394 // It only spreads the attempts.
    private static double Chance() => Random.Shared.NextDouble();
#pragma warning restore CA5394
}
