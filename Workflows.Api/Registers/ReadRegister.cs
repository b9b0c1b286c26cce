using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using Workflows.Api.Access;
using Workflows.Api.Cases;
using Workflows.Api.Contract;
using Workflows.Api.Csv;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Api.Queries;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Registers;

/// <summary>Reads a register.</summary>
internal static class ReadRegister
{
    private const int Batch = 200;

    /// <summary>Which part of the register.</summary>
    internal sealed record Filters
    {
        [QueryParameter("Agency that the entries are about, with those merged into it.")]
        public string? Agency { get; init; }

        [QueryParameter("First legal day.", Format = "date")]
        public string? From { get; init; }

        [QueryParameter("Last legal day, included.", Format = "date")]
        public string? To { get; init; }

        [QueryParameter("`clear` shows personal values of cases in whose agency the caller holds a role other than `auditor`.", Values = ["masked", "clear"])]
        public string? Personal { get; init; }

        [QueryParameter("Format, before what `Accept` asks for.", Values = ["json", "csv"])]
        public string? Format { get; init; }

        [QueryParameter("`next` of the page before; a table is given whole.")]
        public string? Cursor { get; init; }

        [QueryParameter("Entries of a page, at most 200; 50 when left out; a table is given whole.", Type = "integer")]
        public string? Limit { get; init; }
    }

    /// <summary>A page of a register.</summary>
    /// <param name="Register">The register.</param>
    /// <param name="Entries">Its entries in order of their legal day, and of recording within a day.</param>
    /// <param name="Next">Cursor of the page that follows; null at the end.</param>
    internal sealed record Reply(RegisterView Register, ImmutableArray<EntryView> Entries, string? Next);

    /// <summary>An entry.</summary>
    /// <param name="OccurredOn">Legal day, as corrected.</param>
    /// <param name="Agency">The agency that it is about.</param>
    /// <param name="Case">The case that recorded it.</param>
    /// <param name="Reference">That case's number.</param>
    /// <param name="Sequence">Its entry in the history of the case.</param>
    /// <param name="Values">What it says.</param>
    /// <param name="Basis">Article.</param>
    internal sealed record EntryView(
        LocalDate OccurredOn, AgencyRefView Agency, CaseId Case, string Reference, int Sequence, JsonObject Values, LegalBasis Basis);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/registers/{kind}", Handle)
        .WithName("readRegister").WithTags("Registers and reports")
        .WithSummary("Read a register, as pages or as a table")
        .WithDescription(
            "Entries about the caller's agencies, and those that cases of these agencies recorded; audit administrators see all. A table (`text/csv`) is for a spreadsheet: "
            + "UTF-8 with a byte order mark, and no cell is taken for a formula.")
        .Produces<Reply>(StatusCodes.Status200OK, Formats.Json, CsvTable.MediaType).Refuses(404, 406);

    private static async Task<IResult> Handle(
        HttpContext http, Caller caller, string kind, [AsParameters] Filters filters, CaseRecords records, CaseViews views, ReferenceDataSource reference, AccessLog log)
    {
        var query = new QueryReader();
        var (agency, clear) = (query.Text("agency", filters.Agency), query.OneOf("personal", filters.Personal, "masked", "clear") == "clear");
        var filter = new RegisterFilter(kind)
        {
            About = agency is null ? null : reference.Current.Agencies.WithMerged(agency).ToImmutableArray(),
            Reader = caller.ReadsAll ? null : caller.Agencies,
            Procedures = caller.Scope.Procedures,
            From = query.Day("from", filters.From),
            Through = query.Day("to", filters.To),
        };
        var (after, limit) = (Place(query, filters.Cursor), query.Limit(filters.Limit));
        var format = Formats.Choose(http, filters.Format, out var unavailable, Formats.Json, CsvTable.MediaType);
        if ((query.Problem ?? unavailable) is { } wrong)
            return wrong.Result();
        if (Register.Find(reference.Current.Procedures, kind) is not { } register)
            return Problem.NotFound("没有这个台账；可用的见 GET /api/v1/registers").Result();
        await log.Export(caller, $"registers/{kind}", agency, format!, clear).ConfigureAwait(false);
        var shown = new ShownValues(caller, reference.Current.Procedures, clear);
        return format == Formats.Json ? Page(register, records.Register(filter, after, limit + 1), limit, shown, views) : Table(register, filter, records, shown, views);
    }

    private static IResult Page(Register register, ImmutableArray<RegisterEntry> found, int limit, ShownValues shown, CaseViews views)
    {
        var page = found.Length > limit ? found[..limit] : found;
        return Results.Ok(new Reply(
            RegisterView.Of(register),
            [.. page.Select(entry => new EntryView(
                entry.Place.Day, views.Agency(entry.Agency), entry.Case, entry.Reference, entry.Sequence, FieldJson.Write(shown.Of(entry)), entry.Basis))],
            found.Length > limit ? string.Create(CultureInfo.InvariantCulture, $"{LocalDatePattern.Iso.Format(page[^1].Place.Day)}.{page[^1].Place.Position}") : null));
    }

    private static CsvResult Table(Register register, RegisterFilter filter, CaseRecords records, ShownValues shown, CaseViews views) => new(
        $"{register.Title.Zh}.csv",
        ["日期", "机关", "案号", .. register.Columns.Select(column => column.Title.Zh), "依据"],
        _ => All(filter, records).Select(entry => Row(register, entry, shown, views)));

    private static IEnumerable<string?> Row(Register register, RegisterEntry entry, ShownValues shown, CaseViews views)
    {
        var values = shown.Of(entry).ToDictionary(StringComparer.Ordinal);
        return
        [
            LocalDatePattern.Iso.Format(entry.Place.Day),
            views.Agency(entry.Agency).Name,
            entry.Reference,
            .. register.Columns.Select(column => values.TryGetValue(column.Name, out var value) ? column.Text(value) : null),
            entry.Basis.Design ?? $"{entry.Basis.Act} {entry.Basis.Article}",
        ];
    }

    /// <summary>All entries, read a batch at a time while they are written.</summary>
    private static IEnumerable<RegisterEntry> All(RegisterFilter filter, CaseRecords records)
    {
        RegisterPlace? after = null;
        ImmutableArray<RegisterEntry> batch;
        do
        {
            batch = records.Register(filter, after, Batch);
            foreach (var entry in batch)
                yield return entry;
            after = batch.IsEmpty ? after : batch[^1].Place;
        }
        while (batch.Length == Batch);
    }

    private static RegisterPlace? Place(QueryReader query, string? cursor)
    {
        if (cursor is null)
            return null;
        if (cursor.Split('.') is [var day, var position] && DayText.Day(day) is { } on
            && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
            return new RegisterPlace(on, at);
        query.Wrong("cursor", "应为前一页给出的 next");
        return null;
    }
}
