using System.Globalization;
using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Definitions;
using Workflows.Tests.Scenarios;
using Baicheng = Workflows.Tests.Scenarios.Baicheng.Application;
using Huadian = Workflows.Tests.Scenarios.Huadian;
using National = Workflows.Tests.Scenarios.National.Application;

namespace Workflows.Tests.Api.Reports;

/// <summary>The annual report over random lives of applications: it adds up, and each number names exactly its cases.</summary>
public sealed class AnnualReportTests
{
    private const string Commerce = "baicheng.commerce-bureau";
    private const string Education = "huadian.education-bureau";
    private static readonly string[] Kinds = ["business", "research", "public-interest", "legal-services", "other"];
    private readonly Random random = new(20211130);
    private TestService service = null!;
    private TestClient person = null!;

    [SetUp]
    public async Task Start()
    {
        var seed = DeliveredSeed.Read();
        service = await TestService.Start("2025-11-03T09:00:00+08:00", seed);
        string[] roles = ["registrar", "handler", "office-head"];
        person = await service.Join(new Dictionary<string, string[]> { [Commerce] = roles, [Education] = roles });
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task Over_random_lives_every_column_adds_up_and_every_number_names_its_cases()
    {
        var now = new DateTimeOffset(2025, 11, 3, 9, 0, 0, TimeSpan.FromHours(8));
        List<KnownCase> open = [];
        List<string> all = [];
        for (var round = 0; round < 70; round++)
        {
            open.Add(await Open());
            all.Add(open[^1].Id);
            foreach (var known in open.OrderBy(_ => random.Next()).Take(3).ToList())
                await Live(known);
            open.RemoveAll(known => known.View.GetProperty("closed").GetBoolean());
            now = now.AddDays(random.Next(12));
            await service.MoveTo(now.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        }

        now.Year.Should().BeGreaterThan(2025, "lives must go over the end of a year");
        open.Should().NotBeEmpty("some applications must be open at the end");
        List<JsonElement> lives = [];
        foreach (var id in all)
            lives.Add((await person.Read(id)).View);
        foreach (var agency in new[] { Commerce, Education })
        {
            var carried = 0;
            foreach (var year in new[] { 2025, 2026 })
            {
                var report = await Report(agency, year);
                report.GetProperty("balance").EnumerateArray().Should().HaveCount(7).And.OnlyContain(column => column.GetProperty("holds").GetBoolean());
                Number(report, "carried-in").Should().Be(carried, "what one year hands on the next takes over");
                carried = Number(report, "carried-out");
                await EveryCellNamesItsCases(report, lives);
                AddsUp(report);
            }
        }

        var sound = await service.Owner.Send(HttpMethod.Post, "/api/v1/audit/verification?replay=true", null);
        sound.Body.GetProperty("sound").GetBoolean().Should().BeTrue(sound.Text);
    }

    [Test]
    public async Task Corrected_day_of_the_opening_moves_a_case_from_one_year_to_the_other()
    {
        await service.MoveTo("2026-01-05T09:00:00+08:00");
        var known = await person.Open(Baicheng.Procedure, Commerce, Baicheng.Citizen);
        Number(await Report(Commerce, 2026), "received").Should().Be(1);
        (await person.Post($"/api/v1/cases/{known.Id}/corrections", new { sequence = 1, day = "2025-12-30", note = "登记错误" }, ("If-Match", "*"))).Should().HaveStatus(200);
        Number(await Report(Commerce, 2025), "received").Should().Be(1);
        Number(await Report(Commerce, 2025), "carried-out").Should().Be(1);
        Number(await Report(Commerce, 2026), "received").Should().Be(0);
        Number(await Report(Commerce, 2026), "carried-in").Should().Be(1);
    }

    [Test]
    public async Task Kind_of_organisation_recorded_later_moves_the_case_to_its_column()
    {
        var known = await person.Open(Baicheng.Procedure, Commerce, Baicheng.Organisation);
        Number(await Report(Commerce, 2025), "received", "other").Should().Be(1);
        await known.Send("register", new Given { ["applicant.organisationKind"] = "research" });
        Number(await Report(Commerce, 2025), "received", "other").Should().Be(0);
        Number(await Report(Commerce, 2025), "received", "research").Should().Be(1);
    }

    [Test]
    public async Task Cancelled_case_is_counted_as_other()
    {
        var known = await person.Open(Baicheng.Procedure, Commerce, Baicheng.Citizen);
        (await person.Post($"/api/v1/cases/{known.Id}/cancellation", new { note = "申请人撤回" }, ("If-Match", "*"))).Should().HaveStatus(200);
        Number(await Report(Commerce, 2025), "other", "natural-person").Should().Be(1);
        Number(await Report(Commerce, 2025), "concluded").Should().Be(1);
    }

    [Test]
    public async Task Report_is_given_as_table_and_as_page_in_the_words_of_the_form()
    {
        await person.Open(Baicheng.Procedure, Commerce, Baicheng.Citizen);
        var table = await person.Get($"/api/v1/reports/annual?agency={Commerce}&year=2025", ("Accept", "text/csv"));
        table.Should().HaveStatus(200);
        table.MediaType.Should().Be("text/csv");
        var lines = table.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCount(26, "a head and 25 rows");
        lines[0].Should().Be("一级,二级,三级,自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计");
        lines[1].Should().Be("一、本年新收政府信息公开申请数量,,,1,0,0,0,0,0,1");
        lines[5].Should().StartWith("三、本年度办理结果,（三）不予公开,1.属于国家秘密,0");
        lines[25].Should().Be("四、结转下年度继续办理,,,1,0,0,0,0,0,1");

        var page = await person.Get($"/api/v1/reports/annual?agency={Commerce}&year=2025&format=html");
        page.MediaType.Should().Be("text/html");
        page.Text.Should().Contain("rowspan=\"22\"><p class=\"center\">三、本年度办理结果").And.Contain("rowspan=\"8\"><p class=\"center\">（三）不予公开")
            .And.Contain("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）").And.Contain("1 + 0 = 0 + 1，各列相符");
        foreach (var row in AnnualReportForm.Rows)
            page.Text.Should().Contain(row.Title ?? row.Group);
    }

    [Test]
    public async Task Report_is_for_those_of_the_agency_and_for_years_that_have_begun()
    {
        var stranger = await service.Join("huadian.openness-office", "handler");
        (await stranger.Get($"/api/v1/reports/annual?agency={Commerce}&year=2025")).Should().BeProblem(403, "forbidden");
        (await service.Owner.Get($"/api/v1/reports/annual?agency={Commerce}&year=2025")).Should().HaveStatus(200);
        (await person.Get("/api/v1/reports/annual?agency=nowhere&year=2025")).Should().BeProblem(404, "not-found");
        (await person.Get($"/api/v1/reports/annual?agency={Commerce}&year=2026")).Should().BeProblem(422, "invalid");
        (await person.Get($"/api/v1/reports/annual?agency={Commerce}&year=abc")).Should().BeProblem(400, "malformed");
        (await person.Get($"/api/v1/reports/annual?agency={Commerce}")).Should().BeProblem(400, "malformed");
        (await person.Get("/api/v1/reports/annual?year=2025")).Should().BeProblem(400, "malformed");
        (await person.Get($"/api/v1/reports/annual?agency={Commerce}&year=2025&format=docx")).Should().BeProblem(400, "malformed");
        (await person.Get($"/api/v1/reports/annual?agency={Commerce}&year=2025", ("Accept", "image/png"))).Should().BeProblem(406, "not-acceptable");
    }

    private async Task<KnownCase> Open()
    {
        var organisation = random.Next(2) == 0;
        (string Procedure, string Agency, Given Form) form = random.Next(3) switch
        {
            0 => (Baicheng.Procedure, Commerce, organisation ? Baicheng.Organisation : Baicheng.Citizen),
            1 => (National.Procedure, Commerce, organisation ? National.Form.With("applicant.kind", "organisation") : National.Form),
            _ => (Huadian.Application.Procedure, Education, organisation ? Huadian.Forms.Organisation : Huadian.Forms.Citizen),
        };
        var given = organisation && random.Next(4) > 0 ? form.Form.With("applicant.organisationKind", Any(Kinds)) : form.Form;
        return await person.Open(form.Procedure, form.Agency, given);
    }

    /// <summary>One step in the life of an application; some are refused, which changes nothing.</summary>
    private async Task Live(KnownCase known)
    {
        await known.Refresh();
        if (random.Next(12) == 0)
        {
            await person.Post($"/api/v1/cases/{known.Id}/cancellation", new { note = "申请人撤回" }, ("If-Match", "*"));
        }
        else if (random.Next(12) == 0)
        {
            var day = known.View.GetProperty("openedOn").GetString()!;
            await person.Post($"/api/v1/cases/{known.Id}/corrections", new
            {
                sequence = 1,
                day = DateOnly.Parse(day, CultureInfo.InvariantCulture).AddDays(-random.Next(40)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                note = "登记错误",
            }, ("If-Match", "*"));
        }
        else
        {
            var trigger = Any(["register", "find-clear", "reply", "reply", "deliver", "end-already-public", "end-not-found", "decline-repeat"]);
            await known.Try(trigger, Input(trigger, known.View.GetProperty("procedure").GetProperty("id").GetString()!));
        }

        await known.Refresh();
    }

    private Given? Input(string trigger, string procedure) => trigger switch
    {
        "register" when procedure == Huadian.Application.Procedure => Huadian.Application.Officer,
        "end-already-public" => new Given { ["alreadyPublic.where"] = "门户网站" },
        "decline-repeat" => new Given { ["earlierCase"] = "桦依申〔2025〕1号" },
        "reply" when procedure == Baicheng.Procedure => Any<Given>(
            [Baicheng.OnTheSpot, Baicheng.Partly, Baicheng.Refusing(Any(["state-secret", "commercial-secret", "security-or-stability"])), new Given { ["reply.outcome"] = "not-found", ["reply.reasons"] = "查无" }]),
        "reply" => Any<Given>(
        [
            National.OnTheSpot,
            new Given { ["reply.outcome"] = "refused", ["reply.grounds"] = Any<string[]>([["enforcement-file"], ["internal-affairs", "state-secret"], ["needs-processing"]]), ["reply.reasons"] = "见答复书" },
            new Given { ["reply.outcome"] = "repeat" },
            new Given { ["reply.outcome"] = "special-rules", ["reply.content"] = "依照不动产登记资料查询的规定办理" },
        ]),
        _ => null,
    };

    /// <summary>Each link lists as many cases as the cell counts, and the lists are parts of one another as the cells are.</summary>
    private async Task EveryCellNamesItsCases(JsonElement report, List<JsonElement> lives)
    {
        var listed = new Dictionary<(string Row, string Column), List<string>>();
        foreach (var row in report.GetProperty("rows").EnumerateArray())
        {
            foreach (var cell in row.GetProperty("cells").EnumerateArray())
            {
                var list = (await person.Get(cell.GetProperty("cases").GetString()! + "&limit=200")).Body;
                list.GetProperty("next").ValueKind.Should().Be(JsonValueKind.Null);
                var cases = list.GetProperty("cases").EnumerateArray().Select(known => known.GetProperty("id").GetString()!).ToList();
                cases.Should().HaveCount(cell.GetProperty("number").GetInt32(), cell.GetProperty("cases").GetString());
                listed.Add((row.GetProperty("name").GetString()!, cell.GetProperty("column").GetString()!), cases);
            }
        }

        foreach (var ((row, column), cases) in listed.Where(cell => cell.Key.Column == "total"))
            listed.Where(cell => cell.Key.Row == row && cell.Key.Column != column).SelectMany(cell => cell.Value).Should().BeEquivalentTo(cases, $"the columns of {row} are its total");
        foreach (var ((row, column), cases) in listed.Where(cell => cell.Key.Row == "concluded"))
            listed.Where(cell => cell.Key.Column == column && AnnualReportForm.Rows.Any(known => known.Name == cell.Key.Row)).SelectMany(cell => cell.Value).Should().BeEquivalentTo(cases, $"the results of {column} are its {row}");
        var (first, last) = ($"{report.GetProperty("year").GetInt32()}-01-01", $"{report.GetProperty("year").GetInt32()}-12-31");
        listed[("received", "total")].Should().BeEquivalentTo(Ids(life => Between(Opened(life), first, last)));
        listed[("carried-in", "total")].Should().BeEquivalentTo(Ids(life => Before(Opened(life), first) && (Ended(life) is not { } end || !Before(end, first))));
        listed[("concluded", "total")].Should().BeEquivalentTo(Ids(life => Ended(life) is { } end && Between(end, first, last)));
        listed[("carried-out", "total")].Should().BeEquivalentTo(Ids(life => !Before(last, Opened(life)) && (Ended(life) is not { } end || Before(last, end))));

        IEnumerable<string> Ids(Func<JsonElement, bool> which) => lives
            .Where(life => life.GetProperty("agency").GetProperty("id").GetString() == report.GetProperty("agency").GetProperty("id").GetString())
            .Where(which).Select(life => life.GetProperty("id").GetString()!);
    }

    private static string Opened(JsonElement life) => life.GetProperty("openedOn").GetString()!;

    private static string? Ended(JsonElement life) => life.GetProperty("closedOn").GetString();

    private static bool Before(string day, string other) => string.CompareOrdinal(day, other) < 0;

    private static bool Between(string day, string first, string last) => !Before(day, first) && !Before(last, day);

    private static void AddsUp(JsonElement report)
    {
        foreach (var column in report.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()!))
            AnnualReportForm.Rows.Sum(row => Number(report, row.Name, column)).Should().Be(Number(report, "concluded", column));
        foreach (var row in report.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("name").GetString()!))
            AnnualReportForm.Columns.Sum(column => Number(report, row, column.Name)).Should().Be(Number(report, row));
    }

    private async Task<JsonElement> Report(string agency, int year)
    {
        var reply = await person.Get($"/api/v1/reports/annual?agency={agency}&year={year}");
        reply.Should().HaveStatus(200);
        return reply.Body;
    }

    private static int Number(JsonElement report, string row, string column = "total") => report.GetProperty("rows").EnumerateArray()
        .Single(one => one.GetProperty("name").GetString() == row).GetProperty("cells").EnumerateArray()
        .Single(cell => cell.GetProperty("column").GetString() == column).GetProperty("number").GetInt32();

    private T Any<T>(T[] among) => among[random.Next(among.Length)];
}
