using System.Net.Http.Headers;
using System.Text;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using Workflows.Storage;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Contract;

/// <summary>Exchanges that clients have, though seldom; the contract shows them as they were.</summary>
public sealed class RareExchangesTests
{
    private TestService service = null!;

    [SetUp]
    public async Task Start() => service = await TestService.Start();

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task Clocks_of_a_case_are_listed_alone()
    {
        var handler = await service.Join(TestAgencies.Bureau, "handler");
        var opened = await (await handler.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" })).Send("register");
        (await handler.Get($"/api/v1/cases/{opened.Id}/clocks")).Should().HaveStatus(200);
    }

    [Test]
    public async Task Draft_is_saved_again_over_the_one_before()
    {
        var yaml = (await service.Owner.Get($"/api/v1/procedures/{TestProcedures.Application}/versions/1", ("Accept", "application/yaml"))).Text;
        yaml = yaml.StartsWith('{') ? "procedure: test.application\n" : yaml;
        var first = await service.Owner.Put($"/api/v1/procedures/{TestProcedures.Application}/draft", new { yaml });
        first.Should().HaveStatus(201);
        (await service.Owner.Put($"/api/v1/procedures/{TestProcedures.Application}/draft", new { yaml = yaml + "\n" }, ("If-Match", first.Header("ETag")!))).Should().HaveStatus(200);
    }

    [Test]
    public async Task Template_of_a_new_name_is_created() =>
        (await service.Owner.Put("/api/v1/templates/test.notice", new { source = "<h1>告知书</h1>\n<p>{{ applicant.name }}：</p>" })).Should().HaveStatus(201);

    [Test]
    public async Task Agencies_are_imported_from_a_table()
    {
        const string Table = "id,name,level,division\ntest.archive,某市档案馆,county,220282\n";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/agencies/import") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Table)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var response = await service.Owner.Http.SendAsync(request);
        var reply = await Reply.Of(response);
        ExchangeRecorder.Record(request, Table, reply);
        reply.Should().HaveStatus(200);
    }

    [Test]
    public async Task Body_beyond_the_limit_is_413() =>
        (await service.Owner.Put("/api/v1/templates/test.long", new { source = new string('长', 500_000) })).Should().BeProblem(413, "too-large");

    [Test]
    public async Task Store_that_cannot_commit_is_503()
    {
        var handler = await service.Join(TestAgencies.Bureau, "handler");
        service.Services.GetRequiredService<CaseDatabase>().Dispose();
        var reply = await handler.Post("/api/v1/cases", new { procedure = TestProcedures.Application, agency = TestAgencies.Bureau, input = new { subject = "预算" } });
        reply.Should().BeProblem(503, "unavailable");
        reply.Header("Retry-After").Should().Be("1");
    }
}
