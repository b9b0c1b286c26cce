using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Workflows.Api.Access;
using Workflows.Api.Cases;
using Workflows.Api.Contract;
using Workflows.Api.Csv;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Api.Queries;
using Workflows.Engine;

namespace Workflows.Api.Imports;

/// <summary>Opens many cases.</summary>
internal static class ImportCases
{
    private const int MostLines = 1000;

    /// <summary>Leaves room for the line's number in the key of each line.</summary>
    private const int LongestKey = 180;

    /// <summary>What became of the lines.</summary>
    /// <param name="Checked">True when it was only tried, and nothing was opened.</param>
    /// <param name="Opened">Lines that opened a case, now or when the same was sent before; when only tried, lines that would.</param>
    /// <param name="Refused">Lines that did not.</param>
    /// <param name="Lines">Each line.</param>
    internal sealed record Reply(bool Checked, int Opened, int Refused, ImmutableArray<ImportLineView> Lines);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/cases/import", Handle)
        .WithName("importCases").WithTags("Cases")
        .WithSummary("Open many cases from a table or JSON Lines")
        .WithDescription(
            $"JSON Lines (`{ImportedCases.JsonLines}`): on each line an object as `POST /cases` takes it. A table (`{CsvTable.MediaType}`): the first line names "
            + "`procedure`, `agency`, `occurredOn`, `occurredAt`, `note` and fields; an empty cell is none; several choices in a cell are separated by spaces, yes and "
            + "no are `true`/`是` and `false`/`否`, rows of a list are JSON. Each line opens its case whole or not at all, in the order of the lines. Unless `partial=true`, "
            + $"all lines are tried first, and one that is refused refuses the file (422, with the problem of each line). At most {MostLines} lines. Sent again with the same "
            + "`Idempotency-Key`, lines that have opened a case give that case and open no other.")
        .WithMetadata(new TakesHeader(Preconditions.KeyHeader, true, $"1 to {LongestKey} visible ASCII characters of the caller's choice; not needed with `check=true`."))
        .Produces<Reply>().Refuses(403, 413, 415, 422, 503).Does("open");

    private static async Task<IResult> Handle(
        HttpRequest http, Caller caller, ImportedCases sent, ReferenceDataSource reference, CaseDesk desk,
        [QueryParameter("Procedure of lines that name none.")] string? procedure,
        [QueryParameter("Agency of lines that name none.")] string? agency,
        [QueryParameter("Only try the lines.", Type = "boolean")] string? check,
        [QueryParameter("Open what can be opened, even when other lines are refused.", Type = "boolean")] string? partial)
    {
        var query = new QueryReader();
        (procedure, agency) = (query.Text("procedure", procedure), query.Text("agency", agency));
        var onlyCheck = query.Flag("check", check) ?? false;
        var anyway = query.Flag("partial", partial) ?? false;
        var (read, problem) = Preconditions.OfOpening(http);
        if (query.Problem is not null || problem is not null)
            return (query.Problem ?? problem)!.Result();
        if (!onlyCheck && read.Key is null or { Length: > LongestKey })
            return Problem.BadParameter(Preconditions.KeyHeader, $"批量立案应带 1 至 {LongestKey} 个可见 ASCII 字符，以便中断后重新发送而不重复立案").Result();
        var lines = ImportLine.Read(sent, procedure, agency, reference.Current.Procedures);
        if (lines.Length is 0 or > MostLines)
            return Problem.Malformed($"应有 1 至 {MostLines} 行案件，现有 {lines.Length} 行").Result();

        var trial = onlyCheck || !anyway ? await Each(lines, line => Open(line, trial: true)).ConfigureAwait(false) : [];
        if (!anyway && trial.Any(line => line.Problem is not null))
            return (Problem.Of(422, "invalid", "内容有误", $"{trial.Count(line => line.Problem is not null)} 行不能立案，没有立任何案件；改正后重新发送，或以 partial=true 只立其余各行") with { Lines = trial }).Result();
        var done = onlyCheck ? trial : await Each(lines, line => Open(line, trial: false)).ConfigureAwait(false);
        var refused = done.Count(line => line.Problem is not null);
        return Results.Ok(new Reply(onlyCheck, done.Length - refused, refused, done));

        async Task<ImportLineView> Open(ImportLine line, bool trial)
        {
            if (line.Case is not { } wanted)
                return new ImportLineView(line.Number, null, null, false, line.Problem);
            if (OpenCase.Refused(caller, wanted, reference) is { } wrong)
                return new ImportLineView(line.Number, null, null, false, wrong);
            var key = trial ? null : $"{read.Key}/{line.Number}";
            var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(wanted, ApiJson.Options)));
            return ImportLineView.Of(line.Number, await desk.Open(caller, key, hash, OpenCase.Of(caller, wanted), wanted.Procedure, trial).ConfigureAwait(false), trial);
        }
    }

    private static async Task<ImmutableArray<ImportLineView>> Each(ImmutableArray<ImportLine> lines, Func<ImportLine, Task<ImportLineView>> open)
    {
        var views = ImmutableArray.CreateBuilder<ImportLineView>(lines.Length);
        foreach (var line in lines)
            views.Add(await open(line).ConfigureAwait(false));
        return views.MoveToImmutable();
    }
}
