using NodaTime;

namespace Workflows.Engine;

/// <summary>
/// The one way to change a case: load, decide, append, in one transaction with everything that follows in other cases.
/// Requests, the sweep, children and calendar changes all come through here.
/// </summary>
/// <param name="journal">The journal.</param>
/// <param name="reference">Definitions, calendars, agencies.</param>
/// <param name="clock">The time by which cases run.</param>
/// <param name="watch">Is told of commands; null for nobody.</param>
public sealed class CaseCommands(IJournal journal, ReferenceDataSource reference, IClock clock, ICommandWatch? watch = null)
{
    /// <summary>Carries out a request; completes when it is durable.</summary>
    /// <exception cref="JournalUnavailableException">The commit failed; nothing was changed.</exception>
    public Task<CaseOutcome> Execute(CaseRequest request) =>
        watch?.Begin(request) is { } watched ? Watched(request, watched) : Run(work => Within(work, request));

    private async Task<CaseOutcome> Watched(CaseRequest request, IWatchedCommand watched)
    {
        CaseOutcome? outcome = null;
        try
        {
            return outcome = await Run(work =>
            {
                watched.Deciding();
                try
                {
                    return Within(work, request);
                }
                finally
                {
                    watched.Decided();
                }
            }).ConfigureAwait(false);
        }
        finally
        {
            watched.Ended(outcome);
        }
    }

    private async Task<CaseOutcome> Run(Func<IUnitOfWork, CaseOutcome> within)
    {
        try
        {
            return await journal.Write(within).ConfigureAwait(false);
        }
        catch (TriedException tried)
        {
            return new CaseOutcome.Done(tried.After, tried.Entries, null);
        }
        catch (UndoneException undone)
        {
            return new CaseOutcome.Refused(undone.Refusal, undone.Version);
        }
    }

    private CaseOutcome Within(IUnitOfWork work, CaseRequest request)
    {
        if (request.Key is { } key && work.FindReply(key) is { } first)
        {
            return first.RequestHash == request.RequestHash
                ? new CaseOutcome.Repeated(first)
                : Refused(RefusalCode.KeyReused, "这个 Idempotency-Key 已用于另一请求；请为新的请求换一个键", 0);
        }

        var now = clock.GetCurrentInstant();
        var state = work.Load(request.Case);
        if (state is not null && request.MaySee?.Invoke(state) == false)
            return Refused(RefusalCode.NotFound, "没有这个案件", 0);
        if (state is not null && request.Command is Command.OpenCase { Schedule: not null })
            return new CaseOutcome.Done(state, [], null);
        if (state is not null && request.Command is not Command.PassTime)
            state = CatchUp(work, state, now);
        if (state is not null && request.ExpectedVersion is { } expected && expected != state.Version)
            return Refused(RefusalCode.Stale, $"案件已变为第 {state.Version} 版，请求所依据的是第 {expected} 版；请重新读取后再试", state.Version);

        var transaction = new CaseTransaction(work, reference.Current, now);
        var (after, entries) = transaction.Run(request.Case, request.Procedure, request.Command, state);
        if (request.Trial)
            throw new TriedException(after, entries);
        if (request.Together?.Invoke(work) is { } refused)
            throw new UndoneException(refused, 0);
        var reply = request.Reply?.Invoke(after, entries);
        if (reply is not null && request.Key is { } store)
            work.StoreReply(store, request.Case, reply);
        return new CaseOutcome.Done(after, entries, reply);
    }

    /// <summary>What time has already done comes before what a person does now.</summary>
    private CaseState CatchUp(IUnitOfWork work, CaseState state, Instant now) =>
        new CaseTransaction(work, reference.Current, now)
            .Run(state.Id, null, new Command.PassTime { Actor = Actor.Time }, state).After;

    private static CaseOutcome.Refused Refused(RefusalCode code, string detail, int version) => new(Refusal.Of(code, detail), version);
}
