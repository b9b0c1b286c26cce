using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Testing;
using NodaTime.Text;
using NUnit.Framework;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Tests.Engine;

/// <summary>A small world for rules: definitions, agencies, the real calendar, a clock that is set by hand.</summary>
public sealed class World
{
    private int opened;

    public World(params IEnumerable<ProcedureDefinition> definitions)
        : this(CalendarRegistry.Of(CalendarArchive.Official), definitions)
    {
    }

    public World(CalendarRegistry calendars, params IEnumerable<ProcedureDefinition> definitions)
        : this(calendars, TestAgencies.Directory, definitions.Aggregate(
            ProcedureRegistry.Empty, (registry, definition) => registry.With(new PreparedDefinition(definition, 1, "test"))))
    {
    }

    public World(CalendarRegistry calendars, AgencyDirectory agencies, ProcedureRegistry procedures)
    {
        Reference = new ReferenceDataSource(new ReferenceData(procedures, calendars, agencies, ImmutableDictionary<string, int>.Empty));
        Commands = new CaseCommands(Journal, Reference, Clock);
        Sweep = new Sweep(Journal, Commands, Reference);
    }

    public MemoryJournal Journal { get; } = new();

    public FakeClock Clock { get; } = new(ChinaTime.EndOf(new LocalDate(2026, 3, 1)) + Duration.FromHours(9));

    public ReferenceDataSource Reference { get; }

    public CaseCommands Commands { get; }

    public Sweep Sweep { get; }

    /// <summary>What has been done, in order: requests that were accepted, and the instants to which the clock was set.</summary>
    public List<(CaseRequest? Request, Instant At)> Told { get; } = [];

    /// <summary>Whoever acts holds every role everywhere, unless a test says otherwise.</summary>
    public Actor Actor { get; set; } = TestAgencies.Everyone;

    /// <summary>Sets the clock to nine o'clock of a day, letting time do what is due on the way.</summary>
    public World On(string day)
    {
        var target = ChinaTime.EndOf(Day(day).PlusDays(-1)) + Duration.FromHours(9);
        for (Instant? next = Clock.GetCurrentInstant(); next < target; next = Sweep.NextDue(next.Value))
        {
            Clock.Reset(next.Value);
            Sweep.Run(next.Value).GetAwaiter().GetResult();
        }

        Clock.Reset(target);
        Sweep.Run(target).GetAwaiter().GetResult();
        Told.Add((null, target));
        return this;
    }

    public CaseId Open(string procedure, string agency, object? input = null)
    {
        var id = new CaseId(new Guid(++opened, 0, 0, new byte[8]));
        Accept(new CaseRequest(id, new Command.OpenCase { Actor = Actor, Id = id, Agency = agency, Input = Json(input) }) { Procedure = procedure });
        return id;
    }

    public CaseState Fire(CaseId id, string trigger, object? input = null) => Accept(new CaseRequest(id, Firing(trigger, input))).State;

    public Refusal Refuse(CaseId id, string trigger, object? input = null) => Refuse(new CaseRequest(id, Firing(trigger, input)));

    public CaseState State(CaseId id) => Journal.Find(id)!;

    public CaseId Child(CaseId parent, string procedure, int index = 0) =>
        State(parent).Children.Where(child => child.Procedure == procedure).ElementAt(index).Id;

    public CaseOutcome.Done Accept(CaseRequest request) => Send(request) switch
    {
        CaseOutcome.Done done => done,
        CaseOutcome.Refused refused => throw new AssertionException($"Refused: {refused.Refusal.Code} {refused.Refusal.Detail}"),
        var other => throw new AssertionException($"Unexpected {other}"),
    };

    public Refusal Refuse(CaseRequest request) =>
        Send(request) is CaseOutcome.Refused refused ? refused.Refusal : throw new AssertionException("Was not refused.");

    public CaseOutcome Send(CaseRequest request)
    {
        var outcome = Commands.Execute(request).GetAwaiter().GetResult();
        if (outcome is CaseOutcome.Done)
            Told.Add((request, Clock.GetCurrentInstant()));
        return outcome;
    }

    public static LocalDate Day(string day) => LocalDatePattern.Iso.Parse(day).Value;

    public static InputValues Json(object? input) =>
        input is null ? InputValues.None : InputValues.FromJson(JsonSerializer.SerializeToElement(input));

    private Command.FireTrigger Firing(string trigger, object? input) => new() { Actor = Actor, Trigger = trigger, Input = Json(input) };
}
