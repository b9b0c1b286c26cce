using System.Runtime.InteropServices;
using System.Text.Json;
using Workflows.Api.Access;
using Workflows.Api.Administration;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Engine;

namespace Workflows.Api.Cases;

/// <summary>Finds cases for callers, takes their commands to the engine, and turns what became of them into answers.</summary>
internal sealed class CaseDesk(CaseCommands commands, IJournal journal, CaseViews views, SecurityLog log)
{
    /// <summary>The case, or null when it does not exist or is not the caller's.</summary>
    public CaseState? Find(string id, Caller caller) =>
        CaseId.TryParse(id, out var known) && journal.Find(known) is { } state && MaySee(caller, state) ? state : null;

    /// <summary>Opens a case.</summary>
    public Task<IResult> Open(HttpRequest http, Caller caller, string hash, Command.OpenCase command, string procedure)
    {
        var (read, problem) = Preconditions.OfOpening(http);
        return problem is not null
            ? Task.FromResult(problem.Result())
            : Send(new CaseRequest(command.Id, command) { Procedure = procedure }, read, caller, hash, StatusCodes.Status201Created);
    }

    /// <summary>Opens a case that is one of many, or only tries to.</summary>
    /// <param name="caller">Who sends it.</param>
    /// <param name="key">The idempotency key of this one; null for none.</param>
    /// <param name="hash">SHA-256 of what was sent.</param>
    /// <param name="command">The command.</param>
    /// <param name="procedure">The procedure.</param>
    /// <param name="trial">Only say what would become of it.</param>
    public Task<CaseOutcome> Open(Caller caller, string? key, string hash, Command.OpenCase command, string procedure, bool trial) => Execute(
        new CaseRequest(command.Id, command) { Procedure = procedure, Trial = trial }, key, caller, hash, state => Reply(state, views.Brief(state), hash, StatusCodes.Status201Created));

    /// <summary>Changes a case.</summary>
    public Task<IResult> Change(HttpRequest http, Caller caller, string hash, string id, Command command)
    {
        if (!CaseId.TryParse(id, out var known))
            return Task.FromResult(Problem.NoSuchCase.Result());
        var (read, problem) = Preconditions.OfChange(http);
        return problem is not null
            ? Task.FromResult(problem.Result())
            : Send(new CaseRequest(known, command), read, caller, hash, StatusCodes.Status200OK);
    }

    /// <summary>Adds to a case something that has an address of its own.</summary>
    /// <param name="read">What the headers ask for.</param>
    /// <param name="caller">Who.</param>
    /// <param name="hash">What an idempotency key is bound to.</param>
    /// <param name="id">The case.</param>
    /// <param name="command">The command.</param>
    /// <param name="location">The address of what it adds, from the case after it.</param>
    public Task<IResult> Add(Preconditions read, Caller caller, string hash, CaseId id, Command command, Func<CaseState, string> location) =>
        Send(new CaseRequest(id, command), read, caller, hash, StatusCodes.Status201Created, location);

    private async Task<IResult> Send(CaseRequest request, Preconditions read, Caller caller, string hash, int status, Func<CaseState, string>? location = null)
    {
        var reply = (CaseState state) => Reply(state, read.Whole ? views.Of(state, caller) : views.Brief(state), hash, status, location?.Invoke(state));
        var outcome = await Execute(request with { ExpectedVersion = read.ExpectedVersion }, read.Key, caller, hash, reply).ConfigureAwait(false);
        return outcome switch
        {
            CaseOutcome.Done done => new KeptReply(done.Reply ?? reply(done.State), replayed: false),
            CaseOutcome.Repeated repeated => new KeptReply(repeated.Reply, replayed: true),
            CaseOutcome.Refused refused => new CaseRefusal(refused),
            _ => throw new InvalidOperationException(),
        };
    }

    private Task<CaseOutcome> Execute(CaseRequest request, string? key, Caller caller, string hash, Func<CaseState, StoredReply> reply) => commands.Execute(request with
    {
        MaySee = state => MaySee(caller, state),
        Key = key is null ? null : new IdempotencyKey(caller.Actor.Id, key),
        RequestHash = hash,
        // Without a key nothing is stored, and the reply is made after the writer has gone on.
        Reply = key is null ? null : (state, _) => reply(state),
    });

    private bool MaySee(Caller caller, CaseState state)
    {
        if (caller.MaySee(state))
            return true;
        log.Hidden(caller, state.Id);
        return false;
    }

    private static StoredReply Reply(CaseState state, CaseView view, string hash, int status, string? location = null) => new(
        hash,
        status,
        Preconditions.ETag(state.Version),
        status == StatusCodes.Status201Created ? location ?? $"/api/v1/cases/{state.Id}" : null,
        ImmutableCollectionsMarshal.AsImmutableArray(JsonSerializer.SerializeToUtf8Bytes(view, ApiJson.Options)));
}
