using System.Collections.Immutable;
using Workflows.Definitions;

namespace Workflows.Engine;

public sealed partial record CaseState
{
    /// <summary>The case after one more entry: pure, total over the journal of a case, needs no definition and no calendar.</summary>
    /// <param name="before">The case before; null for the first entry.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="InvalidOperationException">The entry does not follow <paramref name="before"/>: the journal is damaged.</exception>
    public static CaseState Evolve(CaseState? before, JournalEntry entry)
    {
        if (entry.Sequence != (before?.Version ?? 0) + 1 || (before is not null && before.Id != entry.Case))
            throw new InvalidOperationException($"Entry {entry.Sequence} does not follow version {before?.Version ?? 0} of case {entry.Case}.");
        if (before is null)
            return entry.Event is CaseEvent.Opened opened ? Open(entry, opened) : throw new InvalidOperationException("A case begins with its opening.");
        var after = entry.Event switch
        {
            CaseEvent.Moved moved => before.After(entry, moved),
            CaseEvent.ChildOpened child => before with
            {
                Children = before.Children.Add(new ChildCase(
                    child.Child, child.Procedure, child.Agency, child.Linked, before.Legal[^1].Sequence, "", null, null, FieldMap.Empty)),
            },
            CaseEvent.ChildHeard heard => before.After(entry, heard),
            CaseEvent.DeadlineChanged changed => before with
            {
                Clocks = changed.New is { } deadline
                    ? before.Clocks.SetItem(changed.Clock, new ClockReading(deadline, null))
                    : before.Clocks.Remove(changed.Clock),
            },
            CaseEvent.Warned warned => before with
            {
                Clocks = before.Clocks.SetItem(warned.Clock, before.Clocks[warned.Clock] with { Warned = warned.Left }),
            },
            CaseEvent.DocumentIssued issued => before with
            {
                Documents = before.Documents.Add(new IssuedDocument(entry.Sequence, issued.Document, issued.Title, issued.Number.Text, entry.OccurredOn)),
            },
            CaseEvent.DateCorrected corrected => before.After(corrected),
            CaseEvent.CalendarAdopted adopted => before with { CalendarVersion = adopted.New },
            CaseEvent.Cancelled cancelled => before with
            {
                State = CancelledState,
                Closed = true,
                ClosedOn = entry.OccurredOn,
                Legal = before.Legal.Add(new LegalEvent(
                    entry.Sequence, "cancel", cancelled.From, CancelledState, entry.OccurredOn, entry.OccurredAt, [], [], null)),
            },
            CaseEvent.AgencyChanged changed => before.After(changed),
            CaseEvent.FactRecorded => before,
            CaseEvent.AttachmentAdded added => before with { Attachments = before.Attachments.Add(new AttachedFile(entry.Sequence, entry.OccurredOn, added.Attachment)) },
            CaseEvent.DocumentServed served => before.After(entry, served),
            CaseEvent.MailRequested requested => before with
            {
                Mails = before.Mails.Add(new RequestedMail(entry.Sequence, entry.RecordedAt, requested.Mail, null, null)),
            },
            CaseEvent.MailFailed failed => before with
            {
                Mails = before.Mails.SetItem(failed.Number - 1, before.Mails[failed.Number - 1] with { Failure = failed.Reason }),
            },
            CaseEvent.ServiceFollowed followed => before.After(followed),
            CaseEvent.FactsCollected collected => before with
            {
                Fields = before.Fields.SetItem(collected.Into, new FieldValue.Rows(
                    before.Fields.GetValueOrDefault(collected.Into) is FieldValue.Rows rows ? rows.Items.AddRange(collected.Rows) : collected.Rows)),
            },
            _ => throw new InvalidOperationException($"{entry.Event.GetType().Name} cannot follow an opening."),
        };
        return after with { Version = entry.Sequence };
    }

    private static CaseState Open(JournalEntry entry, CaseEvent.Opened opened) => new()
    {
        Id = entry.Case,
        Version = entry.Sequence,
        Procedure = opened.Procedure,
        DefinitionVersion = opened.DefinitionVersion,
        CalendarVersion = opened.CalendarVersion,
        InterpreterFlags = opened.InterpreterFlags,
        Agency = opened.Agency,
        Reference = opened.Reference.Text,
        Parent = opened.Parent,
        Schedule = opened.Schedule,
        State = opened.To,
        OpenedOn = entry.OccurredOn,
        Fields = opened.Set,
        Legal = [new LegalEvent(entry.Sequence, "open", "", opened.To, entry.OccurredOn, entry.OccurredAt, [], [], null)],
    };

    private CaseState After(JournalEntry entry, CaseEvent.Moved moved) => this with
    {
        State = moved.To,
        Closed = Closed || moved.Closes,
        Outcome = moved.Outcome ?? Outcome,
        ClosedOn = moved.Closes ? entry.OccurredOn : ClosedOn,
        Fields = Merge(Fields, moved.Set, moved.Cleared),
        Flags = moved.Raised.IsEmpty && moved.Lowered.IsEmpty ? Flags : Flags.Union(moved.Raised).Except(moved.Lowered),
        Legal = Legal.Add(new LegalEvent(
            entry.Sequence, moved.Trigger, moved.From, moved.To, entry.OccurredOn, entry.OccurredAt, moved.Raised, moved.Lowered, moved.Extension)),
    };

    private CaseState After(JournalEntry entry, CaseEvent.ChildHeard heard)
    {
        for (var index = 0; index < Children.Length; index++)
        {
            var child = Children[index];
            if (child.Id != heard.Child)
                continue;
            var ends = heard.Outcome is not null || heard.State == CancelledState;
            return this with
            {
                Children = Children.SetItem(index, child with
                {
                    State = heard.State,
                    Outcome = heard.Outcome,
                    ClosedOn = child.ClosedOn ?? (ends ? entry.OccurredOn : null),
                    Values = heard.Values,
                }),
            };
        }

        throw new InvalidOperationException($"Case {entry.Case} has no child {heard.Child}.");
    }

    private CaseState After(CaseEvent.AgencyChanged changed)
    {
        if (changed.Of is not { } other)
            return this with { Agency = changed.New };
        return this with
        {
            Parent = Parent?.Case == other ? Parent with { Agency = changed.New } : Parent,
            Children = [.. Children.Select(child => child.Id == other ? child with { Agency = changed.New } : child)],
        };
    }

    private CaseState After(JournalEntry entry, CaseEvent.DocumentServed served)
    {
        var services = Services.Add(new RecordedService(entry.Sequence, served.Service, null, null));
        var mails = served.Service.Mail is { } number ? Mails.SetItem(number - 1, Mails[number - 1] with { Service = services.Length }) : Mails;
        return this with { Services = services, Mails = mails };
    }

    private CaseState After(CaseEvent.ServiceFollowed followed)
    {
        var known = Services[followed.Number - 1];
        var service = known.Service with { Attachment = followed.Attachment ?? known.Service.Attachment };
        return this with
        {
            Services = Services.SetItem(followed.Number - 1, followed.News == ServiceNews.Received
                ? known with { Service = service with { ReceivedOn = followed.On, ReceivedBy = followed.ReceivedBy } }
                : known with { Service = service, Ended = followed.News, EndedOn = followed.On }),
        };
    }

    private CaseState After(CaseEvent.DateCorrected corrected)
    {
        var index = 0;
        while (Legal[index].Sequence != corrected.Corrects)
            index++;
        var legal = Legal.SetItem(index, Legal[index] with { Day = corrected.New });
        return this with
        {
            Legal = legal,
            Fields = Merge(Fields, corrected.Set, []),
            OpenedOn = legal[0].Day,
            ClosedOn = ClosedOn is not null && index == Closing() ? corrected.New : ClosedOn,
        };
    }

    /// <summary>Index of the legal event that ended the case: the last one that changed the state.</summary>
    private int Closing()
    {
        var index = Legal.Length - 1;
        while (index > 0 && Legal[index].From == Legal[index].To)
            index--;
        return index;
    }

    private static ImmutableSortedDictionary<string, FieldValue> Merge(
        ImmutableSortedDictionary<string, FieldValue> fields, ImmutableSortedDictionary<string, FieldValue> set, ImmutableArray<string> cleared)
    {
        if (set.Count == 0 && cleared.IsEmpty)
            return fields;
        return fields.SetItems(set).RemoveRange(cleared);
    }
}
