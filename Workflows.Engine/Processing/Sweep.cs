using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;

namespace Workflows.Engine;

/// <summary>Finds what is due and sends it through the same commands: exactly once in effect, also after the service was down.</summary>
/// <remarks>
/// The row that says a case is due is only a way to find it. What happens is decided from the case itself inside the
/// writer's transaction, so two sweeps of the same case do it once.
/// </remarks>
public sealed class Sweep
{
    private const int Batch = 256;

    /// <summary>Merged agencies that were found without an open case: none can be opened there any more.</summary>
    private readonly ConcurrentDictionary<string, bool> empty = new(StringComparer.Ordinal);
    private readonly IDueWork due;
    private readonly CaseCommands commands;
    private readonly ReferenceDataSource reference;
    private readonly Agenda agenda;
    private readonly Action<RefusedOpening>? refused;

    /// <summary>A sweep.</summary>
    /// <param name="due">Finds due work.</param>
    /// <param name="commands">Carries it out.</param>
    /// <param name="reference">Definitions, calendars, agencies.</param>
    /// <param name="refused">Told of each opening of the calendar that was refused, once a day.</param>
    public Sweep(IDueWork due, CaseCommands commands, ReferenceDataSource reference, Action<RefusedOpening>? refused = null)
    {
        this.due = due;
        this.commands = commands;
        this.reference = reference;
        this.refused = refused;
        agenda = new Agenda(due, reference);
    }

    /// <summary>When something is due next, after now: of an open case, or an opening of the calendar. What is due already is done by <see cref="Run"/>.</summary>
    public Instant? NextDue(Instant now) => (due.NextDue(now), agenda.Next(now)) switch
    {
        ({ } one, { } other) => Instant.Min(one, other),
        var (one, other) => one ?? other,
    };

    /// <summary>Does everything that is due now; returns how many times a case was moved on.</summary>
    /// <remarks>A case that is due but cannot be moved on holds up no other: it is left, and tried again by the next run.</remarks>
    public async Task<int> Run(Instant now, CancellationToken cancel = default)
    {
        var done = await FollowMergers(cancel).ConfigureAwait(false);
        done += await Open(now, cancel).ConfigureAwait(false);
        var left = new HashSet<CaseId>();
        while (!cancel.IsCancellationRequested && Next() is { IsEmpty: false } cases)
        {
            var outcomes = await Task.WhenAll(cases.Select(Pass)).ConfigureAwait(false);
            for (var index = 0; index < outcomes.Length; index++)
            {
                if (outcomes[index] is CaseOutcome.Done { Entries.IsEmpty: false })
                    done++;
                else
                    left.Add(cases[index]);
            }
        }

        return done;
        ImmutableArray<CaseId> Next() => [.. due.Due(now, Batch + left.Count).Where(one => !left.Contains(one)).Take(Batch)];
    }

    /// <summary>Lets every open case take the calendar in force.</summary>
    /// <param name="note">Why: the notice that was loaded.</param>
    /// <param name="cancel">Stops between batches; what is left is done by the next run.</param>
    public async Task<CalendarAdoption> AdoptCalendars(string note, CancellationToken cancel = default)
    {
        var done = new CalendarAdoption(0, 0, 0);
        var calendars = reference.Current.Calendars;
        foreach (var id in reference.Current.Procedures.Procedures
            .SelectMany(name => reference.Current.Procedures.Versions(name)).Select(version => version.Definition.Calendar).Distinct())
        {
            CaseId? after = null;
            while (!cancel.IsCancellationRequested
                && due.NotOnCalendar(id.Value, calendars.Newest(id).Version, after, Batch) is { Count: > 0 } cases)
            {
                var outcomes = await Task.WhenAll(cases.Select(one => commands.Execute(
                    new CaseRequest(one, new Command.AdoptCalendar { Actor = Actor.System, Note = note })))).ConfigureAwait(false);
                after = cases[^1];
                done = outcomes.Aggregate(done, (sum, outcome) => sum.With(outcome));
            }
        }

        return done;
    }

    /// <summary>Opens what the calendar has to open and nobody has opened; what is refused is told and left.</summary>
    private async Task<int> Open(Instant now, CancellationToken cancel)
    {
        var done = 0;
        foreach (var batch in agenda.Due(now).Chunk(Batch).TakeWhile(_ => !cancel.IsCancellationRequested))
        {
            var opened = await Task.WhenAll(batch.Select(Open)).ConfigureAwait(false);
            done += opened.Count(one => one);
        }

        return done;
    }

    /// <summary>Opens one; true when it was not there.</summary>
    private async Task<bool> Open(ScheduledCase one)
    {
        CaseOutcome outcome;
        try
        {
            outcome = await commands.Execute(one.Request()).ConfigureAwait(false);
        }
        catch (Exception bug) when (bug is not (JournalUnavailableException or OperationCanceledException))
        {
            // One definition at fault must not keep the others, or time itself, from going on.
            agenda.Done(one);
            refused?.Invoke(new RefusedOpening(one, bug.Message, bug));
            return false;
        }

        agenda.Done(one);
        if (outcome is CaseOutcome.Refused no)
            refused?.Invoke(new RefusedOpening(one, no.Refusal.Detail, null));
        return outcome is CaseOutcome.Done { Entries.IsEmpty: false };
    }

    /// <summary>Passes the open cases of merged agencies to their successors, also those that an earlier run left when it was cut short.</summary>
    /// <returns>How many cases passed.</returns>
    public async Task<int> FollowMergers(CancellationToken cancel = default)
    {
        var done = 0;
        foreach (var merged in reference.Current.Agencies.All.Values.Where(agency => agency.Successor is not null && !empty.ContainsKey(agency.Id)))
            done += await Follow(merged, cancel).ConfigureAwait(false);
        return done;
    }

    private async Task<int> Follow(Agency merged, CancellationToken cancel)
    {
        var (done, left, after) = (0, false, (CaseId?)null);
        while (!cancel.IsCancellationRequested)
        {
            var cases = due.OpenAt(merged.Id, after, Batch);
            if (cases.Count == 0)
                break;
            var outcomes = await Task.WhenAll(cases.Select(one => commands.Execute(
                new CaseRequest(one, new Command.FollowMerger { Actor = Actor.System })))).ConfigureAwait(false);
            done += outcomes.Count(outcome => outcome is CaseOutcome.Done { State.Agency: var agency } && agency != merged.Id);
            left |= outcomes.Any(outcome => outcome is CaseOutcome.Refused);
            after = cases[^1];
        }

        if (done == 0 && !left && !cancel.IsCancellationRequested)
            empty[merged.Id] = true;
        return done;
    }

    private Task<CaseOutcome> Pass(CaseId id) => commands.Execute(new CaseRequest(id, new Command.PassTime { Actor = Actor.Time }));
}
