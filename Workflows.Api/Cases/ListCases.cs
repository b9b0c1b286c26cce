using System.Collections.Immutable;
using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.Problems;
using Workflows.Api.Queries;
using Workflows.Definitions;
using Workflows.Storage;

namespace Workflows.Api.Cases;

/// <summary>Lists cases.</summary>
internal static class ListCases
{
    /// <summary>Which cases; what is left out is not asked.</summary>
    internal sealed record Filters
    {
        [QueryParameter("Procedure.")]
        public string? Procedure { get; init; }

        [QueryParameter("State, or a superstate of it.")]
        public string? State { get; init; }

        [QueryParameter("Agency that handles the case.")]
        public string? Agency { get; init; }

        [QueryParameter("`true`: a due date has passed.", Type = "boolean")]
        public string? Overdue { get; init; }

        [QueryParameter("A due date lies before this day.", Format = "date")]
        public string? DueBefore { get; init; }

        [QueryParameter("The case number, exactly.")]
        public string? Reference { get; init; }

        [QueryParameter("First legal day of opening.", Format = "date")]
        public string? OpenedFrom { get; init; }

        [QueryParameter("Last legal day of opening.", Format = "date")]
        public string? OpenedThrough { get; init; }

        [QueryParameter("Found in the case number or in a text that is not personal. Send nothing personal: addresses are kept in logs on the way.")]
        public string? Text { get; init; }

        [QueryParameter("Children of this case.", Format = "uuid")]
        public string? Parent { get; init; }

        [QueryParameter("Opened by the calendar, by the schedule of this name.")]
        public string? Schedule { get; init; }

        [QueryParameter("Opened by the calendar for the period that began on this day.", Format = "date")]
        public string? Period { get; init; }

        [QueryParameter("Ended, or not.", Type = "boolean")]
        public string? Closed { get; init; }

        [QueryParameter("First legal day of the end; open cases are left out.", Format = "date")]
        public string? ClosedFrom { get; init; }

        [QueryParameter("Last legal day of the end; open cases are left out.", Format = "date")]
        public string? ClosedThrough { get; init; }

        [QueryParameter("Opened on this day or before, and still open at its end.", Format = "date")]
        public string? OpenAtEndOf { get; init; }

        [QueryParameter("Column of the annual report; `total` for all applications, `normative-document` for normative documents.")]
        public string? ReportColumn { get; init; }

        [QueryParameter("Row of the annual report: how the case ended.")]
        public string? ReportRow { get; init; }

        [QueryParameter("First day on which a normative document was made.", Format = "date")]
        public string? MadeFrom { get; init; }

        [QueryParameter("Last day on which a normative document was made.", Format = "date")]
        public string? MadeThrough { get; init; }

        [QueryParameter("Order.", Values = ["newest", "received", "due"])]
        public string? Order { get; init; }

        [QueryParameter("`next` of the page before.")]
        public string? Cursor { get; init; }

        [QueryParameter("Cases of a page, at most 200; 50 when left out.", Type = "integer")]
        public string? Limit { get; init; }
    }

    private static readonly ImmutableArray<string> ReportColumns =
        [.. AnnualReportForm.Columns.Select(column => column.Name), CaseFilter.AnyReportColumn, AnnualReportForm.NormativeDocument];

    private static readonly ImmutableArray<string> ReportRows = [.. AnnualReportForm.Rows.Select(row => row.Name)];

    /// <summary>A page of cases.</summary>
    /// <param name="Cases">The cases.</param>
    /// <param name="Next">Cursor of the page that follows; null at the end.</param>
    internal sealed record Reply(ImmutableArray<CaseSummaryView> Cases, string? Next);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cases", Handle)
        .WithName("listCases").WithTags("Cases")
        .WithSummary("List cases")
        .WithDescription("Cases of the agencies in which the caller holds a role, and children of such a case when asked for by `parent`; audit administrators see all.")
        .Produces<Reply>();

    private static async Task<IResult> Handle(
        Caller caller, [AsParameters] Filters filters, CaseQueries cases, CaseViews views, CaseDesk desk, IClock clock, AccessLog log)
    {
        var query = new QueryReader();
        var parent = query.Case("parent", filters.Parent);
        var childrenOfOwn = parent is { } of && desk.Find(of.ToString(), caller) is { } known && caller.WorksIn(known.Agency);
        if (caller.ReadsAll || childrenOfOwn)
            await log.List(caller, childrenOfOwn ? parent.ToString()! : "cases", query.Text("agency", filters.Agency)).ConfigureAwait(false);
        return Page(query, filters, Agencies(caller, query.Text("agency", filters.Agency), childrenOfOwn), caller.Scope.Procedures, cases, views, clock);
    }

    /// <summary>Answers with the cases of some agencies and procedures, or of all (null); the endpoint for auditors does so too.</summary>
    public static IResult Page(
        QueryReader query,
        Filters filters,
        ImmutableArray<string>? agencies,
        ImmutableArray<string>? procedures,
        CaseQueries cases,
        CaseViews views,
        IClock clock)
    {
        var filter = new CaseFilter
        {
            Procedure = query.Text("procedure", filters.Procedure),
            State = query.Text("state", filters.State),
            Agencies = agencies,
            Procedures = procedures,
            OverdueAt = query.Flag("overdue", filters.Overdue) == true ? clock.GetCurrentInstant() : null,
            DueBefore = query.Day("dueBefore", filters.DueBefore),
            Reference = query.Text("reference", filters.Reference),
            OpenedFrom = query.Day("openedFrom", filters.OpenedFrom),
            OpenedThrough = query.Day("openedThrough", filters.OpenedThrough),
            Text = query.Text("text", filters.Text),
            Parent = query.Case("parent", filters.Parent),
            Schedule = query.Text("schedule", filters.Schedule),
            Period = query.Day("period", filters.Period),
            Closed = query.Flag("closed", filters.Closed),
            ClosedFrom = query.Day("closedFrom", filters.ClosedFrom),
            ClosedThrough = query.Day("closedThrough", filters.ClosedThrough),
            OpenAtEndOf = query.Day("openAtEndOf", filters.OpenAtEndOf),
            ReportColumn = query.OneOf("reportColumn", filters.ReportColumn, ReportColumns),
            ReportRow = query.OneOf("reportRow", filters.ReportRow, ReportRows),
            MadeFrom = query.Day("madeFrom", filters.MadeFrom),
            MadeThrough = query.Day("madeThrough", filters.MadeThrough),
        };
        var order = query.OneOf("order", filters.Order, "newest", "received", "due") switch
        {
            "received" => CaseOrder.Received,
            "due" => CaseOrder.DueFirst,
            _ => CaseOrder.Newest,
        };
        var page = query.Page(cases, filter, filters.Cursor, filters.Limit, order);
        return query.Problem?.Result() ?? Results.Ok(new Reply([.. page.Cases.Select(views.Of)], page.Next));
    }

    /// <summary>The agencies whose cases are listed: those asked for among those allowed; null for all.</summary>
    private static ImmutableArray<string>? Agencies(Caller caller, string? asked, bool childrenOfOwn)
    {
        if (caller.ReadsAll || childrenOfOwn)
            return asked is null ? null : [asked];
        return asked is null ? caller.Agencies : caller.WorksIn(asked) ? [asked] : [];
    }
}
