using System.Collections.Immutable;
using NodaTime;

namespace Workflows.Engine;

/// <summary>One command and everything that follows from it in other cases, inside one transaction.</summary>
internal sealed class CaseTransaction(IUnitOfWork work, ReferenceData reference, Instant now)
{
    /// <summary>More cases than any procedure opens at once: a definition that opens without end is stopped here.</summary>
    private const int MostCases = 1000;

    /// <summary>Runs a command and its consequences.</summary>
    /// <exception cref="UndoneException">One of them was refused; the transaction must be rolled back.</exception>
    public (CaseState After, ImmutableArray<JournalEntry> Entries) Run(CaseId id, string? procedure, Command command, CaseState? state)
    {
        var first = Step(id, procedure, command, state);
        var waiting = new Queue<Consequence>(first.Consequences);
        for (var count = 0; waiting.TryDequeue(out var consequence); count++)
        {
            if (count >= MostCases && consequence is not Consequence.TellMerger)
                throw new UndoneException(Refusal.Of(RefusalCode.NotAllowed, $"一个操作最多牵动 {MostCases} 个案件"), state?.Version ?? 0);
            var next = consequence switch
            {
                Consequence.OpenChild open => Step(open.Command.Id, open.Procedure, open.Command, null),
                Consequence.TellParent tell => Step(tell.Parent, null, tell.Command, work.Load(tell.Parent)),
                Consequence.TellMerger tell => Step(tell.Case, null, tell.Command, work.Load(tell.Case)),
                Consequence.CancelChild cancel => Step(cancel.Child, null, cancel.Command, work.Load(cancel.Child)),
                _ => throw new InvalidOperationException(),
            };
            foreach (var following in next.Consequences)
                waiting.Enqueue(following);
        }

        // A consequence may have come back to this case.
        var after = work.Load(id) ?? first.State;
        return (after, first.Entries);
    }

    private Decision.Accepted Step(CaseId id, string? procedure, Command command, CaseState? state)
    {
        var definition = state is null
            ? procedure is null ? null : reference.Procedures.Newest(procedure)
            : reference.Procedures.Find(state.Procedure, state.DefinitionVersion);
        if (definition is null)
            throw new UndoneException(Refusal.Of(RefusalCode.NotFound, procedure is null ? "没有这个案件" : $"没有名为“{SentName.Shown(procedure)}”的程序"), 0);
        var calendars = reference.Calendars;
        var calendarId = definition.Definition.Calendar;
        var calendar = state is null || command is Command.AdoptCalendar
            ? calendars.Newest(calendarId)
            : calendars.Find(calendarId, state.CalendarVersion)
                ?? throw new InvalidOperationException($"Calendar {state.CalendarVersion} of case {id} is not known here.");
        var context = new DecisionContext
        {
            Definition = definition,
            Calendar = calendar,
            Agencies = reference.Agencies,
            NextSerial = work.NextSerial,
            UncollectedFacts = query => [.. work.UncollectedFacts(query).Select(Marked)],
            TemplateVersion = template => reference.TemplateVersions.GetValueOrDefault(template),
            Now = now,
        };
        switch (Interpreter.Decide(context, state, command))
        {
            case Decision.Accepted accepted:
                if (!accepted.Entries.IsEmpty)
                    work.Append(accepted.Entries, accepted.State, Attention.At(definition, accepted.State, calendar));
                return accepted;
            case Decision.Refused refused:
                throw new UndoneException(refused.Refusal, state?.Version ?? 0);
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>The fact with what the definition that recorded it marks as personal.</summary>
    private RecordedFact Marked(RecordedFact fact) =>
        reference.Procedures.Find(fact.Procedure, fact.DefinitionVersion) is { } recorder
            ? fact with { Personal = recorder.PersonalIn(fact.Kind) }
            : fact;
}

/// <summary>A refusal on its way out of a transaction that must be rolled back.</summary>
internal sealed class UndoneException(Refusal refusal, int version) : Exception(refusal.Detail)
{
    public Refusal Refusal { get; } = refusal;

    public int Version { get; } = version;
}

/// <summary>What a request that is only tried would have done, on its way out of a transaction that must be rolled back.</summary>
internal sealed class TriedException(CaseState after, ImmutableArray<JournalEntry> entries) : Exception("The request was only tried.")
{
    public CaseState After { get; } = after;

    public ImmutableArray<JournalEntry> Entries { get; } = entries;
}
