using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>Lists, the work list, histories, explanations.</summary>
public sealed class QueryTests
{
    private const string Bureau = TestAgencies.Bureau;
    private TestService service = null!;
    private TestClient handler = null!;
    private List<KnownCase> cases = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        service = await TestService.Start();
        handler = await service.Join(new() { [Bureau] = ["handler"], [TestAgencies.Superior] = ["handler"] });
        cases = [];
        for (var number = 1; number <= 7; number++)
            cases.Add(await handler.Open(TestProcedures.Application, number == 7 ? TestAgencies.Superior : Bureau, new { subject = $"第{number}件" }));
        await cases[0].Send("register");
        await cases[1].Send("register");
        await cases[1].Send("consult", new { parties = new[] { new { name = "甲" }, new { name = "乙" } } });
    }

    [OneTimeTearDown]
    public async Task Stop() => await service.DisposeAsync();

    [TestCase("order=received")]
    [TestCase("order=newest")]
    [TestCase("")]
    public async Task Pages_hold_every_case_once(string order)
    {
        var seen = new List<long>();
        string? next = "";
        for (var page = 0; next is not null; page++)
        {
            var reply = await handler.Get($"/api/v1/cases?limit=2&{order}{(page == 0 ? "" : $"&cursor={next}")}");
            reply.Should().HaveStatus(200);
            seen.AddRange(reply.Body.GetProperty("cases").EnumerateArray().Select(found => found.GetProperty("received").GetInt64()));
            next = reply.Body.GetProperty("next").GetString();
        }

        seen.Should().OnlyHaveUniqueItems().And.HaveCount(9);
        (order == "order=received" ? seen : seen.AsEnumerable().Reverse()).Should().BeInAscendingOrder();
    }

    [TestCase("state=received", 5)]
    [TestCase("state=review", 2)]
    [TestCase("state=review&closed=false&procedure=test.application", 2)]
    [TestCase("closed=true", 0)]
    [TestCase("agency=test.superior", 1)]
    [TestCase("agency=test.secrecy", 0)]
    [TestCase("dueBefore=2026-03-23", 0)]
    [TestCase("dueBefore=2026-03-24", 1)]
    [TestCase("overdue=true", 0)]
    [TestCase("openedFrom=2026-03-02&openedThrough=2026-03-02", 9)]
    [TestCase("openedFrom=2026-03-03", 0)]
    [TestCase("text=%E7%AC%AC3%E4%BB%B6", 1)]
    [TestCase("order=due", 1)]
    public async Task Filters_hold(string query, int count) =>
        (await handler.Get($"/api/v1/cases?{query}")).Body.GetProperty("cases").GetArrayLength().Should().Be(count);

    [Test]
    public async Task Filter_by_number_and_parent()
    {
        var reference = Uri.EscapeDataString(cases[2].View.GetProperty("reference").GetString()!);
        Ids(await handler.Get($"/api/v1/cases?agency={Bureau}&reference={reference}")).Should().Contain(cases[2].Id);
        Ids(await handler.Get($"/api/v1/cases?parent={cases[1].Id}")).Should().BeEquivalentTo(cases[1].Children);
    }

    [TestCase("limit=0")]
    [TestCase("limit=201")]
    [TestCase("limit=ten")]
    [TestCase("limit=1&limit=2")]
    [TestCase("cursor=!!")]
    [TestCase("cursor=AAAA")]
    [TestCase("dueBefore=tomorrow")]
    [TestCase("openedFrom=0001-01-01")]
    [TestCase("overdue=yes")]
    [TestCase("parent=1")]
    [TestCase("order=oldest")]
    [TestCase("text=")]
    public async Task Parameter_of_another_form_is_named(string query)
    {
        var reply = await handler.Get($"/api/v1/cases?{query}");
        reply.Should().BeProblem(400, "malformed");
        reply.Body.GetProperty("fields")[0].GetProperty("field").GetString().Should().Be(query.Split('=')[0]);
    }

    [Test, Rule("HD-APP-07")]
    public async Task Worklist_is_in_the_order_of_receipt()
    {
        var items = (await handler.Get("/api/v1/worklist?procedure=test.application")).Body.GetProperty("items").EnumerateArray().ToList();
        items.Select(item => item.GetProperty("case").GetProperty("id").GetString()).Should().Equal(cases.Select(one => one.Id));
        items[0].GetProperty("workingDaysLeft").GetInt32().Should().Be(15);
        items[0].GetProperty("colour").GetString().Should().Be("green");
        items[2].GetProperty("colour").GetString().Should().Be("none");
        (await service.Owner.Get("/api/v1/worklist")).Body.GetProperty("items").GetArrayLength().Should().Be(0);
    }

    [Test]
    public async Task Worklist_can_begin_with_the_fewest_days_left()
    {
        var order = new List<(string Id, int? Left)>();
        for (string? next = ""; next is not null;)
        {
            var page = (await handler.Get($"/api/v1/worklist?order=left&limit=1{(next.Length > 0 ? $"&cursor={next}" : "")}")).Body;
            order.AddRange(page.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("case").GetProperty("id").GetString()!,
                item.GetProperty("workingDaysLeft").ValueKind == JsonValueKind.Null ? (int?)null : item.GetProperty("workingDaysLeft").GetInt32())));
            next = page.GetProperty("next").GetString();
        }

        order.Select(one => one.Left ?? int.MaxValue).Should().BeInAscendingOrder();
        order.Should().Contain(one => one.Left == null).And.Contain(one => one.Left != null);
        var received = (await handler.Get("/api/v1/worklist?order=received&limit=200")).Body.GetProperty("items").EnumerateArray();
        order.Select(one => one.Id).Should().BeEquivalentTo(received.Select(item => item.GetProperty("case").GetProperty("id").GetString()));
        (await handler.Get("/api/v1/worklist?order=other")).Should().HaveStatus(400);
    }

    [Test]
    public async Task History_tells_who_what_when_and_under_which_article()
    {
        var all = (await handler.Get($"/api/v1/cases/{cases[1].Id}/history")).Body.GetProperty("entries").EnumerateArray().ToList();
        all.Select(entry => entry.GetProperty("sequence").GetInt32()).Should().Equal(Enumerable.Range(1, cases[1].Version));
        all[0].GetProperty("event").GetString().Should().Be("opened");
        all[0].GetProperty("title").GetProperty("zh").GetString().Should().Be("收到");
        all[0].GetProperty("basis").GetProperty("article").GetString().Should().Be("第四条");
        all[0].GetProperty("actor").GetProperty("role").GetString().Should().Be("handler");
        all[0].GetProperty("definitionVersion").GetInt32().Should().Be(1);
        all[0].GetProperty("calendarVersion").GetString().Should().StartWith("CN");
        for (var one = 1; one < all.Count; one++)
            all[one].GetProperty("hash").GetString().Should().MatchRegex("^[0-9a-f]{64}$");

        var paged = new List<JsonElement>();
        string? next = "0";
        while (next is not null)
        {
            var page = await handler.Get($"/api/v1/cases/{cases[1].Id}/history?limit=2&cursor={next}");
            paged.AddRange(page.Body.GetProperty("entries").EnumerateArray());
            next = page.Body.GetProperty("next").GetString();
        }

        paged.Select(entry => entry.GetRawText()).Should().Equal(all.Select(entry => entry.GetRawText()));
    }

    [Test]
    public async Task Explanation_goes_day_by_day_with_article_and_notice()
    {
        var explained = (await handler.Get($"/api/v1/cases/{cases[0].Id}/clocks/reply/explanation")).Body;
        explained.GetProperty("due").GetString().Should().Be("2026-03-23");
        var days = explained.GetProperty("days").EnumerateArray().ToList();
        days.Count(day => day.GetProperty("counted").GetBoolean()).Should().Be(15);
        days[0].GetProperty("date").GetString().Should().Be("2026-03-02");
        days[^1].GetProperty("number").GetInt32().Should().Be(15);
        days.Should().OnlyContain(day => day.GetProperty("article").GetString()!.Length > 0 && day.GetProperty("notice").GetProperty("source").GetString()!.Length > 0);

        var paused = (await handler.Get($"/api/v1/cases/{cases[1].Id}/clocks/reply/explanation")).Body;
        paused.GetProperty("status").GetString().Should().Be("open");
        paused.GetProperty("due").GetString().Should().BeNull();
        paused.GetProperty("clock").GetProperty("phase").GetString().Should().Be("paused");
        (await handler.Get($"/api/v1/cases/{cases[2].Id}/clocks/reply/explanation")).Should().BeProblem(404, "not-found");
        (await handler.Get($"/api/v1/cases/{cases[2].Id}/clocks/none/explanation")).Should().BeProblem(404, "not-found");
    }

    [Test]
    public async Task Document_is_given_in_the_format_asked_for()
    {
        var path = $"/api/v1/cases/{cases[0].Id}/documents";
        (await handler.Get(path)).Body.GetProperty("documents")[0].GetProperty("number").GetString().Should().Contain("2026");
        (await handler.Get($"{path}/1", ("Accept", "application/json"))).Body.GetProperty("document").GetProperty("title").GetString().Should().Be("登记回执");
        (await handler.Get($"{path}/1", ("Accept", "image/png"))).Should().BeProblem(406, "not-acceptable");
        (await handler.Get($"{path}/1", ("Accept", "text/html"))).Should().BeProblem(404, "not-found");
        foreach (var n in new[] { "2", "0", "-1", "x", "99999999999" })
            (await handler.Get($"{path}/{n}")).Should().BeProblem(404, "not-found");
    }

    [Test]
    public async Task Head_is_answered_like_get_without_a_body()
    {
        var head = await handler.Send(HttpMethod.Head, $"/api/v1/cases/{cases[0].Id}", null);
        head.Should().HaveStatus(200);
        head.Text.Should().BeEmpty();
        head.Header("ETag").Should().Be($"\"{cases[0].Version}\"");
    }

    private static IEnumerable<string> Ids(Reply reply) =>
        reply.Body.GetProperty("cases").EnumerateArray().Select(found => found.GetProperty("id").GetString()!);
}
