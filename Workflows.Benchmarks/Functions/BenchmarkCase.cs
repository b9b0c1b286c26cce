using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Benchmarks.Functions;

/// <summary>A case of the largest procedure, registered, with its reply clock running.</summary>
internal static class BenchmarkCase
{
    public const string Procedure = "huadian.disclosure-application";
    public const string Agency = "bench.bureau";

    private static readonly Actor Handler = new(
        "bench", "bench", ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(Agency, ["registrar", "handler"]), MayBackdate: true);

    public static DecisionContext Context()
    {
        var directory = new AgencyDirectory(ImmutableSortedDictionary<string, Agency>.Empty.Add(
            Agency, new Agency { Id = Agency, Name = "测试局", Level = "county", Division = "220282" }));
        return new DecisionContext
        {
            Definition = new PreparedDefinition(Definition(), 1, "bench"),
            Calendar = CalendarArchive.Official.Compile(new CalendarId("CN")),
            Agencies = directory,
            NextSerial = (_, _) => 1,
            TemplateVersion = _ => 0,
            Now = Instant.FromUtc(2026, 3, 2, 2, 0),
        };
    }

    /// <summary>A registered case in memory.</summary>
    public static CaseState Open(DecisionContext context)
    {
        CaseState? state = null;
        foreach (var request in Opening(new CaseId(Guid.Empty)))
            state = Accepted(Interpreter.Decide(context, state, request.Command));
        return state!;
    }

    /// <summary>The requests that open a case and register it.</summary>
    public static CaseRequest[] Opening(CaseId id) =>
    [
        new(id, new Command.OpenCase
        {
            Actor = Handler,
            Id = id,
            Agency = Agency,
            Input = Json("""{ "channel": "email", "request.mark": true, "request.formSource": "city", "applicant.kind": "citizen", "applicant.name": "张三", "request.description": "2025年财政预算" }"""),
        })
        { Procedure = Procedure },
        new(id, new Command.FireTrigger { Actor = Handler, Trigger = "register", Input = Json("""{ "handling.officer": "李四" }""") }),
    ];

    /// <summary>A trigger that stays in its state, so that the same decision can be measured again and again.</summary>
    public static Command.FireTrigger Repeatable() => new()
    {
        Actor = Handler,
        Trigger = "record-assistance",
        Input = Json("""{ "assistance.need": "sight", "assistance.given": "代为填写" }"""),
    };

    private static CaseState Accepted(Decision decision) => decision is Decision.Accepted accepted
        ? accepted.State
        : throw new InvalidOperationException(((Decision.Refused)decision).Refusal.Detail);

    private static InputValues Json(string json) => InputValues.FromJson(JsonDocument.Parse(json).RootElement);

    private static ProcedureDefinition Definition()
    {
        using var stream = typeof(ProcedureDefinition).Assembly.GetManifestResourceStream($"Catalogue.{Procedure}.yaml")!;
        using var reader = new StreamReader(stream);
        return DefinitionReader.Read(reader.ReadToEnd()).Definition!;
    }
}
