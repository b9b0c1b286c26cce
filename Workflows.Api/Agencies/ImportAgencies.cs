using System.Collections.Immutable;
using System.Text.Json;
using Workflows.Api.Access;
using Workflows.Api.Administration;
using Workflows.Api.Csv;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Api.Queries;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Agencies;

/// <summary>Adds and changes agencies from a table.</summary>
internal static class ImportAgencies
{
    private const int MostFaults = 500;

    /// <summary>What the table did, or would do.</summary>
    /// <param name="Checked">True when it was only checked, and nothing was changed.</param>
    /// <param name="Added">Agencies that are new.</param>
    /// <param name="Changed">Agencies of which something else is said now.</param>
    /// <param name="Unchanged">Agencies of which the same is said.</param>
    /// <param name="Lines">Each agency with its line.</param>
    internal sealed record Reply(bool Checked, int Added, int Changed, int Unchanged, ImmutableArray<Line> Lines);

    /// <summary>An agency of the table.</summary>
    /// <param name="Number">Line of the text, from 1.</param>
    /// <param name="Id">The agency.</param>
    /// <param name="Change"><c>added</c>, <c>changed</c> or <c>unchanged</c>.</param>
    internal sealed record Line(int Number, string Id, string Change);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/agencies/import", Handle)
        .WithName("importAgencies").WithTags("Agencies")
        .WithSummary("Add and change agencies from a table")
        .WithDescription(
            "The first line names the fields: `id`, `name`, `level`, `division`, `kinds` (separated by spaces), `bodies.openness`, "
            + "`offices.leader.name` and so on, as `GET /agencies?format=csv` writes them. Columns that are left out leave what is said of a known agency as it "
            + "is; an empty cell takes it away. All lines are taken or none: a table with faults is refused with the line and field of each (422).")
        .Produces<Reply>().Refuses(413, 415, 422).GivenOnce().ForSystemAdministrators();

    private static async Task<IResult> Handle(
        Caller caller, CsvText table, CaseDatabase database, ReferenceDataSource reference, ChangeTurn turn, Once once,
        [QueryParameter("Only say what the table would do.", Type = "boolean")] string? check)
    {
        var query = new QueryReader();
        var onlyCheck = query.Flag("check", check) ?? false;
        return query.Problem?.Result() ?? await turn.Run(async () =>
        {
            var known = reference.Current.Agencies;
            var read = AgencyTable.Read(table.Rows, known);
            if (!read.Faults.IsEmpty)
                return Refused(read.Faults);
            ImmutableArray<Line> lines = [.. read.Rows.Select(row => new Line(row.Line, row.Agency.Id, Change(known.Find(row.Agency.Id), row.Agency)))];
            var answer = Answer.Ok(new Reply(
                onlyCheck, lines.Count(line => line.Change == "added"), lines.Count(line => line.Change == "changed"),
                lines.Count(line => line.Change == "unchanged"), lines));
            if (onlyCheck)
                return answer;
            ImmutableArray<Agency> put = [.. read.Rows.Zip(lines).Where(row => row.Second.Change != "unchanged").Select(row => row.First.Agency)];
            var given = await once.Do<bool>(first => database.Agencies.Put(put, caller.Stamp, first), _ => answer).ConfigureAwait(false);
            reference.Change(data => data with { Agencies = database.Agencies.All() });
            return given;
        }).ConfigureAwait(false);
    }

    private static IResult Refused(ImmutableArray<(int Line, AgencyFault Fault)> faults) => Problem.Faulty(
        faults.Length > MostFaults
            ? $"表格有 {faults.Length} 处错误（列出前 {MostFaults} 处），未作任何改动；改正后重新导入"
            : $"表格有 {faults.Length} 处错误，未作任何改动；改正后重新导入",
        [
            .. faults.Take(MostFaults).Select(found => new DiagnosticView(
                "agency-invalid", Severity.Error, found.Line, null, found.Fault.Field.Length == 0 ? null : found.Fault.Field, found.Fault.Message, found.Fault.Mend)),
        ]).Result();

    private static string Change(Agency? before, Agency after) =>
        before is null ? "added" : Text(before) == Text(after) ? "unchanged" : "changed";

    private static string Text(Agency agency) => JsonSerializer.Serialize(agency, ApiJson.Options);
}
