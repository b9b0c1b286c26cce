using System.Collections.Immutable;
using NodaTime;
using Workflows.Calendar;

namespace Workflows.Engine;

/// <summary>A decision in the making: entries are added one by one, and the case evolves with each.</summary>
internal sealed class Draft(DecisionContext context, CaseState? before)
{
    private readonly ImmutableArray<JournalEntry>.Builder entries = ImmutableArray.CreateBuilder<JournalEntry>(4);
    private readonly ImmutableArray<Consequence>.Builder consequences = ImmutableArray.CreateBuilder<Consequence>();
    private Dictionary<(string Series, int Year), int>? taken;

    public DecisionContext Context { get; } = context;

    /// <summary>The case as the entries so far leave it.</summary>
    public CaseState State => state ?? throw new InvalidOperationException("The case is not open yet.");

    private CaseState? state = before;

    public void Add(Happening happening, CaseEvent happened, CaseId? id = null)
    {
        var entry = new JournalEntry(
            id ?? State.Id, (state?.Version ?? 0) + 1, Context.Now, happening.Day, happening.At, happening.Actor, happening.Note, happened);
        state = CaseState.Evolve(state, entry);
        entries.Add(entry);
    }

    public void Then(Consequence consequence) => consequences.Add(consequence);

    /// <summary>Decides a part; one that is refused leaves nothing of itself behind.</summary>
    public Refusal? Try(Func<Draft, Refusal?> part)
    {
        var (earlier, written, owed, numbers) = (state, entries.Count, consequences.Count, taken is null ? null : new Dictionary<(string, int), int>(taken));
        if (part(this) is not { } refusal)
            return null;
        (state, entries.Count, consequences.Count, taken) = (earlier, written, owed, numbers);
        return refusal;
    }

    /// <summary>Takes the next number of a series.</summary>
    public IssuedNumber Number(string pattern, string series)
    {
        var year = Context.Today.Year;
        taken ??= [];
        var serial = taken.TryGetValue((series, year), out var last) ? last + 1 : Context.NextSerial(series, year);
        taken[(series, year)] = serial;
        return new IssuedNumber(NumberPattern.Format(pattern, year, serial), series, year, serial);
    }

    public Decision Finish() => new Decision.Accepted(entries.DrainToImmutable(), State, consequences.DrainToImmutable());

    /// <summary>Journals every due date that the entries so far have changed.</summary>
    /// <returns>The refusal when a date lies beyond every calendar; null otherwise.</returns>
    public Refusal? Recompute(Happening happening, WorkingCalendar calendar)
    {
        foreach (var clock in Context.Definition.Clocks)
        {
            var name = clock.Definition.Name;
            var old = State.Clocks.GetValueOrDefault(name)?.Deadline;
            var now = Deadlines.Compute(ClockFacts.Read(clock, State), calendar);
            if (now?.Status == DueStatus.Unanswerable)
                return Refusals.DateBeyondCalendar(clock.Definition, calendar);
            if (old != now)
                Add(happening with { Note = null }, new CaseEvent.DeadlineChanged(name, old, now, clock.Definition.Basis));
        }

        return null;
    }
}

/// <summary>When and by whom something happens.</summary>
/// <param name="Day">Legal day.</param>
/// <param name="At">Instant, where minutes count.</param>
/// <param name="Actor">Who.</param>
/// <param name="Note">Free text.</param>
internal readonly record struct Happening(LocalDate Day, Instant? At, ActorStamp Actor, string? Note)
{
    /// <summary>What time does, it does just before a clock has run out: the last moment of the legal day, or of the minute.</summary>
    public Instant? JustBefore { get; init; }

    /// <summary>The moment by which clocks in hours and minutes are judged; null for the end of a day recorded afterwards.</summary>
    public Instant? Moment(DecisionContext context) => JustBefore ?? At ?? (Day == context.Today ? context.Now : null);
}
