using System.Collections.Immutable;
using NodaTime;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Tests.Storage;

/// <summary>Entries and states of every shape; the same seed gives the same ones.</summary>
public sealed class Samples(int seed)
{
    private static readonly string[] Texts =
        ["", "张三", "a\"b\\c\n\t\u0001\u2028", "\U0001F600", "<&>'/", "é\u0301", "$sealed", "{\"a\":1}", new('长', 500)];

    private readonly Random random = new(seed);

    public JournalEntry Entry() => new(
        new CaseId(Id()),
        random.Next(1, 1000),
        Moment(),
        Day(),
        Maybe(Moment),
        new ActorStamp(Text(), Text(), MaybeText(), MaybeText()),
        MaybeText(),
        Event());

    public CaseState State()
    {
        return new CaseState
        {
            Id = new CaseId(Id()),
            Version = random.Next(1, 1000),
            Procedure = SmallProcedure.Name,
            DefinitionVersion = 1,
            CalendarVersion = Text(),
            InterpreterFlags = random.Next(),
            Agency = Text(),
            Reference = Text(),
            Parent = Parent(),
            Schedule = Schedule(),
            State = Text(),
            Closed = Coin(),
            Outcome = MaybeText(),
            OpenedOn = Day(),
            ClosedOn = Maybe(Day),
            Fields = Fields(),
            Flags = [.. Many(Text)],
            Legal = [Legal(), .. Many(Legal)],
            Children = Many(() => new ChildCase(new CaseId(Id()), Text(), Text(), random.Next(2) == 0, random.Next(9), Text(), MaybeText(), Maybe(Day), Fields())),
            Clocks = Coin()
                ? ImmutableSortedDictionary<string, ClockReading>.Empty
                : ImmutableSortedDictionary<string, ClockReading>.Empty.Add("reply", new ClockReading(Deadline(), Maybe(() => random.Next(5)))),
            Documents = Many(() => new IssuedDocument(random.Next(99), Text(), Text(), Text(), Day())),
            Attachments = Many(() => new AttachedFile(random.Next(99), Day(), File())),
            Mails = Many(() => new RequestedMail(random.Next(99), Moment(), Mail(), Maybe(() => random.Next(9)), MaybeText())),
            Services = Many(() => new RecordedService(random.Next(99), Service(), Maybe(News), Maybe(Day))),
        };
    }

    public ImmutableSortedDictionary<string, FieldValue> Fields()
    {
        var fields = FieldMap.Empty;
        foreach (var field in SmallProcedure.Definition.Fields.Where(_ => Coin()))
            fields = fields.Add(field.Name, Value(field));
        return fields;
    }

    private LegalEvent Legal() => new(
        random.Next(1, 99), Text(), Text(), Text(), Day(), Maybe(Moment), Many(Text), Many(Text), Maybe(() => random.Next(30)));

    private CaseEvent Event() => random.Next(18) switch
    {
        0 => new CaseEvent.Opened
        {
            Procedure = SmallProcedure.Name,
            DefinitionVersion = 1,
            DefinitionHash = Text(),
            CalendarVersion = Text(),
            InterpreterFlags = random.Next(),
            Agency = Text(),
            Reference = Number(),
            Parent = Parent(),
            Schedule = Schedule(),
            To = Text(),
            Set = Fields(),
            Basis = Basis(),
        },
        1 => new CaseEvent.Moved
        {
            Trigger = Text(),
            Branch = random.Next(3),
            From = Text(),
            To = Text(),
            Set = Fields(),
            Cleared = Many(Text),
            Raised = Many(Text),
            Lowered = Many(Text),
            Extension = Maybe(() => random.Next(30)),
            Child = Maybe(() => new CaseId(Id())),
            Closes = Coin(),
            Outcome = MaybeText(),
            Basis = Basis(),
        },
        2 => new CaseEvent.DocumentIssued(Text(), Text(), Text(), random.Next(9), Number(), Basis(), Text()),
        3 => new CaseEvent.ChildOpened(new CaseId(Id()), Text(), Text(), random.Next(2) == 0, Basis()),
        4 => new CaseEvent.ChildHeard(new CaseId(Id()), Text(), MaybeText(), Fields()),
        5 => new CaseEvent.DeadlineChanged(Text(), Coin() ? Deadline() : null, Coin() ? Deadline() : null, Basis()),
        6 => new CaseEvent.Warned(Text(), random.Next(9), Day()),
        7 => new CaseEvent.DateCorrected(random.Next(9), Day(), Day(), Fields()),
        8 => new CaseEvent.CalendarAdopted(Text(), Text()),
        9 => new CaseEvent.Cancelled(Text()),
        10 => new CaseEvent.AgencyChanged(Maybe(() => new CaseId(Id())), Text(), Text(), Basis()),
        11 => new CaseEvent.FactRecorded(Text(), MaybeText(), Fields(), Basis()),
        12 => new CaseEvent.FactsCollected(Text(), "thirdParties", Many(() => Row(List)), Many(Stretch), Basis()),
        13 => new CaseEvent.DocumentServed(Service()),
        15 => new CaseEvent.MailRequested(Mail()),
        16 => new CaseEvent.MailFailed(random.Next(9), Text()),
        14 => new CaseEvent.ServiceFollowed(random.Next(9), News(), Day(), MaybeText(), Maybe(() => random.Next(9))),
        _ => new CaseEvent.AttachmentAdded(File()),
    };

    private Service Service() => new(random.Next(9), Text(), Maybe(Day), Maybe(Day))
    {
        Number = MaybeText(),
        By = MaybeText(),
        ReceivedBy = MaybeText(),
        Attachment = Maybe(() => random.Next(9)),
        Mail = Maybe(() => random.Next(9)),
        MessageId = MaybeText(),
    };

    private Mail Mail() => new(random.Next(9), Text(), Text());

    private ServiceNews News() => (ServiceNews)random.Next(3);

    private Attachment File() => new(Text(), Text(), Text(), random.Next(), Text(), Text(), Coin());

    private FieldValue Value(FieldDefinition field) => field.Type switch
    {
        FieldType.Text or FieldType.Choice => new FieldValue.Text(Text()),
        FieldType.Choices => new FieldValue.Choices(Many(Text)),
        FieldType.Date => new FieldValue.Date(Day()),
        FieldType.Instant => new FieldValue.Moment(Moment()),
        FieldType.Integer or FieldType.Money => new FieldValue.Number(Amount()),
        FieldType.Boolean => new FieldValue.Boolean(Coin()),
        _ => new FieldValue.Rows(Many(() => Row(field))),
    };

    private ImmutableSortedDictionary<string, FieldValue> Row(FieldDefinition list)
    {
        var row = FieldMap.Empty;
        foreach (var column in list.Columns.Where(_ => Coin()))
            row = row.Add(column.Name, Value(column));
        return row;
    }

    private decimal Amount() => random.Next(5) switch
    {
        0 => decimal.MaxValue,
        1 => 0.1m,
        2 => -1.10m,
        3 => 9007199254740993m,
        _ => new decimal(random.Next(), random.Next(), 0, Coin(), (byte)random.Next(20)),
    };

    private Deadline Deadline() => new(
        (DueStatus)random.Next(Enum.GetValues<DueStatus>().Length), Maybe(Day), Maybe(Moment), Maybe(Day), Maybe(Day), Maybe(Day));

    private LegalBasis Basis() => new(MaybeText(), MaybeText(), MaybeText(), Many(Text));

    private IssuedNumber Number() => new(Text(), MaybeText(), random.Next(2000, 2100), random.Next(1, 99));

    private ParentLink? Parent() => Coin() ? new ParentLink(new CaseId(Id()), new CaseId(Id()), Text()) : null;

    private static FieldDefinition List => SmallProcedure.Definition.Fields.First(known => known.Name == "thirdParties");

    private ScheduledOpening? Schedule() => Coin() ? new ScheduledOpening(Text(), Day(), Coin()) : null;

    private CollectedStretch Stretch() => new(Text(), random.NextInt64(1L << 50), random.NextInt64(1L << 50));

    private LocalDate Day() => new LocalDate(1950, 1, 1).PlusDays(random.Next(60_000));

    private Instant Moment() => Instant.FromUnixTimeTicks(random.NextInt64(4_000_000_000_000_0000)).PlusNanoseconds(random.Next(100));

    private string Text() => Texts[random.Next(Texts.Length)];

    private string? MaybeText() => Coin() ? Text() : null;

    private bool Coin() => random.Next(2) == 0;

    private Guid Id()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private T? Maybe<T>(Func<T> make)
        where T : struct => Coin() ? make() : null;

    private ImmutableArray<T> Many<T>(Func<T> make) => [.. Enumerable.Range(0, random.Next(3)).Select(_ => make())];
}
