using System.Text;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Tests.Scenarios.Filing;
using Baicheng = Workflows.Tests.Scenarios.Baicheng.Application;

namespace Workflows.Tests.Api.Reports;

/// <summary>Registers: facts of one kind, under the caller's rights, as pages and as tables.</summary>
public sealed class RegisterTests
{
    private const string Commerce = "baicheng.commerce-bureau";
    private const string Register = "/api/v1/registers/non-disclosure-register";
    private TestService service = null!;
    private TestClient person = null!;

    [SetUp]
    public async Task Start()
    {
        service = await TestService.Start(seed: DeliveredSeed.Read());
        person = await service.Join(Commerce, "registrar", "handler");
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task Registers_are_those_that_the_procedures_record()
    {
        var listed = (await person.Get("/api/v1/registers")).Body.GetProperty("registers").EnumerateArray().ToList();
        var kinds = listed.Select(register => register.GetProperty("kind").GetString()).ToList();
        kinds.Should().BeInAscendingOrder(StringComparer.Ordinal).And.Contain("non-disclosure-register").And.Contain("complaint");
        var register = listed.Single(one => one.GetProperty("kind").GetString() == "non-disclosure-register");
        register.GetProperty("title").GetProperty("zh").GetString().Should().Be("不予公开政府信息台账");
        register.GetProperty("recordedBy").EnumerateArray().Select(one => one.GetString()).Should().Contain(Baicheng.Procedure);
        register.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString())
            .Should().Contain("title").And.Contain("documentNumber").And.Contain("secrecyLevel").And.OnlyHaveUniqueItems();
        register.GetProperty("columns").EnumerateArray().Should().Contain(column => column.GetProperty("title").GetProperty("zh").GetString() == "文号");
    }

    [TestCase("proactive", "catalogue-proactive", "主动公开政府信息目录")]
    [TestCase("on-application", "catalogue-on-application", "依申请公开政府信息目录")]
    [TestCase("not-disclosed", "catalogue-not-disclosed", "不予公开政府信息目录")]
    public async Task Catalogue_lists_what_has_the_attribute(string attribute, string catalogue, string title)
    {
        const string Bureau = "huadian.education-bureau";
        var clerk = await service.Join(Bureau, "office-head", "handler");
        var inventory = await clerk.Open(Inventories.Procedure, Bureau, Inventories.Scope);
        foreach (var one in new[] { "proactive", "on-application", "not-disclosed" })
            await inventory.Send("mark-item", (one == "not-disclosed" ? Inventories.Withheld("state-secret") : Inventories.Item).With("item.attribute", one).With("item.title", $"信息：{one}"));

        var page = await clerk.Get($"/api/v1/registers/{catalogue}");
        page.Body.GetProperty("register").GetProperty("title").GetProperty("zh").GetString().Should().Be(title);
        Titles(page).Should().Equal($"信息：{attribute}");
        var entry = page.Body.GetProperty("entries").EnumerateArray().Single();
        entry.GetProperty("case").GetString().Should().Be(inventory.Id);
        entry.GetProperty("agency").GetProperty("id").GetString().Should().Be(Bureau);
        var lines = (await clerk.Get($"/api/v1/registers/{catalogue}?format=csv")).Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCount(2);
        lines[1].Should().Contain($"信息：{attribute}").And.Contain("桦教字〔2025〕3号").And.Contain("2025-05-06");
    }

    [Test]
    public async Task Entries_come_in_order_of_the_legal_day_however_late_they_were_recorded()
    {
        await Refuse("第一件", "2026-02-26");
        await Refuse("第二件", "2026-03-02");
        await Refuse("补记的", "2026-02-25");
        Titles(await person.Get(Register)).Should().Equal("补记的", "第一件", "第二件");
        Titles(await person.Get($"{Register}?from=2026-02-26&to=2026-02-26")).Should().Equal("第一件");
        Titles(await person.Get($"{Register}?agency=huadian.education-bureau")).Should().BeEmpty();
        var first = await person.Get($"{Register}?limit=2");
        Titles(first).Should().Equal("补记的", "第一件");
        Titles(await person.Get($"{Register}?limit=2&cursor={first.Body.GetProperty("next").GetString()}")).Should().Equal("第二件");
    }

    [Test]
    public async Task Entry_follows_its_event_when_the_day_is_corrected()
    {
        var known = await Refuse("更正的", "2026-03-02");
        await Refuse("另一件", "2026-02-27");
        var history = (await person.Get($"/api/v1/cases/{known.Id}/history")).Body.GetProperty("entries").EnumerateArray();
        var replied = history.Last(entry => entry.GetProperty("event").GetString() == "moved").GetProperty("sequence").GetInt32();
        (await person.Post($"/api/v1/cases/{known.Id}/corrections", new { sequence = replied, day = "2026-02-26", note = "登记错误" }, ("If-Match", "*"))).Should().HaveStatus(200);
        Titles(await person.Get(Register)).Should().Equal("更正的", "另一件");
        var sound = await service.Owner.Send(HttpMethod.Post, "/api/v1/audit/verification?replay=true", null);
        sound.Body.GetProperty("sound").GetBoolean().Should().BeTrue(sound.Text);
    }

    [Test]
    public async Task Table_holds_no_formula_and_opens_in_a_spreadsheet()
    {
        await Refuse("=HYPERLINK(\"http://example.cn\",\"点此\")", "2026-03-02");
        await Refuse("名称中有,逗号和\"引号\"", "2026-03-02");
        var bytes = await person.Http.GetByteArrayAsync(new Uri($"{Register}?format=csv", UriKind.Relative));
        bytes.Should().StartWith(Encoding.UTF8.Preamble.ToArray());
        var table = await person.Get(Register, ("Accept", "text/csv"));
        table.MediaType.Should().Be("text/csv");
        var lines = table.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCount(3);
        lines[0].Should().StartWith("日期,机关,案号,");
        lines[1].Should().StartWith("2026-03-02,白城市商务局,白商依申〔2026〕1号,").And.Contain("\"'=HYPERLINK(\"\"http://example.cn\"\",\"\"点此\"\")\"")
            .And.Contain("机密", "a choice is shown by its title");
        lines[2].Should().Contain("\"名称中有,逗号和\"\"引号\"\"\"");
    }

    [Test]
    public async Task Table_is_whole_however_many_entries_there_are()
    {
        for (var n = 1; n <= 3; n++)
            await Refuse($"第{n}件", "2026-03-02");
        var table = await person.Get($"{Register}?format=csv&limit=1");
        table.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(4);
    }

    [Test]
    public async Task Register_shows_what_is_the_callers_to_see()
    {
        await Refuse("商务局的", "2026-03-02");
        var stranger = await service.Join("huadian.education-bureau", "handler");
        Titles(await stranger.Get(Register)).Should().BeEmpty();
        (await stranger.Get($"{Register}?format=csv")).Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(1);
        Titles(await service.Owner.Get(Register)).Should().Equal("商务局的");
        Titles(await (await service.Join(Commerce, "auditor")).Get(Register)).Should().Equal("商务局的");
    }

    [TestCase("/api/v1/registers/nothing", 404)]
    [TestCase($"{Register}?format=xml", 400)]
    [TestCase($"{Register}?from=yesterday", 400)]
    [TestCase($"{Register}?cursor=x", 400)]
    [TestCase($"{Register}?cursor=2026-03-02.-1", 400)]
    [TestCase($"{Register}?personal=all", 400)]
    [TestCase($"{Register}?limit=1000", 400)]
    public async Task Request_that_cannot_be_answered_is_refused(string path, int status) => (await person.Get(path)).Should().HaveStatus(status);

    private async Task<KnownCase> Refuse(string title, string day)
    {
        var known = await person.Open(Baicheng.Procedure, Commerce, Baicheng.Citizen, day, "补记");
        await known.Send("register", null, day, "补记");
        return await known.Send("reply", Baicheng.Refusing("state-secret").With("information.title", title), day, "补记");
    }

    private static string?[] Titles(Reply reply)
    {
        reply.Should().HaveStatus(200);
        return [.. reply.Body.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("values").GetProperty("title").GetString())];
    }
}
