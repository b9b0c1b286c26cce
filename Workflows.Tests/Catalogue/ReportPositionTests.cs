using System.Collections.Immutable;
using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Tests.Catalogue;

/// <summary>Where the delivered procedures count their applications in the annual report.</summary>
public sealed class ReportPositionTests
{
    [TestCase("huadian", "refused-state-secret", "state-secret", "commercial-secret")]
    [TestCase("huadian", "refused-security", "security-or-stability", "unrelated-to-needs")]
    [TestCase("huadian", "refused-third-party", "third-party-objects")]
    [TestCase("huadian", "refused-third-party", "personal-privacy", "approval-refused")]
    [TestCase("huadian", "refused-by-law", "approval-refused")]
    [TestCase("huadian", "other", "unrelated-to-needs")]
    [TestCase("baicheng", "refused-state-secret", "security-or-stability", "state-secret")]
    [TestCase("baicheng", "refused-security", "security-or-stability", "personal-privacy")]
    [TestCase("baicheng", "refused-third-party", "commercial-secret")]
    [TestCase("national-2019", "refused-by-law", "forbidden-by-law", "security-or-stability")]
    [TestCase("national-2019", "refused-security", "security-or-stability")]
    [TestCase("national-2019", "refused-third-party", "personal-privacy", "enforcement-file")]
    [TestCase("national-2019", "refused-internal", "internal-affairs", "process-information")]
    [TestCase("national-2019", "refused-process", "process-information")]
    [TestCase("national-2019", "refused-enforcement-file", "enforcement-file", "needs-processing")]
    [TestCase("national-2019", "unavailable-must-be-made", "needs-processing")]
    public void Refusal_is_counted_once_by_its_first_ground(string jurisdiction, string row, params string[] grounds) =>
        Of(jurisdiction, "refused", ("reply.grounds", new FieldValue.Choices([.. grounds])))!.Row.Should().Be(row);

    [TestCase("delivered", "disclosed", "granted")]
    [TestCase("delivered", "partly-disclosed", "partly-granted")]
    [TestCase("special-rules", "special-rules", "refused-administrative-query")]
    [TestCase("abandoned", null, "other-not-corrected")]
    [TestCase("not-found", "not-found", "unavailable-not-held")]
    [TestCase("repeat-not-processed", "repeat", "not-handled-repeated")]
    [TestCase(CaseState.CancelledState, null, "other")]
    public void End_is_counted_in_its_row(string state, string? outcome, string row) =>
        Of("national-2019", state, outcome is null ? [] : [("reply.outcome", new FieldValue.Text(outcome))])!.Row.Should().Be(row);

    [TestCase("citizen", null, "natural-person")]
    [TestCase("citizen", "business", "natural-person")]
    [TestCase("organisation", "legal-services", "legal-services")]
    [TestCase("organisation", "other", "other")]
    [TestCase("organisation", null, "other")]
    [TestCase(null, null, "other")]
    public void Applicant_is_counted_in_one_column(string? kind, string? organisation, string column)
    {
        (string, FieldValue)[] fields =
        [
            .. kind is null ? Array.Empty<(string, FieldValue)>() : [("applicant.kind", new FieldValue.Text(kind))],
            .. organisation is null ? Array.Empty<(string, FieldValue)>() : [("applicant.organisationKind", new FieldValue.Text(organisation))],
        ];
        Of("national-2019", "received", fields).Should().Be(new ReportPosition(column, null), "it is open");
    }

    [TestCase("issued/with-section", "2026-03-05")]
    [TestCase("adopted", null)]
    [TestCase(CaseState.CancelledState, "2026-03-05")]
    public void Normative_document_is_counted_on_the_day_of_its_issue(string state, string? issuedOn)
    {
        (string, FieldValue)[] fields = issuedOn is null ? [] : [("normative.issuedOn", new FieldValue.Date(new LocalDate(2026, 3, 5)))];
        ReportPosition.Of(Definition("baicheng.normative-document"), State("baicheng.normative-document", state, fields))
            .Should().Be(new ReportPosition(AnnualReportForm.NormativeDocument, null, state == "issued/with-section" ? new LocalDate(2026, 3, 5) : null));
    }

    [Test]
    public void Procedure_that_is_no_application_is_not_reported_on() =>
        ReportPosition.Of(Definition("huadian.approval"), State("huadian.approval", "asked", [])).Should().BeNull();

    private static ReportPosition? Of(string jurisdiction, string state, params (string Name, FieldValue Value)[] fields)
    {
        var procedure = $"{jurisdiction}.disclosure-application";
        return ReportPosition.Of(Definition(procedure), State(procedure, state, fields));
    }

    private static ProcedureDefinition Definition(string procedure) => ProcedureCatalogue.Embedded.LatestOf(procedure)!.Definition;

    private static CaseState State(string procedure, string state, (string Name, FieldValue Value)[] fields) => new()
    {
        Id = new CaseId(Guid.Empty),
        Version = 1,
        Procedure = procedure,
        DefinitionVersion = 1,
        CalendarVersion = "CN",
        InterpreterFlags = 1,
        Agency = "huadian.education-bureau",
        Reference = "1",
        State = state,
        Closed = state == CaseState.CancelledState || Definition(procedure).States.Any(known => known.Name == state && known.Final),
        OpenedOn = new LocalDate(2026, 3, 2),
        Fields = fields.ToImmutableSortedDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal),
        Legal = [new LegalEvent(1, "open", "", state, new LocalDate(2026, 3, 2), null, [], [], null)],
    };
}
