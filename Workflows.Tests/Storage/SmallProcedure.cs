using System.Collections.Immutable;
using NodaTime;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Tests.Storage;

/// <summary>A definition with a field of every type, and entries for it: enough for a journal, which decides nothing.</summary>
public static class SmallProcedure
{
    public const string Name = "test.application";
    public static readonly LocalDate FRI_2026_01_09 = new(2026, 1, 9);
    public static readonly Instant Morning = Instant.FromUtc(2026, 1, 9, 1, 0);
    public static readonly LegalBasis Basis = new("办法", "第四条", null, ["T-01"]);
    public static readonly ActorStamp Registrar = new("key-1", "王登记", "agency-1", "registrar");

    public static ProcedureDefinition Definition { get; } = new()
    {
        Procedure = Name,
        Title = new LocalizedText("申请", null),
        Act = "办法",
        Calendar = CalendarId.China,
        Reference = "申〔{year}〕{serial}号",
        Roles = [],
        Fields =
        [
            Field("applicant.idNumber", FieldType.Text, personal: true),
            Field("applicant.name", FieldType.Text, personal: true),
            Field("content", FieldType.Text),
            Field("channel", FieldType.Choice),
            Field("reasons", FieldType.Choices),
            Field("signedOn", FieldType.Date),
            Field("receivedAt", FieldType.Instant),
            Field("pages", FieldType.Integer),
            Field("fee", FieldType.Money),
            Field("urgent", FieldType.Boolean),
            Field("thirdParties", FieldType.List) with
            {
                Columns = [Field("name", FieldType.Text, personal: true), Field("share", FieldType.Money), Field("heardOn", FieldType.Date)],
            },
            Field("witnesses", FieldType.List, personal: true) with { Columns = [Field("name", FieldType.Text)] },
        ],
        Flags = [],
        Clocks = [],
        Documents = [],
        Opening = new TriggerDefinition
        {
            Name = "open",
            Title = new LocalizedText("收到", null),
            Cause = new TriggerCause.Person([]),
            Branches = [new BranchDefinition { To = "received" }],
            Basis = Basis,
        },
        States = [],
        Anywhere = [],
        Returns = [],
        Basis = [],
        Source = "",
    };

    public static ProcedureDefinition Find(string procedure, int version) => Definition;

    public static ImmutableSortedDictionary<string, FieldValue> Values(params (string Name, FieldValue Value)[] values) =>
        FieldMap.Empty.AddRange(values.Select(value => KeyValuePair.Create(value.Name, value.Value)));

    public static FieldValue Text(string value) => new FieldValue.Text(value);

    public static JournalEntry Entry(CaseId id, int sequence, CaseEvent what, string? note = null) =>
        new(id, sequence, Morning + Duration.FromMinutes(sequence), FRI_2026_01_09, null, Registrar, note, what);

    public static CaseEvent.Opened Opened(int serial, string? name = null, string agency = "agency-1", ParentLink? parent = null) => new()
    {
        Procedure = Name,
        DefinitionVersion = 1,
        DefinitionHash = "00",
        CalendarVersion = "2026.1",
        InterpreterFlags = 0,
        Agency = agency,
        Reference = new IssuedNumber($"申〔2026〕{serial}号", $"case/{agency}", 2026, serial),
        Parent = parent,
        To = "received",
        Set = name is null
            ? FieldMap.Empty
            : Values(("applicant.name", Text(name)), ("applicant.idNumber", Text("22028219900101123X")), ("content", Text("预算决算")), ("channel", Text("letter"))),
        Basis = Basis,
    };

    public static CaseEvent.Moved Moved(string from, string to, bool closes = false) => new()
    {
        Trigger = "go",
        Branch = 0,
        From = from,
        To = to,
        Set = FieldMap.Empty,
        Closes = closes,
        Outcome = closes ? "replied" : null,
        Basis = Basis,
    };

    public static CaseEvent.DeadlineChanged Due(LocalDate day) => new(
        "reply", null, new Deadline(DueStatus.Final, day, null, null, null, day), Basis);

    public static CaseEvent.DocumentIssued Receipt(int serial) => new(
        "receipt", "回执", "test.receipt", 1, new IssuedNumber($"回〔2026〕{serial}号", "receipt/agency-1", 2026, serial), Basis, """{"name":"张三"}""");

    private static FieldDefinition Field(string name, FieldType type, bool personal = false) =>
        new() { Name = name, Type = type, Title = new LocalizedText(name, null), Personal = personal };
}
