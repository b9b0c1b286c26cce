using NodaTime;

namespace Workflows.Engine;

/// <summary>Finds what is due and sends it through the same commands: exactly once in effect, also after the service was down.</summary>
/// <remarks>
/// The row that says a case is due is only a way to find it. What happens is decided from the case itself inside the
/// writer's transaction, so two sweeps of the same case do it once.
/// </remarks>
public sealed class Sweep(IDueWork due, CaseCommands commands, ReferenceDataSource reference)
{
    private const int Batch = 256;

    /// <summary>Does everything that is due now; returns how many times a case was moved on.</summary>
    /// <remarks>A case that is due but cannot be moved on does not hold up the sweep for ever: it ends when nothing more moves.</remarks>
    public async Task<int> Run(Instant now, CancellationToken cancel = default)
    {
        var done = 0;
        for (var cases = due.Due(now, Batch); cases.Count > 0 && !cancel.IsCancellationRequested; cases = due.Due(now, Batch))
        {
            var outcomes = await Task.WhenAll(cases.Select(Pass)).ConfigureAwait(false);
            var moved = outcomes.Count(outcome => outcome is CaseOutcome.Done { Entries.IsEmpty: false });
            if (moved == 0)
                break;
            done += moved;
        }

        return done;
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

    private Task<CaseOutcome> Pass(CaseId id) => commands.Execute(new CaseRequest(id, new Command.PassTime { Actor = Actor.Time }));
}
