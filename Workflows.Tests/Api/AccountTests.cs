using FluentAssertions;
using Microsoft.AspNetCore.Identity;
using NodaTime;
using NodaTime.Testing;
using NUnit.Framework;
using Workflows.Api.Accounts;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>People sign in with a password, and with one-time codes where they took them up.</summary>
public sealed class AccountTests
{
    private const string Password = TestService.PASSWORD;
    private static readonly Dictionary<string, string[]> Handler = new() { [TestAgencies.Bureau] = ["handler"] };
    private FakeClock time = null!;
    private TestService service = null!;

    [SetUp]
    public async Task Start()
    {
        time = new FakeClock(Instant.FromUtc(2026, 3, 2, 1, 0));
        service = await TestService.Start(realTime: time);
    }

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task Person_acts_in_a_case_under_their_own_name()
    {
        var wang = await service.SignUp("wang", Handler);
        var opened = await wang.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
        var actor = (await wang.Get($"/api/v1/cases/{opened.Id}/history")).Body.GetProperty("entries")[0].GetProperty("actor");
        actor.GetProperty("name").GetString().Should().Be("wang 本人");
        actor.GetProperty("id").GetString().Should().StartWith("person-").And.Be((await wang.Get("/api/v1/account")).Body.GetProperty("id").GetString());
        actor.GetProperty("role").GetString().Should().Be("handler");
        (await Sound()).Should().BeTrue();
    }

    [Test]
    public async Task Password_given_by_an_administrator_must_be_changed_first()
    {
        var made = await service.Owner.Post("/api/v1/accounts", new { login = "wang", name = "王", roles = Handler });
        var given = made.Body.GetProperty("password").GetString()!;
        var client = await service.SignIn("wang", given);
        (await client.Get("/api/v1/worklist")).Should().BeProblem(403, "forbidden");
        (await client.Get("/api/v1/account")).Body.GetProperty("mustChangePassword").GetBoolean().Should().BeTrue();
        foreach (var weak in new[] { "short", "wangwangwang1!", "aaaaaaaaaaaaaaaa", given, new string('x', 129) })
            (await client.Put("/api/v1/account/password", new { current = given, password = weak })).Should().BeProblem(422, "invalid");
        (await client.Put("/api/v1/account/password", new { current = "wrong", password = Password })).Should().BeProblem(422, "invalid");
        (await client.Put("/api/v1/account/password", new { current = given, password = Password })).Should().HaveStatus(204);
        (await client.Get("/api/v1/worklist")).Should().HaveStatus(200);
        (await SignIn("wang", given)).Should().HaveStatus(401);
    }

    [Test]
    public async Task Failure_to_sign_in_does_not_say_what_was_wrong()
    {
        await service.SignUp("wang");
        await service.SignUp("disabled");
        await service.Owner.Send(HttpMethod.Post, $"/api/v1/accounts/{await Id("disabled")}/disabling", null);
        var replies = new[] { await SignIn("nobody", Password), await SignIn("wang", "wrong password"), await SignIn("disabled", Password), await SignIn("", "") };
        replies.Select(reply => Told(reply)).Distinct().Should().ContainSingle();
        replies[0].Should().BeProblem(401, "unauthenticated");
    }

    [Test]
    public async Task Account_is_locked_after_five_failures_in_a_row_for_a_quarter_of_an_hour()
    {
        await service.SignUp("wang");
        for (var attempt = 0; attempt < 5; attempt++)
            (await SignIn("wang", "wrong password")).Should().HaveStatus(401);
        (await SignIn("wang", Password)).Should().HaveStatus(401);
        time.Advance(Duration.FromMinutes(15) - Duration.FromSeconds(1));
        (await SignIn("wang", Password)).Should().HaveStatus(401);
        time.AdvanceSeconds(1);
        (await SignIn("wang", Password)).Should().HaveStatus(201);
        (await Actions()).Should().ContainInOrder("account.sign-in-failed", "account.locked", "account.signed-in", "session.begun");
        (await Sound()).Should().BeTrue();
    }

    [Test]
    public async Task Session_ends_when_idle_when_old_and_when_signed_out()
    {
        var wang = await service.SignUp("wang", Handler);
        for (var hour = 0; hour < 23; hour++)
        {
            time.AdvanceMinutes(29);
            (await wang.Get("/api/v1/worklist")).Should().HaveStatus(200);
        }

        time.AdvanceMinutes(30);
        (await wang.Get("/api/v1/worklist")).Should().BeProblem(401, "unauthenticated");
        wang = await service.SignIn("wang");
        for (var used = Duration.Zero; used < Duration.FromHours(12) - Duration.FromMinutes(20); used += Duration.FromMinutes(20))
        {
            (await wang.Get("/api/v1/worklist")).Should().HaveStatus(200);
            time.AdvanceMinutes(20);
        }

        (await wang.Get("/api/v1/worklist")).Should().HaveStatus(200);
        time.AdvanceMinutes(20);
        (await wang.Get("/api/v1/worklist")).Should().BeProblem(401, "unauthenticated");
        wang = await service.SignIn("wang");
        (await wang.Delete("/api/v1/sessions/current")).Should().HaveStatus(204);
        (await wang.Get("/api/v1/worklist")).Should().BeProblem(401, "unauthenticated");
    }

    [Test]
    public async Task Sessions_end_with_a_disabled_account_and_a_reset_password()
    {
        var wang = await service.SignUp("wang", Handler);
        var id = await Id("wang");
        (await service.Owner.Send(HttpMethod.Post, $"/api/v1/accounts/{id}/disabling", null)).Should().HaveStatus(200);
        (await wang.Get("/api/v1/worklist")).Should().HaveStatus(401);
        (await service.Owner.Send(HttpMethod.Post, $"/api/v1/accounts/{id}/enabling", null)).Should().HaveStatus(200);
        (await wang.Get("/api/v1/worklist")).Should().HaveStatus(401);
        wang = await service.SignIn("wang");
        var other = await service.SignIn("wang");
        (await wang.Put("/api/v1/account/password", new { current = Password, password = Password + "!" })).Should().HaveStatus(204);
        (await wang.Get("/api/v1/worklist")).Should().HaveStatus(200);
        (await other.Get("/api/v1/worklist")).Should().HaveStatus(401);
        (await service.Owner.Send(HttpMethod.Post, $"/api/v1/accounts/{id}/password-reset", null)).Should().HaveStatus(200);
        (await wang.Get("/api/v1/worklist")).Should().HaveStatus(401);
        (await Sound()).Should().BeTrue();
    }

    [Test]
    public async Task One_time_codes_are_asked_for_once_and_each_is_good_once()
    {
        var wang = await service.SignUp("wang");
        (await wang.Post("/api/v1/account/totp", new { password = "wrong" })).Should().BeProblem(422, "invalid");
        var enrolled = await wang.Post("/api/v1/account/totp", new { password = Password });
        enrolled.Should().HaveStatus(200);
        var secret = enrolled.Body.GetProperty("secret").GetString()!;
        var recovery = enrolled.Body.GetProperty("recoveryCodes")[0].GetString()!;
        (await SignIn("wang", Password)).Should().HaveStatus(201);
        (await wang.Post("/api/v1/account/totp/confirmation", new { code = "000000x" })).Should().BeProblem(422, "invalid");
        (await wang.Post("/api/v1/account/totp/confirmation", new { code = Code(secret) })).Should().HaveStatus(200);

        (await SignIn("wang", Password)).Should().HaveStatus(401);
        (await SignIn("wang", Password, Code(secret))).Should().HaveStatus(401);
        time.AdvanceSeconds(30);
        (await SignIn("wang", "wrong password", Code(secret))).Should().HaveStatus(401);
        (await SignIn("wang", Password, Code(secret))).Should().HaveStatus(201);
        (await SignIn("wang", Password, Code(secret))).Should().HaveStatus(401);
        (await SignIn("wang", Password, recovery)).Should().HaveStatus(201);
        (await SignIn("wang", Password, recovery)).Should().HaveStatus(401);
        wang = await service.SignIn("wang", code: enrolled.Body.GetProperty("recoveryCodes")[1].GetString());
        (await wang.Post("/api/v1/account/totp/removal", new { password = Password })).Should().HaveStatus(200);
        (await SignIn("wang", Password)).Should().HaveStatus(201);
        File.ReadAllBytes(Path.Combine(service.Folder, "data", "cases.db")).AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(secret)).Should().Be(-1);
        (await Sound()).Should().BeTrue();
    }

    [Test]
    public void One_time_codes_are_those_of_the_standard()
    {
        // RFC 6238, appendix B, the last six digits of each.
        var secret = "12345678901234567890"u8;
        OneTimeCodes.Code(secret, 59 / 30).Should().Be("287082");
        OneTimeCodes.Code(secret, 1111111109 / 30).Should().Be("081804");
        OneTimeCodes.Code(secret, 20000000000 / 30).Should().Be("353130");
        OneTimeCodes.Text(secret).Should().Be("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    [Test]
    public void Password_hash_is_slow_salted_and_says_how_it_was_made()
    {
        var passwords = new Passwords();
        var hash = passwords.Hash(Password);
        hash.Should().NotBe(passwords.Hash(Password));
        var bytes = Convert.FromBase64String(hash);
        (bytes[0], System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(5))).Should().Be(((byte)1, 600_000));
        new PasswordHasher<string>().VerifyHashedPassword("", hash, Password).Should().NotBe(PasswordVerificationResult.Failed);
    }

    [Test]
    public async Task Three_people_end_the_owner_and_the_last_of_each_stays()
    {
        var security = await service.SignUp("security", administration: "security");
        await service.SignUp("system", administration: "system");
        var ids = (System: await Id("system"), Security: await Id("security"));
        var made = await service.Owner.Post("/api/v1/accounts", new { login = "audit", name = "审计", administration = "audit" });
        made.Should().HaveStatus(201);
        (await service.Owner.Get("/api/v1/accounts")).Should().BeProblem(401, "unauthenticated");
        foreach (var request in new[] { $"{ids.System}/disabling", $"{ids.Security}/disabling" })
            (await security.Send(HttpMethod.Post, $"/api/v1/accounts/{request}", null)).Should().BeProblem(409, "not-allowed");
        (await security.Put($"/api/v1/accounts/{ids.System}", new { name = "改任", administration = "audit" })).Should().BeProblem(409, "not-allowed");
        (await security.Put($"/api/v1/accounts/{ids.Security}", new { name = "自任", roles = Handler })).Should().BeProblem(409, "not-allowed");
        (await security.Post("/api/v1/access-keys", new { name = "另一系统管理员", administration = "system" })).Should().HaveStatus(201);
        (await security.Send(HttpMethod.Post, $"/api/v1/accounts/{ids.System}/disabling", null)).Should().HaveStatus(200);
    }

    [Test]
    public async Task Roles_of_an_account_hold_at_once()
    {
        var wang = await service.SignUp("wang", Handler);
        var opened = await wang.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
        (await service.Owner.Put($"/api/v1/accounts/{await Id("wang")}", new { name = "王" })).Should().HaveStatus(200);
        (await wang.Get($"/api/v1/cases/{opened.Id}")).Should().BeProblem(404, "not-found");
        (await service.Owner.Post("/api/v1/accounts", new { login = "wang", name = "另一人" })).Should().BeProblem(409, "not-allowed");
        foreach (var login in new[] { "", "Wang", "王登记", "a b", "ab" })
            (await service.Owner.Post("/api/v1/accounts", new { login, name = "某人" })).Should().BeProblem(422, "invalid");
    }

    private Task<Reply> SignIn(string login, string password, string? code = null) => service.With(null).Post("/api/v1/sessions", new { login, password, code });

    private async Task<string> Id(string login) => (await service.Owner.Get("/api/v1/accounts")).Body.GetProperty("accounts").EnumerateArray()
        .Single(account => account.GetProperty("login").GetString() == login).GetProperty("id").GetString()!;

    private async Task<string[]> Actions() =>
        [.. (await service.Owner.Get("/api/v1/audit/admin-log?limit=200")).Body.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("action").GetString()!)];

    private async Task<bool> Sound() =>
        (await service.Owner.Send(HttpMethod.Post, "/api/v1/audit/verification", null)).Body.GetProperty("sound").GetBoolean();

    private string Code(string secret) => OneTimeCodes.Code(Bytes(secret), time.GetCurrentInstant().ToUnixTimeSeconds() / 30);

    private static byte[] Bytes(string base32)
    {
        var bits = string.Concat(base32.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }

    private static string Told(Reply reply) => string.Join('|', reply.Body.EnumerateObject().Where(one => one.Name != "traceId").Select(one => one.Value.GetRawText()));
}
