using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Cases;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>Personal values are masked unless someone who may asks for them.</summary>
public sealed class PersonalDataTests
{
    private const string Bureau = TestAgencies.Bureau;
    private TestService service = null!;
    private TestClient handler = null!;
    private KnownCase opened = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        service = await TestService.Start();
        handler = await service.Join(Bureau, "handler");
        opened = await handler.Open(
            TestProcedures.Application, Bureau, new Dictionary<string, object> { ["subject"] = "预算", ["applicant.name"] = "欧阳春花" }, note: "经本人欧阳春花确认");
        await opened.Send("register");
        await opened.Send("consult", new { parties = new[] { new { name = "慕容秋月" } } });
    }

    [OneTimeTearDown]
    public async Task Stop() => await service.DisposeAsync();

    [TestCase("220282199001011234", "2202**********1234")]
    [TestCase("13800001234", "138****1234")]
    [TestCase("132400", "1*****")]
    [TestCase("张三", "张*")]
    [TestCase("张", "*")]
    [TestCase("𠮷田", "𠮷*")]
    [TestCase("someone@example.cn", "s**********")]
    public void Mask_leaves_enough_to_tell_two_apart(string clear, string masked) => PersonalMask.Of(clear).Should().Be(masked);

    [TestCase("")]
    [TestCase("/history")]
    [TestCase("/documents")]
    [TestCase("/clocks/reply/explanation")]
    public async Task Values_are_masked(string part)
    {
        var text = (await handler.Get($"/api/v1/cases/{opened.Id}{part}")).Text;
        text.Should().NotContain("欧阳春花").And.NotContain("慕容秋月");
        var list = (await handler.Get("/api/v1/cases")).Text + (await handler.Get("/api/v1/worklist")).Text;
        list.Should().NotContain("欧阳").And.NotContain("慕容");
    }

    [Test]
    public async Task Clear_shows_them_to_the_handling_agency()
    {
        var clear = await handler.Get($"/api/v1/cases/{opened.Id}?personal=clear");
        clear.Body.GetProperty("personal").GetString().Should().Be("clear");
        clear.Body.GetProperty("fields").GetProperty("applicant.name").GetString().Should().Be("欧阳春花");
        clear.Body.GetProperty("fields").GetProperty("parties")[0].GetProperty("name").GetString().Should().Be("慕容秋月");
        (await handler.Get($"/api/v1/cases/{opened.Id}/history?personal=clear")).Text.Should().Contain("经本人欧阳春花确认");
        opened.View.GetProperty("fields").GetProperty("applicant.name").GetString().Should().Be("欧***");
    }

    [Test]
    public async Task Clear_is_not_for_owners_and_no_other_word_is_taken()
    {
        (await service.Owner.Get($"/api/v1/cases/{opened.Id}?personal=clear")).Should().BeProblem(403, "forbidden");
        (await service.Owner.Get($"/api/v1/cases/{opened.Id}/documents/1")).Should().BeProblem(403, "forbidden");
        (await handler.Get($"/api/v1/cases/{opened.Id}?personal=yes")).Should().BeProblem(400, "malformed");
    }

    [Test]
    public async Task Problems_do_not_repeat_values()
    {
        var reply = await handler.Post("/api/v1/cases", """
            {"procedure":"test.application","agency":"test.bureau","input":{"subject":"x","applicant.name":["令狐夏雨"]}}
            """);
        reply.Should().BeProblem(422, "invalid");
        reply.Text.Should().NotContain("令狐");
        (await handler.Post("/api/v1/cases", """{"procedure":"test.application","agency":"test.bureau","note":["令狐夏雨"]}""")).Text.Should().NotContain("令狐");
    }
}
