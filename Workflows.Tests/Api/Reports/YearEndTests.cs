using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Definitions;
using Workflows.Tests.Scenarios;
using Huadian = Workflows.Tests.Scenarios.Huadian;

namespace Workflows.Tests.Api.Reports;

/// <summary>Applications that lie over the end of a year, each counted by hand in both years.</summary>
public sealed class YearEndTests
{
    private const string Agency = Bodies.Bureau;

    // Of no kind, so that the calendar opens nothing beside them.
    private static readonly Seed Seed = new(ProcedureCatalogue.Embedded, [.. Bodies.Directory.All.Values.Select(agency => agency with { Kinds = [] })]);

    private readonly Dictionary<string, string> names = [];
    private TestService service = null!;
    private TestClient person = null!;

    [SetUp]
    public async Task Start()
    {
        names.Clear();
        service = await TestService.Start("2025-12-01T09:00:00+08:00", Seed);
        person = await service.Join(Bodies.Directory.All.Keys.ToDictionary(agency => agency, _ => Bodies.Roles.ToArray()));
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task Each_application_stands_where_it_is_counted_by_hand()
    {
        var answered = await National("answered in the year", Kind("organisation", "legal-services"));
        await answered.Send("find-clear");
        await answered.Send("reply", Scenarios.National.Application.OnTheSpot);
        var abandoned = await National("not corrected in time", Kind("citizen"));
        await abandoned.Send("request-correction", Scenarios.National.Application.Correction.With("correction.by", "2025-12-29"));
        var supplemented = await National("corrected in the new year", []);
        await supplemented.Send("request-correction", Scenarios.National.Application.Correction.With("correction.by", "2026-01-12"));
        var suspended = await Of("suspended, then supplemented", Huadian.Application.Procedure, Huadian.Forms.Citizen.Without("enclosures"));
        await suspended.Send("register", Huadian.Application.Officer);
        await suspended.Send("suspend", new Given { ["suspension.reasons"] = new[] { "citizen-id-copy-missing" } });

        await service.MoveTo("2025-12-22T09:00:00+08:00");
        var extended = await Of("extended over the end of the year", Huadian.Application.Procedure, Huadian.Forms.Organisation.With("applicant.organisationKind", "business"));
        await extended.Send("register", Huadian.Application.Officer);
        await extended.Send("extend", new Given { ["extension.days"] = 15, ["extension.reason"] = "档案尚未整理完毕" });
        var cancelled = await Of("cancelled in the new year", Huadian.Application.Procedure, Huadian.Forms.Organisation.With("applicant.organisationKind", "research"));
        var suspendedStill = await Of("suspended still", Huadian.Application.Procedure, Huadian.Forms.Organisation.With("applicant.organisationKind", "public-interest"));
        await suspendedStill.Send("register", Huadian.Application.Officer);
        await suspendedStill.Send("suspend", new Given { ["suspension.reasons"] = new[] { "business-licence-copy-missing" } });

        await service.MoveTo("2025-12-31T16:00:00+08:00");
        var lastDay = await National("opened and ended on the last day", Kind("citizen"));
        await lastDay.Send("find-clear");
        await lastDay.Send("reply", new Given { ["reply.outcome"] = "not-found", ["reply.content"] = "没有这样的信息" });

        await service.MoveTo("2026-01-05T09:00:00+08:00");
        await abandoned.Send("record-abandonment", new Given { ["correction.checkedOn"] = "2026-01-04", ["correction.noProperReason"] = true });
        (await person.Post($"/api/v1/cases/{cancelled.Id}/cancellation", new { note = "申请人撤回" }, ("If-Match", "*"))).Should().HaveStatus(200);
        await supplemented.Send("correct");
        await supplemented.Send("find-clear");
        await supplemented.Send("reply", new Given { ["reply.outcome"] = "refused", ["reply.grounds"] = new[] { "enforcement-file" }, ["reply.reasons"] = "见答复书" });
        await suspended.Send("supplement", Huadian.Application.Officer.With("enclosures", new[] { "id-copy" }));
        await National("new in the year", Kind("organisation", "public-interest"));
        await National("recorded afterwards", Kind("citizen"), "2025-12-31");

        await service.MoveTo("2026-01-21T09:00:00+08:00");
        await extended.Send("end-not-found");

        var before = await Report(2025);
        await Holds(before, "received", "natural-person", "not corrected in time", "suspended, then supplemented", "opened and ended on the last day", "recorded afterwards");
        await Holds(before, "received", "business", "extended over the end of the year");
        await Holds(before, "received", "research", "cancelled in the new year");
        await Holds(before, "received", "public-interest", "suspended still");
        await Holds(before, "received", "legal-services", "answered in the year");
        await Holds(before, "received", "other", "corrected in the new year");
        await Holds(before, "carried-in", "total");
        await Holds(before, "granted", "legal-services", "answered in the year");
        await Holds(before, "unavailable-not-held", "natural-person", "opened and ended on the last day");
        await Holds(before, "concluded", "total", "answered in the year", "opened and ended on the last day");
        await Holds(before, "carried-out", "total", "not corrected in time", "suspended, then supplemented", "recorded afterwards", "extended over the end of the year", "cancelled in the new year", "suspended still", "corrected in the new year");

        var after = await Report(2026);
        await Holds(after, "received", "total", "new in the year");
        await Holds(after, "carried-in", "total", "not corrected in time", "suspended, then supplemented", "recorded afterwards", "extended over the end of the year", "cancelled in the new year", "suspended still", "corrected in the new year");
        await Holds(after, "carried-in", "natural-person", "not corrected in time", "suspended, then supplemented", "recorded afterwards");
        await Holds(after, "other-not-corrected", "natural-person", "not corrected in time");
        await Holds(after, "refused-enforcement-file", "other", "corrected in the new year");
        await Holds(after, "unavailable-not-held", "business", "extended over the end of the year");
        await Holds(after, "other", "research", "cancelled in the new year");
        await Holds(after, "concluded", "total", "not corrected in time", "corrected in the new year", "extended over the end of the year", "cancelled in the new year");
        await Holds(after, "carried-out", "natural-person", "suspended, then supplemented", "recorded afterwards");
        await Holds(after, "carried-out", "public-interest", "suspended still", "new in the year");
        await Holds(after, "carried-out", "total", "suspended, then supplemented", "recorded afterwards", "suspended still", "new in the year");

        foreach (var report in new[] { before, after })
            report.GetProperty("balance").EnumerateArray().Should().OnlyContain(column => column.GetProperty("holds").GetBoolean());
        before.GetProperty("final").GetBoolean().Should().BeTrue();
        after.GetProperty("final").GetBoolean().Should().BeFalse();
        after.GetProperty("asOf").GetString().Should().Be("2026-01-21");
    }

    [Test]
    public async Task Normative_documents_are_counted_in_the_year_in_which_they_were_issued()
    {
        Figure(await Report(2025, Bodies.Commerce), "本年制发件数").GetProperty("why").GetString().Should().Be("本机关没有在本服务中制定规范性文件");
        await service.MoveTo("2025-12-29T09:00:00+08:00");
        var document = await person.Open(Scenarios.Baicheng.NormativeDocument.Procedure, Bodies.Commerce, Scenarios.Baicheng.NormativeDocument.Planned);
        await document.Send("finish-draft", Scenarios.Baicheng.NormativeDocument.Draft);
        await document.Send("finish-soliciting", Scenarios.Baicheng.NormativeDocument.Solicited);
        await document.Send("finish-argumentation", Scenarios.Baicheng.NormativeDocument.Argued);
        await document.Send("submit");
        await document.Send("issue-review-opinion", Scenarios.Baicheng.NormativeDocument.Lawful);
        await document.Send("pre-disclose", new Given { ["preDisclosure.reasons"] = "规范补贴发放" });
        var disclosed = await person.Read(document.Children[0]);
        await disclosed.Send("record-secrecy-check", Scenarios.Baicheng.PreDisclosure.Clear);
        await disclosed.Send("publish", Scenarios.Baicheng.PreDisclosure.For(1));
        await service.MoveTo("2025-12-31T09:00:00+08:00");
        await (await disclosed.Refresh()).Send("complete", Scenarios.Baicheng.PreDisclosure.Adjusted);
        await document.Refresh();
        await document.Send("decide", Scenarios.Baicheng.NormativeDocument.Decided("adopted"));
        await document.Send("prepare-issue", Scenarios.Baicheng.NormativeDocument.ForIssue);
        await document.Send("countersign");
        Figure(await Report(2025, Bodies.Commerce), "本年制发件数").GetProperty("number").GetInt32().Should().Be(0, "it is not signed");
        await document.Send("sign", Scenarios.Baicheng.NormativeDocument.Number);

        await service.MoveTo("2026-01-05T09:00:00+08:00");
        var made = Figure(await Report(2025, Bodies.Commerce), "本年制发件数");
        made.GetProperty("number").GetInt32().Should().Be(1);
        Listed(await person.Get(made.GetProperty("cases").GetString()!)).Should().Equal(document.Id);
        var next = Figure(await Report(2026, Bodies.Commerce), "本年制发件数");
        next.GetProperty("number").GetInt32().Should().Be(0);
        Listed(await person.Get(next.GetProperty("cases").GetString()!)).Should().BeEmpty();

        (await person.Get("/api/v1/cases?reportColumn=total")).Body.GetProperty("cases").EnumerateArray().Should().BeEmpty("a document is no application");
        var history = (await person.Get($"/api/v1/cases/{document.Id}/history?limit=200")).Body.GetProperty("entries").EnumerateArray();
        var signed = history.Last(entry => entry.GetProperty("event").GetString() == "moved").GetProperty("sequence").GetInt32();
        (await person.Post($"/api/v1/cases/{document.Id}/corrections", new { sequence = signed, day = "2026-01-02", note = "登记错误" }, ("If-Match", "*"))).Should().HaveStatus(200);
        Figure(await Report(2026, Bodies.Commerce), "本年制发件数").GetProperty("number").GetInt32().Should().Be(1);
        await document.Refresh();
        (await person.Post($"/api/v1/cases/{document.Id}/cancellation", new { note = "误立" }, ("If-Match", "*"))).Should().HaveStatus(200);
        Figure(await Report(2026, Bodies.Commerce), "本年制发件数").GetProperty("number").GetInt32().Should().Be(0, "it was opened by mistake");
        var sound = await service.Owner.Send(HttpMethod.Post, "/api/v1/audit/verification?replay=true", null);
        sound.Body.GetProperty("sound").GetBoolean().Should().BeTrue(sound.Text);
    }

    [Test]
    public async Task Figures_that_no_case_tells_say_so()
    {
        var figures = (await Report(2025)).GetProperty("others").EnumerateArray().ToList();
        figures.Should().HaveCount(9).And.OnlyContain(figure =>
            figure.GetProperty("number").ValueKind == JsonValueKind.Null && figure.GetProperty("cases").ValueKind == JsonValueKind.Null && figure.GetProperty("why").GetString()!.Length > 0);
        var page = (await person.Get($"/api/v1/reports/annual?agency={Agency}&year=2025&format=html")).Text;
        page.Should().Contain("四、政府信息公开行政复议、行政诉讼情况：未统计。行政复议、行政诉讼不在本服务中办理").And.Contain("行政许可 本年处理决定数量：未统计。");
    }

    private static Given Kind(string kind, string? organisation = null) => new() { ["applicant.kind"] = kind, ["applicant.organisationKind"] = organisation };

    private Task<KnownCase> National(string name, Given kind, string? day = null) =>
        Of(name, Scenarios.National.Application.Procedure, Scenarios.National.Application.Form.With(kind), day);

    private async Task<KnownCase> Of(string name, string procedure, Given form, string? day = null)
    {
        var known = await person.Open(procedure, Agency, form, day, day is null ? null : "补记");
        names.Add(known.Id, name);
        return known;
    }

    private async Task<JsonElement> Report(int year, string agency = Agency)
    {
        var reply = await person.Get($"/api/v1/reports/annual?agency={agency}&year={year}");
        reply.Should().HaveStatus(200);
        return reply.Body;
    }

    /// <summary>The cell counts these cases, and its link lists them and no others.</summary>
    private async Task Holds(JsonElement report, string row, string column, params string[] expected)
    {
        var cell = report.GetProperty("rows").EnumerateArray().Single(one => one.GetProperty("name").GetString() == row)
            .GetProperty("cells").EnumerateArray().Single(one => one.GetProperty("column").GetString() == column);
        var because = $"{report.GetProperty("year").GetInt32()} {row} {column}";
        cell.GetProperty("number").GetInt32().Should().Be(expected.Length, because);
        Listed(await person.Get(cell.GetProperty("cases").GetString()!)).Select(id => names[id]).Should().BeEquivalentTo(expected, because);
    }

    private static IEnumerable<string> Listed(Reply reply)
    {
        reply.Should().HaveStatus(200);
        return reply.Body.GetProperty("cases").EnumerateArray().Select(known => known.GetProperty("id").GetString()!);
    }

    private static JsonElement Figure(JsonElement report, string heading) => report.GetProperty("others").EnumerateArray()
        .Single(figure => figure.GetProperty("headings").EnumerateArray().Last().GetString() == heading);
}
