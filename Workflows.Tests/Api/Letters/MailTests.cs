using System.Text;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;
using NodaTime;
using NodaTime.Testing;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Api.Letters;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;
using Workflows.Tests.Scenarios;
using Workflows.Tests.Scenarios.Huadian;

namespace Workflows.Tests.Api.Letters;

/// <summary>Documents go out by e-mail where that is asked for: after the commit, tried again, never lost, and nothing personal told on the way.</summary>
public sealed class MailTests
{
    private const string Address = "ouyang.chunhua@example.cn";
    private static readonly Seed Seed = new(ProcedureCatalogue.Embedded, [.. Bodies.Directory.All.Values]);
    private readonly FakeClock realTime = new(Instant.FromUtc(2026, 3, 2, 1, 0));
    private readonly LogCapture captured = new();
    private TestService? service;
    private TestClient registrar = null!;
    private KnownCase application = null!;

    [TearDown]
    public async Task Stop()
    {
        foreach (var line in captured.Lines)
            line.Should().NotContain(Address);
        captured.Dispose();
        if (service is not null)
            await service.DisposeAsync();
        service = null;
    }

    [Test]
    public async Task A_receipt_goes_out_with_the_letter_and_is_served_by_it()
    {
        await using var server = new MailServer();
        await Begin(server, "email");
        var asked = await Send();
        asked.Should().HaveStatus(201);
        asked.Text.Should().NotContain(Address);
        await server.Tried();
        await Look();

        var message = Read(server).Should().ContainSingle().Subject;
        message.To.Mailboxes.Single().Address.Should().Be(Address);
        message.From.Mailboxes.Single().Address.Should().Be("office@gov.example");
        message.Subject!.Should().StartWith("登记回执（桦依申〔2026〕1号").And.NotContain("220282").And.NotContain("张三");
        message.TextBody!.Should().Contain("登记回执").And.Contain("请回复本邮件确认收到").And.NotContain("张三");
        message.MessageId.Should().Be($"{application.Id}.1@gov.example");
        var attached = message.Attachments.OfType<MimePart>().Single();
        attached.FileName!.Should().Be("登记回执.docx");
        attached.ContentType.MimeType.Should().Be("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        using var letter = new MemoryStream();
        await attached.Content!.DecodeToAsync(letter);
        letter.ToArray().Should().StartWith("PK"u8.ToArray());

        await application.Refresh();
        var standing = application.View.GetProperty("documents")[1].GetProperty("service");
        standing.GetProperty("answeredOn").GetString().Should().Be("2026-03-02");
        standing.GetProperty("missing")[0].GetString().Should().Contain("确认收到");
        var services = await registrar.Get($"/api/v1/cases/{application.Id}/services");
        services.Text.Should().NotContain(Address);
        services.Body.GetProperty("mails")[0].GetProperty("state").GetString().Should().Be("sent");
        services.Body.GetProperty("services")[0].GetProperty("mail").GetInt32().Should().Be(1);
        (await registrar.Get($"/api/v1/cases/{application.Id}/services?personal=clear")).Text.Should().Contain(Address);
        (await registrar.Get($"/api/v1/cases/{application.Id}/history?limit=200")).Text.Should().NotContain(Address).And.Contain(message.MessageId);
        (await registrar.Get("/api/v1/events?limit=200")).Text.Should().NotContain(Address).And.Contain("cn.disclosure.case.mail-requested.v1");
        ((CaseDatabase)service!.Services.GetService(typeof(CaseDatabase))!).Verification.Run(true).Faults.Should().BeEmpty();
        Read(server).Should().ContainSingle("what was sent is not sent again");
    }

    [Test]
    public async Task A_refusal_for_now_is_tried_again_after_a_while_and_not_before()
    {
        await using var server = new MailServer("451 later", "");
        await Begin(server, "email");
        await Send();
        await server.Tried();
        await Look();
        (await State()).Should().Be("pending");
        (await Send()).Should().BeProblem(409, "not-allowed");

        realTime.AdvanceMinutes(1);
        await Look();
        realTime.AdvanceMinutes(4);
        await Look();
        Read(server).Should().BeEmpty("the second try broke off, and five minutes are not over");
        realTime.AdvanceMinutes(1);
        await Look();
        Read(server).Should().ContainSingle().Which.MessageId.Should().Be($"{application.Id}.1@gov.example");
        (await State()).Should().Be("sent");
    }

    [Test]
    public async Task A_refusal_for_good_is_recorded_with_a_reason_that_names_nobody()
    {
        await using var server = new MailServer("550 no such user here:");
        await Begin(server, "email");
        await Send();
        await server.Tried();
        await Look();
        (await State()).Should().Be("failed");
        var services = await registrar.Get($"/api/v1/cases/{application.Id}/services?personal=masked");
        services.Body.GetProperty("mails")[0].GetProperty("failure").GetString().Should().Be("收件地址被拒收（550）");
        services.Body.GetProperty("services").GetArrayLength().Should().Be(0);
        (await registrar.Get($"/api/v1/cases/{application.Id}/history?limit=200")).Text.Should().Contain("收件地址被拒收（550）").And.NotContain(Address);

        await application.Refresh();
        (await Send()).Should().HaveStatus(201);
        await server.Tried();
        await Look();
        Read(server).Should().ContainSingle().Which.MessageId.Should().Be($"{application.Id}.2@gov.example");
    }

    [TestCase("554 5.7.1 rejected", "failed")]
    [TestCase("501 what", "failed")]
    [TestCase("530 5.7.0 who are you", "pending")]
    public async Task What_is_refused_for_good_is_told_from_what_the_settings_can_mend(string answer, string state)
    {
        await using var server = new MailServer(answer);
        await Begin(server, "email");
        await Send();
        await server.Tried();
        await Look();
        (await State()).Should().Be(state);
        realTime.AdvanceMinutes(1);
        await Look();
        server.Taken.Should().HaveCount(state == "failed" ? 0 : 1);
    }

    [TestCase(".zhang@example.cn")]
    [TestCase("zhang.@example.cn")]
    [TestCase("zh..ang@example.cn")]
    public void An_address_that_no_server_takes_is_no_address(string address) => MailFields.IsAddress(address).Should().BeFalse();

    [Test]
    public async Task After_days_without_success_it_is_given_up()
    {
        await using var server = new MailServer("451 later", "451 later");
        await Begin(server, "email");
        await Send();
        await server.Tried();
        await Look();
        await service!.MoveTo("2026-03-05T09:00:01+08:00");
        realTime.AdvanceMinutes(1);
        await Look();
        (await State()).Should().Be("failed");
        (await registrar.Get($"/api/v1/cases/{application.Id}/services")).Text.Should().Contain("不再发送");
    }

    [Test]
    public async Task What_was_asked_for_before_the_service_stopped_goes_out_after_the_next_start()
    {
        await using var dead = new MailServer("451 later");
        await Begin(dead, "email");
        await Send();
        await dead.Tried();
        await using var server = new MailServer();
        service = await service!.Again(server.Settings);
        await server.Tried();
        await Look();
        Read(server).Should().ContainSingle().Which.To.Mailboxes.Single().Address.Should().Be(Address);
        var key = await service.Join(Bodies.Bureau, "registrar");
        (await key.Get($"/api/v1/cases/{application.Id}/services")).Body.GetProperty("mails")[0].GetProperty("state").GetString().Should().Be("sent");
    }

    [Test]
    public async Task Where_another_way_was_asked_for_e_mail_is_refused_with_the_field_and_how_to_mend_it()
    {
        await using var server = new MailServer();
        await Begin(server, "mail");
        var refused = await Send();
        refused.Should().BeProblem(422, "invalid");
        var field = refused.Body.GetProperty("fields")[0];
        field.GetProperty("field").GetString().Should().Be("request.delivery");
        field.GetProperty("says").GetString().Should().Contain("邮寄").And.Contain("请以所要求的方式送达并登记");
        (await Send(note: "邮寄两次均退回，申请人也接受其他方式")).Should().HaveStatus(201);
    }

    [Test]
    public async Task Where_nothing_was_asked_for_how_the_recipient_did_must_be_said()
    {
        await using var server = new MailServer();
        await Begin(server, null);
        (await Send()).Body.GetProperty("fields")[0].GetProperty("field").GetString().Should().Be("note");
        (await Send(field: "applicant.contactEmail", note: "3月2日来电要求")).Body.GetProperty("fields")[0].GetProperty("field").GetString().Should().Be("applicant.contactEmail");
        (await Send(field: "applicant.name", note: "3月2日来电要求")).Body.GetProperty("fields")[0].GetProperty("field").GetString().Should().Be("field");
        (await Send(note: "3月2日来电要求")).Should().HaveStatus(201);
    }

    [Test]
    public async Task Without_a_server_nothing_is_promised()
    {
        await Begin(null, "email");
        (await Send()).Should().BeProblem(409, "not-allowed");
        (await registrar.Read(application.Id)).Version.Should().Be(application.Version);
    }

    [Test]
    public async Task A_server_whose_certificate_is_not_trusted_hears_neither_password_nor_address()
    {
        using var certificate = MailServer.Certificate();
        await using var server = new MailServer(certificate);
        await Begin(server, "email");
        await Send();
        await server.Tried();
        await Look();
        (await State()).Should().Be("pending");
        server.InClear.Should().OnlyContain(line => line.StartsWith("EHLO ") || line == "STARTTLS").And.Contain("STARTTLS");
        captured.Lines.Should().Contain(line => line.Contains("不能建立可信的加密连接"));
    }

    [Test]
    public async Task Without_encryption_nothing_is_sent_unless_the_settings_say_so()
    {
        await using var server = new MailServer();
        await Begin(server, "email", "--Mail:Tls", "starttls");
        await Send();
        await Look();
        (await State()).Should().Be("pending");
        server.InClear.Should().OnlyContain(line => line.StartsWith("EHLO ") || line == "QUIT");
    }

    [TestCase("--Mail:Tls", "perhaps")]
    [TestCase("--Mail:From", "nobody")]
    [TestCase("--Mail:Port", "0")]
    [TestCase("--Mail:User", "office")]
    [TestCase("--Mail:PasswordFile", "/nowhere/at/all")]
    public void Settings_that_cannot_be_used_stop_the_start(string name, string value)
    {
        var start = () => ServiceHost.Build(
            [.. TestService.Arguments(Path.Combine(Path.GetTempPath(), "unused")), "--Mail:Host", "mail.example", "--Mail:From", "office@gov.example", name, value], Seed);
        start.Should().Throw<StartRefusedException>().Which.Message.Should().Contain("Mail:");
    }

    [Test]
    public void A_password_is_not_sent_in_clear_to_another_machine()
    {
        var start = () => ServiceHost.Build(
            [.. TestService.Arguments(Path.Combine(Path.GetTempPath(), "unused")), "--Mail:Host", "mail.example", "--Mail:From", "office@gov.example", "--Mail:Tls", "none", "--Mail:User", "a", "--Mail:Password", "b"],
            Seed);
        start.Should().Throw<StartRefusedException>().Which.Message.Should().Contain("in clear");
    }

    private async Task Begin(MailServer? server, string? delivery, params string[] settings)
    {
        service = await TestService.Start(seed: Seed, realTime: realTime, settings: [.. server?.Settings ?? [], .. settings]);
        service.Services.GetRequiredService<ILoggerFactory>().AddProvider(captured);
        registrar = await service.Join(Bodies.Bureau, "registrar");
        var form = Forms.Citizen.With("applicant.email", Address);
        form = delivery is null ? form.Without("request.delivery") : form.With("request.delivery", new[] { delivery });
        application = await registrar.Open(Application.Procedure, Bodies.Bureau, form);
        await application.Send("register", Application.Officer);
    }

    /// <summary>Sends the second document, the receipt; the first is the form.</summary>
    private async Task<Reply> Send(string? field = null, string? note = null)
    {
        await application.Refresh();
        return await registrar.Post($"/api/v1/cases/{application.Id}/documents/2/mails", new { field, note }, ("If-Match", $"\"{application.Version}\""));
    }

    /// <summary>Waits for what is being sent, and sends what is due.</summary>
    private Task Look() => service!.Services.GetRequiredService<MailRoom>().Look(CancellationToken.None);

    private async Task<string?> State() =>
        (await registrar.Get($"/api/v1/cases/{application.Id}/services")).Body.GetProperty("mails")[0].GetProperty("state").GetString();

    private static List<MimeMessage> Read(MailServer server) =>
        [.. server.Taken.Select(taken => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(taken))))];
}
