using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Definitions;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Admin;

/// <summary>How the procedures of three jurisdictions differ.</summary>
public sealed class DifferenceTests
{
    private const string Three = "huadian.disclosure-application,baicheng.disclosure-application,national-2019.disclosure-application";
    private TestService service = null!;
    private Reply reply = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        service = await TestService.Start(seed: new Seed(ProcedureCatalogue.Embedded, [.. TestAgencies.Directory.All.Values]));
        reply = await service.Owner.Get($"/api/v1/procedures/differences?procedures={Three}");
    }

    [OneTimeTearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test, Rule("N19-APP-02")]
    public void One_request_shows_the_three_side_by_side_with_their_articles()
    {
        reply.Should().HaveStatus(200);
        reply.Body.GetProperty("procedures").GetArrayLength().Should().Be(3);
        var topics = reply.Body.GetProperty("topics").EnumerateArray().ToList();
        topics.Should().OnlyContain(topic => topic.GetProperty("cells").GetArrayLength() == 3);
        topics.Select(topic => topic.GetProperty("kind").GetString()).Distinct().Should().Contain(["clock", "extension", "trigger", "state", "field", "document"]);

        var clock = Topic("clocks[reply]");
        clock.GetProperty("cells").EnumerateArray().Select(cell => Article(cell)).Should().OnlyContain(article => article != null).And.OnlyHaveUniqueItems();
        var extension = Topic("clocks[reply].extension").GetProperty("cells");
        extension[0].GetProperty("says").GetProperty("atMost").GetString().Should().Be("15 working-days");
        extension[1].ValueKind.Should().Be(JsonValueKind.Null, "Baicheng's text knows no extension");
        extension[2].GetProperty("says").GetProperty("atMost").GetString().Should().Be("20 working-days");
        Topic("channel").GetProperty("differs").GetBoolean().Should().BeTrue();
    }

    [Test, Rule("N19-APP-02")]
    public void Silence_of_a_third_party_is_consent_refusal_or_left_to_the_agency()
    {
        var silence = Topic("clocks[response] ends", "third-party-consultation");
        silence.GetProperty("differs").GetBoolean().Should().BeTrue();
        silence.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("says").GetProperty("to").GetString())
            .Should().Equal("deemed-consent", "deemed-refusal", "unanswered");
        silence.GetProperty("cells").EnumerateArray().Select(Article).Should().Equal("第六条", "四", "第三十二条");
    }

    [Test]
    public void Part_that_one_jurisdiction_has_alone_is_one_row()
    {
        var alone = Topic("", "agency-consultation").GetProperty("cells");
        alone.EnumerateArray().Select(cell => cell.ValueKind == JsonValueKind.Null).Should().Equal(true, true, false);
    }

    [TestCase("")]
    [TestCase("huadian.disclosure-application")]
    [TestCase("huadian.disclosure-application,huadian.disclosure-application")]
    [TestCase("huadian.disclosure-application,unknown.procedure")]
    [TestCase("huadian.disclosure-application,huadian.disclosure-application@99999999999")]
    [TestCase("a,b,c,d,e,f,g,h")]
    public async Task List_that_cannot_be_compared_is_refused(string procedures) =>
        (await service.Owner.Get($"/api/v1/procedures/differences?procedures={procedures}")).Should().BeProblem(400, "malformed");

    private JsonElement Topic(string name, string? part = null) => reply.Body.GetProperty("topics").EnumerateArray().Single(topic =>
        topic.GetProperty("part").GetString() == part && topic.GetProperty("topic").GetString() is { } topicName && (topicName == name || topicName == $"fields[{name}]"));

    private static string? Article(JsonElement cell) => cell.GetProperty("basis")[0].GetProperty("article").GetString();
}
