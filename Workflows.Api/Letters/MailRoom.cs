using NodaTime;
using Workflows.Api.Hosting;
using Workflows.Calendar;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Letters;

/// <summary>
/// Sends the e-mails that cases ask for, after the commit, and records what became of each. What is to be sent is read from the journal,
/// also after a start, so nothing is lost when the service is killed: at worst an e-mail goes out again, with the same <c>Message-ID</c>.
/// </summary>
/// <remarks>Nothing that a server or an exception says is logged or recorded: both repeat addresses.</remarks>
internal sealed class MailRoom(
    CaseDatabase database, CaseCommands commands, MailLetters letters, ServiceSettings settings, IClock clock, RealTime realTime, TimeProvider time, ILogger<MailRoom> log)
    : BackgroundService
{
    private const int Page = 500;
    private static readonly FeedFilter Kinds = new() { Kinds = ["mail-requested", "mail-failed", "document-served"] };
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly Duration[] BackOff = [Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(15), Duration.FromHours(1), Duration.FromHours(4)];

    private readonly SemaphoreSlim woken = new(0);
    private readonly SemaphoreSlim one = new(1);
    private readonly Dictionary<CaseId, int> open = [];
    private readonly Dictionary<(CaseId Case, int Number), Try> tries = [];
    private long position;

    /// <summary>A server is set.</summary>
    public bool IsOn => settings.Mail is not null;

    /// <summary>There may be something to send.</summary>
    public void Wake() => woken.Release();

    /// <inheritdoc/>
    public override void Dispose()
    {
        woken.Dispose();
        one.Dispose();
        base.Dispose();
    }

    /// <summary>Sends what is due, and waits until it is done.</summary>
    public async Task Look(CancellationToken cancel)
    {
        if (settings.Mail is not { } mail)
            return;
        await one.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            Collect();
            foreach (var id in open.Keys.ToArray())
            {
                var state = database.Journal.Find(id)!;
                for (var number = 1; number <= state.Mails.Length; number++)
                {
                    if (state.Mails[number - 1].Pending)
                        await Attempt(mail, state, number, cancel).ConfigureAwait(false);
                    else
                        tries.Remove((id, number));
                }
            }
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (IsOn)
            {
                await TryLook(stoppingToken).ConfigureAwait(false);
                await Wait(stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The next start goes on.
        }
    }

    private async Task TryLook(CancellationToken cancel)
    {
        try
        {
            await Look(cancel).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            log.LogError("Sending e-mails failed with {Kind}, and will be tried again.", failed.GetType().Name);
        }
    }

    private async Task Wait(CancellationToken cancel)
    {
        using var waking = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(woken.WaitAsync(waking.Token), Task.Delay(Longest, time, waking.Token)).ConfigureAwait(false);
        await waking.CancelAsync().ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
    }

    /// <summary>Follows the journal: which cases have e-mails that are not settled.</summary>
    private void Collect()
    {
        FeedPage page;
        do
        {
            page = database.Feed.Read(Kinds, position, Page);
            foreach (var entry in page.Entries)
            {
                var change = entry.Entry.Event switch
                {
                    CaseEvent.MailRequested => 1,
                    CaseEvent.MailFailed or CaseEvent.DocumentServed { Service.Mail: not null } => -1,
                    _ => 0,
                };
                var count = open.GetValueOrDefault(entry.Entry.Case) + change;
                if (count > 0)
                    open[entry.Entry.Case] = count;
                else
                    open.Remove(entry.Entry.Case);
            }

            position = page.Next;
        }
        while (page.Next < page.Last);
    }

    private async Task Attempt(MailSettings mail, CaseState state, int number, CancellationToken cancel)
    {
        var known = tries.GetValueOrDefault((state.Id, number)) ?? new Try(0, Instant.MinValue, null);
        var now = realTime.Clock.GetCurrentInstant();
        if (known.Next > now)
            return;
        var settle = known.Settle ?? await Send(mail, state, number, cancel).ConfigureAwait(false);
        var wait = BackOff[Math.Min(known.Count, BackOff.Length - 1)];
        tries[(state.Id, number)] = new Try(known.Count + 1, now + wait, settle);
        if (settle is not null && await Settled(state.Id, settle).ConfigureAwait(false))
            tries.Remove((state.Id, number));
    }

    /// <summary>Tries once; the command that records the end of it, or null when there will be another try.</summary>
    private async Task<Command.SettleMail?> Send(MailSettings mail, CaseState state, int number, CancellationToken cancel)
    {
        var (sending, messageId) = await Hand(mail, state, number, cancel).ConfigureAwait(false);
        var now = clock.GetCurrentInstant();
        var given = !sending.Final && now - state.Mails[number - 1].RequestedAt >= mail.GiveUp;
        if (!sending.Sent)
            log.LogWarning("E-mail {Number} of case {Case} was not sent: {Reason}", number, state.Id, sending.Reason);
        return sending.Sent || sending.Final || given
            ? new Command.SettleMail
            {
                Actor = Actor.System,
                Number = number,
                On = ChinaTime.DayOf(now),
                MessageId = sending.Sent ? messageId : null,
                Failure = sending.Sent ? null : given ? $"{sending.Reason}；多次重试未果，不再发送" : sending.Reason,
            }
            : null;
    }

    /// <summary>Whatever goes wrong with one e-mail must not keep the others back, nor be tried for ever.</summary>
    private async Task<(Sending Sending, string? MessageId)> Hand(MailSettings mail, CaseState state, int number, CancellationToken cancel)
    {
        try
        {
            using var message = letters.Write(state, number, mail);
            return message is null
                ? (Sending.Refused("文书的内容或者收件地址已不能取得"), null)
                : (await SmtpPost.Send(mail, message, cancel).ConfigureAwait(false), message.MessageId);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            log.LogError("E-mail {Number} of case {Case} failed with {Kind}.", number, state.Id, failed.GetType().Name);
            return (Sending.Later("制作或者发送邮件时出错"), null);
        }
    }

    /// <summary>Records the end; false when that could not be done: then it is tried again, and nothing is sent a second time.</summary>
    private async Task<bool> Settled(CaseId id, Command.SettleMail settle)
    {
        try
        {
            return await commands.Execute(new CaseRequest(id, settle)).ConfigureAwait(false) is not CaseOutcome.Refused;
        }
        catch (JournalUnavailableException)
        {
            return false;
        }
        catch (CaseErasedException)
        {
            // Nothing more can be recorded in it: it is not looked at again before the next start.
            open.Remove(id);
            return true;
        }
    }

    /// <summary>What has been tried of an e-mail.</summary>
    /// <param name="Count">How often.</param>
    /// <param name="Next">Not again before this.</param>
    /// <param name="Settle">What is still to be recorded, once it is over.</param>
    private sealed record Try(int Count, Instant Next, Command.SettleMail? Settle);
}
