using System.Collections.Immutable;
using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.Problems;
using Workflows.Api.Queries;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Cases;

/// <summary>The work list of the caller's agencies.</summary>
/// <remarks>主动公开和依申请公开政府信息工作规则 三(二)4: applications are handled in the order received, so the list is in that order unless
/// the caller asks for what is most urgent.</remarks>
internal static class Worklist
{
    /// <summary>Which part of the list.</summary>
    internal sealed record Filters
    {
        [QueryParameter("Procedure.")]
        public string? Procedure { get; init; }

        [QueryParameter("Agency, one of the caller's.")]
        public string? Agency { get; init; }

        [QueryParameter("`received`, the order of handling, or `left`: the fewest working days left first, cases without a running clock last.", Values = ["received", "left"])]
        public string? Order { get; init; }

        [QueryParameter("`next` of the page before, in the same order.")]
        public string? Cursor { get; init; }

        [QueryParameter("Cases of a page, at most 200; 50 when left out.", Type = "integer")]
        public string? Limit { get; init; }
    }

    /// <summary>A page of the list.</summary>
    /// <param name="Items">Open cases, in the order asked for.</param>
    /// <param name="Next">Cursor of the page that follows; null at the end.</param>
    internal sealed record Reply(ImmutableArray<WorkItemView> Items, string? Next);

    /// <summary>An open case in the list.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Colour">The most urgent colour of its clocks.</param>
    /// <param name="WorkingDaysLeft">Working days left of the clock that is due first; negative when overdue.</param>
    /// <param name="Due">Last day of that clock.</param>
    /// <param name="Provisional">That day can still move when a year is announced.</param>
    /// <param name="Clock">That clock.</param>
    internal sealed record WorkItemView(
        CaseSummaryView Case, ClockColour Colour, int? WorkingDaysLeft, LocalDate? Due, bool Provisional, LocalizedText? Clock);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/worklist", Handle)
        .WithName("worklist").WithTags("Cases")
        .WithSummary("Open cases of the caller's agencies, in the order received")
        .Produces<Reply>();

    private static IResult Handle(Caller caller, [AsParameters] Filters filters, CaseQueries cases, IJournal journal, CaseViews views)
    {
        var query = new QueryReader();
        var agency = query.Text("agency", filters.Agency);
        var filter = new CaseFilter
        {
            Procedure = query.Text("procedure", filters.Procedure),
            Agencies = agency is null ? caller.Agencies : caller.WorksIn(agency) ? [agency] : [],
            Procedures = caller.Scope.Procedures,
            Closed = false,
        };
        var order = query.OneOf("order", filters.Order, "received", "left") == "left" ? CaseOrder.Urgency : CaseOrder.Received;
        var page = query.Page(cases, filter, filters.Cursor, filters.Limit, order);
        return query.Problem?.Result() ?? Results.Ok(new Reply([.. page.Cases.Select(found => Item(found, journal, views))], page.Next));
    }

    private static WorkItemView Item(CaseSummary found, IJournal journal, CaseViews views)
    {
        var clocks = views.Standings(journal.Find(found.Id)!);
        var first = clocks.Where(clock => clock.Deadline?.Due is not null).MinBy(clock => clock.Deadline!.Due);
        return new WorkItemView(
            views.Of(found),
            clocks.Select(clock => clock.Colour).DefaultIfEmpty(ClockColour.None).Max(),
            first?.WorkingDaysLeft,
            first?.Deadline?.Due,
            first?.Deadline?.Status == Calendar.DueStatus.Provisional,
            first?.Clock.Title);
    }
}
