using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Definitions;
using Workflows.Tests.Scenarios;
using Workflows.Tests.Scenarios.Huadian;

namespace Workflows.Tests.Api;

/// <summary>
/// One application in Huadian over HTTP: suspended and registered anew, two third parties who answer differently, a period
/// suspended and extended; and what its reader is told of it.
/// </summary>
public sealed class HuadianCaseTests
{
    private const string Counting = "民法典 第二百零一条第一款";
    private TestService service = null!;
    private TestClient person = null!;
    private KnownCase application = null!;
    private List<JsonElement> history = null!;
    private List<JsonElement> days = null!;

    [OneTimeSetUp]
    public async Task Live()
    {
        service = await TestService.Start(seed: new Seed(ProcedureCatalogue.Embedded, [.. Bodies.Directory.All.Values]));
        person = await service.Join(Bodies.Bureau, [.. Bodies.Roles]);
        application = await person.Open(Application.Procedure, Bodies.Bureau, Forms.Citizen.Without("enclosures"));
        await application.Send("register", Application.Officer);
        await application.Send("suspend", new Given { ["suspension.reasons"] = new[] { "citizen-id-copy-missing" } });

        await On("2026-03-04");
        await application.Send("supplement", Application.Officer.With("enclosures", new[] { "id-copy" }));
        await application.Send("accept", Application.Genuine);
        await application.Send("begin-detailed-review", Application.InOrder);
        await application.Send("record-findings", Application.Secret);
        await application.Send("record-own-secrecy-conclusion", Application.Conclusion("commercial-secret"));
        await application.Send("consult-third-party", new Given
        {
            ["thirdParties"] = new[] { "甲公司", "乙公司" }.Select(name => new { name, address = "吉林市", interest = "commercial-secret", matter = "检测报告" }),
        });
        await On("2026-03-05");
        await Answer(0, "consents");
        await On("2026-03-09");
        await Answer(1, "objects");

        await On("2026-03-11");
        await application.Send("raise-force-majeure", new Given { ["forceMajeure.cause"] = "force-majeure", ["forceMajeure.reason"] = "暴雪" });
        await On("2026-03-13");
        await application.Send("end-force-majeure", new Given { ["forceMajeure.endReason"] = "道路恢复通行" });
        await application.Send("extend", new Given { ["extension.days"] = 2, ["extension.reason"] = "需要核对" });

        history = [.. (await person.Get($"/api/v1/cases/{application.Id}/history?limit=200")).Body.GetProperty("entries").EnumerateArray()];
        days = [.. (await person.Get($"/api/v1/cases/{application.Id}/clocks/reply/explanation")).Body.GetProperty("days").EnumerateArray()];
    }

    [OneTimeTearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test, Rule("HD-APP-12")]
    public async Task What_each_third_party_answered_is_shown()
    {
        var children = (await person.Get($"/api/v1/cases/{application.Id}?personal=clear")).Body.GetProperty("children").EnumerateArray().ToList();
        children.Select(child => child.GetProperty("outcome").GetString()).Should().Equal("consented", "objected");
        children.Select(child => Value(child, "party.name")).Should().Equal("甲公司", "乙公司");
        children.Select(child => Value(child, "answer.position")).Should().Equal("consents", "objects");
        children.Select(child => Value(child, "answer.answeredOn")).Should().Equal("2026-03-05", "2026-03-09");

        var masked = application.View.GetProperty("children").EnumerateArray().ToList();
        masked.Select(child => Value(child, "party.name")).Should().Equal("甲**", "乙**");
        masked.Select(child => Value(child, "answer.position")).Should().Equal("consents", "objects");
    }

    [Test, Rule("CNT-04"), Rule("CNT-06")]
    public void Paused_days_give_the_article_of_their_pause()
    {
        var consulted = Day("2026-03-06");
        consulted.GetProperty("why").GetString().Should().Be("征求第三方意见");
        consulted.GetProperty("article").GetString().Should().Be("桦甸市政府信息依申请公开工作办法 第十条第三款");
        var suspended = Day("2026-03-12");
        suspended.GetProperty("why").GetString().Should().StartWith("因不可抗力");
        suspended.GetProperty("article").GetString().Should().Be("桦甸市政府信息依申请公开工作办法 第十一条");
        days.Count(day => day.GetProperty("treatment").GetString() == "paused").Should().Be(7);
    }

    [Test, Rule("CNT-06"), Rule("HD-APP-09"), Rule("HD-APP-10")]
    public void Days_of_a_period_begun_anew_and_extended_give_theirs()
    {
        days.Should().OnlyContain(day => day.GetProperty("article").GetString()!.Length > 0);
        days[0].GetProperty("date").GetString().Should().Be("2026-03-04", "the supplement was registered anew");
        days[0].GetProperty("article").GetString().Should().Be(Counting);
        days[^1].GetProperty("number").GetInt32().Should().Be(17, "fifteen and two");
        days[^1].GetProperty("article").GetString().Should().Be(Counting);
    }

    [Test]
    public void History_names_what_became_of_each_child_in_both_languages()
    {
        Titles("child-opened", "zh").Should().Equal("征求第三方意见：启动", "征求第三方意见：启动");
        Titles("child-opened", "en").Should().Equal("Third-party consultation: opened", "Third-party consultation: opened");
        Titles("child-heard", "zh").Should().Equal("征求第三方意见：同意公开", "征求第三方意见：不同意公开");
        Titles("child-heard", "en").Should().Equal("Third-party consultation: Consented", "Third-party consultation: Objected");
    }

    [Test]
    public async Task History_names_a_child_that_was_cancelled()
    {
        var fresh = await person.Open(Application.Procedure, Bodies.Bureau, Forms.Citizen);
        await fresh.Send("register", Application.Officer);
        await fresh.Send("accept", Application.Genuine);
        await fresh.Send("begin-detailed-review", Application.InOrder);
        await fresh.Send("escalate-secrecy", Application.Escalation);
        (await person.Post($"/api/v1/cases/{fresh.Children[0]}/cancellation", new { note = "误报" }, ("If-Match", "*"))).Should().HaveStatus(200);
        var entries = (await person.Get($"/api/v1/cases/{fresh.Id}/history")).Body.GetProperty("entries").EnumerateArray();
        entries.Where(entry => entry.GetProperty("event").GetString() == "child-heard").Last().GetProperty("title").GetProperty("zh").GetString()
            .Should().EndWith("：已撤销");
    }

    private async Task On(string day)
    {
        await service.MoveTo($"{day}T09:00:00+08:00");
        if (application.Children.Length > 0)
            await application.Refresh();
    }

    private async Task Answer(int index, string position)
    {
        var party = await person.Read(application.Children[index]);
        await party.Send("record-answer", new Given { ["answer.position"] = position, ["answer.reason"] = "商业秘密" });
        await application.Refresh();
    }

    private JsonElement Day(string date) => days.Single(day => day.GetProperty("date").GetString() == date);

    private IEnumerable<string?> Titles(string happened, string language) => history
        .Where(entry => entry.GetProperty("event").GetString() == happened)
        .Select(entry => entry.GetProperty("title").GetProperty(language).GetString());

    private static string? Value(JsonElement child, string field) => child.GetProperty("values").GetProperty(field).GetString();
}
