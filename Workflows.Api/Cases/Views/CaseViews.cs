using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.Letters;
using Workflows.Api.Problems;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Cases;

/// <summary>Makes views of cases, each with the definition and calendar that the case is pinned to.</summary>
internal sealed class CaseViews(ReferenceDataSource reference, CaseQueries queries, IClock clock)
{
    private const int MostRepeats = 20;

    /// <summary>Shown name of the state of a cancelled case.</summary>
    public static readonly LocalizedText Cancelled = new("已撤销", "Cancelled");

    /// <summary>The definition a case is pinned to.</summary>
    public PreparedDefinition Definition(CaseState state) =>
        reference.Current.Procedures.Find(state.Procedure, state.DefinitionVersion)
        ?? throw new InvalidOperationException($"Version {state.DefinitionVersion} of {state.Procedure} is not known here.");

    /// <summary>The procedure of a child of a case, in its newest version; null when it is not known here.</summary>
    public PreparedDefinition? ChildDefinition(CaseState state, CaseId child) =>
        state.Children.FirstOrDefault(known => known.Id == child) is { } found ? reference.Current.Procedures.Newest(found.Procedure) : null;

    /// <summary>The calendar a case counts by.</summary>
    public WorkingCalendar Calendar(CaseState state) =>
        reference.Current.Calendars.Find(Definition(state).Definition.Calendar, state.CalendarVersion)
        ?? throw new InvalidOperationException($"Calendar {state.CalendarVersion} is not known here.");

    /// <summary>The whole view.</summary>
    /// <param name="state">The case.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="clear">Personal values in clear.</param>
    public CaseView Of(CaseState state, Caller caller, bool clear = false)
    {
        var definition = Definition(state);
        var offers = OffersTo(state, caller.Actor);
        return Brief(state, clear) with
        {
            Personal = clear ? "clear" : "masked",
            Erased = state.Closed && queries.IsErased(state.Id),
            Fields = Values(definition, state.Fields, clear),
            LikelyRepeats = caller.WorksIn(state.Agency) ? LikelyRepeats(state) : [],
            Allowed = [.. offers.Where(offer => offer.Allowed).Select(offer => new AllowedTriggerView(
                offer.Trigger.Name, offer.Trigger.Title, InputView.Of(definition, offer.Trigger), offer.Trigger.Basis))],
            Refused = [.. offers.Where(offer => !offer.Allowed).Select(offer => new RefusedTriggerView(
                offer.Trigger.Name, offer.Trigger.Title, [.. offer.Because.Select(UnmetRuleView.Of)]))],
        };
    }

    /// <summary>What someone can do with the case next, and why not the rest.</summary>
    public ImmutableArray<Offer> OffersTo(CaseState state, Actor actor) => Offers.Of(Context(Definition(state), state), state, actor);

    /// <summary>The view that answers a command: without values, and without what can be done next.</summary>
    public CaseView Brief(CaseState state, bool clear = false)
    {
        var definition = Definition(state);
        return new CaseView
        {
            Id = state.Id,
            Version = state.Version,
            Reference = state.Reference,
            Procedure = new ProcedureRefView(state.Procedure, state.DefinitionVersion, definition.Definition.Title),
            CalendarVersion = state.CalendarVersion,
            Agency = Agency(state.Agency),
            State = State(definition, state.State),
            Closed = state.Closed,
            Outcome = state.Outcome,
            OpenedOn = state.OpenedOn,
            ClosedOn = state.ClosedOn,
            Parent = state.Parent?.Case,
            Schedule = Schedule(definition, state.Schedule),
            Root = state.Root,
            Flags = [.. definition.Definition.Flags.Where(flag => state.Flags.Contains(flag.Name)).Select(flag => new NamedView(flag.Name, flag.Title))],
            Clocks = Clocks(state),
            Children = [.. state.Children.Select(child => Child(state, child, clear))],
            Documents = Documents(state),
            Attachments = state.Attachments.Length,
        };
    }

    /// <summary>The documents of a case.</summary>
    public ImmutableArray<DocumentView> Documents(CaseState state) => [.. state.Documents.Select((issued, index) => new DocumentView(
        index + 1,
        issued.Sequence,
        issued.Document,
        issued.Title,
        issued.Number,
        issued.IssuedOn,
        state.Services.IsEmpty ? null : DocumentServiceView.Of(ServiceStanding.Of(Definition(state), state, index + 1, Calendar(state)))))];

    /// <summary>Earlier cases of the same applicant at the same agency, the newest first.</summary>
    /// <remarks>
    /// 桦甸市政府信息依申请公开工作办法 第九条: the same content asked for again need not be answered again. Whether it is the
    /// same is for the handler to say. Found by the keyed hash of the identity number or organisation code; by name where there is neither.
    /// </remarks>
    private ImmutableArray<EarlierCaseView> LikelyRepeats(CaseState state)
    {
        string[] identity = ["applicant.idNumber", "applicant.organisationCode"];
        var known = identity.Any(state.Fields.ContainsKey) ? identity : ["applicant.name"];
        var own = queries.Find(state.Id)?.Received;
        return [.. known.Where(state.Fields.ContainsKey)
            .SelectMany(field => state.Fields[field] is FieldValue.Text text ? queries.FindBySearchHash(field, text.Value) : [])
            .Distinct().Select(queries.Find).OfType<CaseSummary>()
            .Where(found => found.Received < own && reference.Current.Agencies.Standing(found.Agency)?.Id == state.Agency && found.Procedure == state.Procedure)
            .OrderByDescending(found => found.Received).Take(MostRepeats)
            .Select(found => new EarlierCaseView(found.Id, found.Reference, found.OpenedOn, Of(found).State))];
    }

    /// <summary>A case in a list.</summary>
    public CaseSummaryView Of(CaseSummary found)
    {
        var definition = reference.Current.Procedures.Find(found.Procedure, found.DefinitionVersion)!;
        return new CaseSummaryView(
            found.Id,
            found.Version,
            found.Received,
            found.Reference,
            new ProcedureRefView(found.Procedure, found.DefinitionVersion, definition.Definition.Title),
            Agency(found.Agency),
            State(definition, found.State),
            found.Closed,
            found.Outcome,
            found.OpenedOn,
            found.ClosedOn,
            found.NextDue,
            found.Parent,
            found.Root);
    }

    /// <summary>The clocks of a case today.</summary>
    public ImmutableArray<ClockView> Clocks(CaseState state) => [.. Standings(state).Select(ClockView.Of)];

    /// <summary>How the clocks of a case stand today.</summary>
    public ImmutableArray<ClockStanding> Standings(CaseState state) =>
        ClockStanding.All(Definition(state), state, clock.GetCurrentInstant(), Calendar(state));

    /// <summary>An agency with its name.</summary>
    public AgencyRefView Agency(string id) => new(id, reference.Current.Agencies.Find(id)?.Name ?? id);

    /// <summary>A state with its title.</summary>
    public static NamedView State(PreparedDefinition definition, string name) => new(name, definition.State(name)?.Title ?? Cancelled);

    /// <summary>Values as JSON, masked unless in clear.</summary>
    public static JsonObject Values(PreparedDefinition? definition, IEnumerable<KeyValuePair<string, FieldValue>> values, bool clear) =>
        FieldJson.Write(clear ? values : values.Select(value => KeyValuePair.Create(
            value.Key, PersonalMask.Of(definition?.Field(value.Key), value.Value))));

    private static ScheduleRefView? Schedule(PreparedDefinition definition, ScheduledOpening? opened) => opened is null ? null : new ScheduleRefView(
        opened.Name, definition.Definition.Schedules.First(schedule => schedule.Name == opened.Name).Title, opened.Period, opened.Late);

    private ChildView Child(CaseState state, ChildCase child, bool clear) => new(
        child.Id,
        child.Procedure,
        Agency(child.Agency),
        child.Linked,
        child.State,
        child.Outcome,
        state.DayOf(child.OpenedBy),
        child.ClosedOn,
        Values(reference.Current.Procedures.Newest(child.Procedure), child.Values, clear));

    private DecisionContext Context(PreparedDefinition definition, CaseState state) => new()
    {
        Definition = definition,
        Calendar = Calendar(state),
        Agencies = reference.Current.Agencies,
        NextSerial = (_, _) => 1,
        TemplateVersion = _ => 0,
        Now = clock.GetCurrentInstant(),
    };
}
