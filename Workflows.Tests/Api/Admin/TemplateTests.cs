using FluentAssertions;
using NUnit.Framework;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Admin;

/// <summary>Templates: a change holds for documents issued from then on, and only for them.</summary>
public sealed class TemplateTests
{
    private const string Receipt = "test.receipt";
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private TestService service = null!;
    private TestClient handler = null!;

    [SetUp]
    public async Task Start()
    {
        service = await TestService.Start();
        handler = await service.Join(TestAgencies.Bureau, "handler");
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task Change_shows_in_new_documents_of_both_formats_and_never_in_old_ones()
    {
        var first = await service.Owner.PutTemplate(Receipt, "<h1>登记回执</h1><p>第一版</p>");
        first.Should().HaveStatus(201);
        first.Header("ETag").Should().Be("\"1\"");
        var old = await Registered();
        var (oldHtml, oldDocx) = (await Html(old), await Word(old));

        (await service.Owner.PutTemplate(Receipt, "<h1>登记回执</h1><p>第二版</p>")).Should().BeProblem(428, "if-match-required");
        var second = await service.Owner.PutTemplate(Receipt, "<h1>登记回执</h1><p>第二版</p>", first.Header("ETag"));
        second.Should().HaveStatus(200);
        (await service.Owner.PutTemplate(Receipt, "<h1>登记回执</h1><p>第三版</p>", first.Header("ETag"))).Should().BeProblem(412, "stale");
        var fresh = await Registered();

        (await Html(fresh)).Should().Contain("第二版").And.NotContain("第一版");
        (await Word(fresh)).Should().NotEqual(oldDocx);
        (await Html(old)).Should().Be(oldHtml).And.Contain("第一版");
        (await Word(old)).Should().Equal(oldDocx);
        var read = await handler.Get($"/api/v1/templates/{Receipt}");
        read.Body.GetProperty("versions").EnumerateArray().Select(version => version.GetInt32()).Should().Equal(1, 2);
        (await handler.Get($"/api/v1/templates/{Receipt}/versions/1")).Body.GetProperty("source").GetString().Should().Contain("第一版");
    }

    [Test]
    public async Task Template_with_faults_is_refused_with_their_places()
    {
        var refused = await service.Owner.PutTemplate(Receipt, "<h1>登记回执</h1>\n<p>{{ applicant.name </p>");
        refused.Should().BeProblem(422, "invalid");
        var fault = refused.Body.GetProperty("diagnostics")[0];
        fault.GetProperty("code").GetString().Should().Be("not-closed");
        (fault.GetProperty("line").GetInt32(), fault.GetProperty("column").GetInt32()).Should().Be((2, 4));
        fault.GetProperty("message").GetString().Should().Contain("没有结束");
        fault.GetProperty("mend").GetString().Should().Be("以“}}”结束");
        (await handler.Get($"/api/v1/templates/{Receipt}")).Should().BeProblem(404, "not-found");
    }

    [Test]
    public async Task Delivered_template_is_version_0_and_can_be_changed()
    {
        var listed = (await handler.Get("/api/v1/templates")).Body.GetProperty("templates").EnumerateArray()
            .Single(template => template.GetProperty("id").GetString() == "huadian.receipt");
        listed.GetProperty("version").GetInt32().Should().Be(0);
        var read = await handler.Get("/api/v1/templates/huadian.receipt");
        var source = read.Body.GetProperty("newest").GetProperty("source").GetString()!;
        var changed = await service.Owner.Put("/api/v1/templates/huadian.receipt", new { source = source + "\n<p>附注</p>" }, ("If-Match", read.Header("ETag")!));
        changed.Should().HaveStatus(200);
        changed.Body.GetProperty("version").GetInt32().Should().Be(1);
        changed.Body.GetProperty("title").GetString().Should().Be(listed.GetProperty("title").GetString());
    }

    [Test]
    public async Task Preview_prints_a_source_that_is_not_published()
    {
        var body = new { source = "<h1>告知书</h1><p>{{ applicant.name }}</p>", data = new Dictionary<string, string> { ["applicant.name"] = "张三<b>" } };
        var html = await service.Owner.Post("/api/v1/templates/test.new/preview", body);
        html.Should().HaveStatus(200);
        html.Text.Should().Contain("张三&lt;b&gt;");
        var word = await service.Owner.Post("/api/v1/templates/test.new/preview", body, ("Accept", Docx));
        word.MediaType.Should().Be(Docx);
        (await service.Owner.Post("/api/v1/templates/test.new/preview", body, ("Accept", "image/png"))).Should().BeProblem(406, "not-acceptable");
        (await service.Owner.Post("/api/v1/templates/test.new/preview", new { source = "{% for %}" })).Should().BeProblem(422, "invalid");
        (await service.Owner.Post("/api/v1/templates/test.new/preview", new { data = new { } })).Should().BeProblem(404, "not-found");
    }

    private async Task<KnownCase> Registered() =>
        await (await handler.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" })).Send("register");

    private async Task<string> Html(KnownCase one) => (await handler.Get($"/api/v1/cases/{one.Id}/documents/1", ("Accept", "text/html"))).Text;

    private async Task<byte[]> Word(KnownCase one)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/cases/{one.Id}/documents/1");
        request.Headers.TryAddWithoutValidation("Accept", Docx);
        using var response = await handler.Http.SendAsync(request);
        response.Content.Headers.ContentType!.MediaType.Should().Be(Docx);
        return await response.Content.ReadAsByteArrayAsync();
    }
}
