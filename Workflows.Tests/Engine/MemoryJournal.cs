using System.Collections.Immutable;
using NodaTime;
using Workflows.Engine;

namespace Workflows.Tests.Engine;

/// <summary>The journal's contract in memory: all or nothing per command, one command at a time.</summary>
public sealed class MemoryJournal : IJournal, IDueWork
{
    private readonly Lock writing = new();
    private ImmutableDictionary<CaseId, Stored> cases = ImmutableDictionary<CaseId, Stored>.Empty;
    private ImmutableDictionary<(string, int), int> series = ImmutableDictionary<(string, int), int>.Empty;
    private ImmutableArray<RecordedFact> facts = [];
    private long position;
    private ImmutableDictionary<IdempotencyKey, StoredReply> replies = ImmutableDictionary<IdempotencyKey, StoredReply>.Empty;

    public IEnumerable<CaseState> Cases => cases.Values.Select(stored => stored.State);

    public ImmutableArray<JournalEntry> History(CaseId id) => cases[id].Entries;

    public CaseState? Find(CaseId id) => cases.GetValueOrDefault(id)?.State;

    public Task<T> Write<T>(Func<IUnitOfWork, T> work)
    {
        lock (writing)
        {
            var before = (cases, series, replies, facts, position);
            try
            {
                return Task.FromResult(work(new Work(this)));
            }
            catch (Exception problem)
            {
                (cases, series, replies, facts, position) = before;
                return Task.FromException<T>(problem);
            }
        }
    }

    public IReadOnlyList<CaseId> Due(Instant now, int limit) => [.. cases.Values
        .Where(stored => stored.Attention <= now).OrderBy(stored => stored.Attention).Take(limit).Select(stored => stored.State.Id)];

    public IReadOnlySet<OpenedPeriod> Opened(string procedure, string schedule) => Cases
        .Where(state => state.Procedure == procedure && state.Schedule?.Name == schedule)
        .Select(state => new OpenedPeriod(state.Agency, state.Schedule!.Period)).ToHashSet();

    public Instant? NextDue(Instant after) => cases.Values.Select(stored => stored.Attention).Where(at => at > after).Min();

    public IReadOnlyList<CaseId> NotOnCalendar(string calendar, string version, CaseId? after, int limit) => [.. cases.Values
        .Select(stored => stored.State).Where(state => !state.Closed && state.CalendarVersion != version
            && state.CalendarVersion.StartsWith($"{calendar}@", StringComparison.Ordinal))
        .Select(state => state.Id).OrderBy(id => id.Value).Where(id => after is null || id.Value.CompareTo(after.Value.Value) > 0).Take(limit)];

    /// <summary>Where facts were collected by the cases of a procedure and agency that were not cancelled.</summary>
    private IEnumerable<CollectedStretch> Taken(FactQuery query) => cases.Values
        .Where(stored => stored.State.Procedure == query.Procedure && query.Agencies.Contains(stored.State.Agency) && stored.State.State != CaseState.CancelledState)
        .SelectMany(stored => stored.Entries).Select(entry => entry.Event).OfType<CaseEvent.FactsCollected>()
        .Where(collected => collected.Kind == query.Kind).SelectMany(collected => collected.Taken);

    public IReadOnlyList<CaseId> OpenAt(string agency, CaseId? after, int limit) => [.. cases.Values
        .Select(stored => stored.State).Where(state => !state.Closed && state.Agency == agency)
        .Select(state => state.Id).OrderBy(id => id.Value).Where(id => after is null || id.Value.CompareTo(after.Value.Value) > 0).Take(limit)];

    private sealed record Stored(CaseState State, ImmutableArray<JournalEntry> Entries, Instant? Attention);

    private sealed class Work(MemoryJournal journal) : IUnitOfWork
    {
        public CaseState? Load(CaseId id) => journal.Find(id);

        public int NextSerial(string series, int year) => journal.series.GetValueOrDefault((series, year)) + 1;

        public ImmutableArray<RecordedFact> UncollectedFacts(FactQuery query) =>
        [
            .. journal.facts.Where(fact => fact.Kind == query.Kind && query.About.Contains(fact.Agency)
                    && !journal.Taken(query).Any(taken => taken.Agency == fact.Agency && taken.First <= fact.Position && fact.Position <= taken.Last))
                .Select(fact => fact with
                {
                    After = journal.Taken(query).Where(taken => taken.Agency == fact.Agency && taken.Last < fact.Position)
                        .Select(taken => taken.Last).DefaultIfEmpty().Max(),
                })
                .Take(query.Limit),
        ];

        public void Append(ImmutableArray<JournalEntry> entries, CaseState after, Instant? attention)
        {
            foreach (var entry in entries)
            {
                var number = entry.Event switch
                {
                    CaseEvent.Opened opened => opened.Reference,
                    CaseEvent.DocumentIssued issued => issued.Number,
                    _ => null,
                };
                if (number is { Series: { } name, Year: var year, Serial: var serial })
                {
                    if (serial != NextSerial(name, year))
                        throw new InvalidOperationException("A gap in a series.");
                    journal.series = journal.series.SetItem((name, year), serial);
                }
            }

            foreach (var entry in entries)
            {
                journal.position++;
                if (entry.Event is CaseEvent.FactRecorded fact)
                {
                    journal.facts = journal.facts.Add(new RecordedFact(
                        journal.position, 0, fact.Kind, fact.Agency ?? after.Agency, after.Reference, after.Procedure, after.DefinitionVersion, entry.OccurredOn, fact.Values));
                }
            }

            var known = journal.cases.GetValueOrDefault(after.Id);
            journal.cases = journal.cases.SetItem(after.Id, new Stored(after, [.. known?.Entries ?? [], .. entries], attention));
        }

        public StoredReply? FindReply(IdempotencyKey key) => journal.replies.GetValueOrDefault(key);

        public void StoreReply(IdempotencyKey key, CaseId about, StoredReply reply) => journal.replies = journal.replies.SetItem(key, reply);
    }
}
