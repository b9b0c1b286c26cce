using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>Starting, starting again, and what is refused.</summary>
public sealed class StartTests
{
    private string folder = null!;

    [SetUp]
    public void Prepare() => folder = Path.Combine(Path.GetTempPath(), "workflows-tests", Path.GetRandomFileName());

    [TearDown]
    public void Clear()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task First_start_gives_the_owners_key_once_and_everything_is_kept()
    {
        string id;
        string? key;
        await using (var first = ServiceHost.Build(TestService.Arguments(folder), TestService.SmallSeed))
        {
            key = await first.Start();
            key.Should().MatchRegex("^dw_[0-9a-f]{64}$");
            var owner = Client(first, key!);
            var made = await owner.Post("/api/v1/access-keys", new { name = "承办", roles = new Dictionary<string, string[]> { [TestAgencies.Bureau] = ["handler"] } });
            var handler = Client(first, made.Body.GetProperty("secret").GetString()!);
            id = (await handler.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" })).Id;
            (await owner.Put("/api/v1/sandbox/clock", new { now = "2026-03-05T09:00:00+08:00" })).Should().HaveStatus(200);
        }

        await using var second = ServiceHost.Build(TestService.Arguments(folder), TestService.SmallSeed);
        (await second.Start()).Should().BeNull();
        (await Client(second, key!).Read(id)).State.Should().Be("received");
        (await Client(second, key!).Get("/api/v1/sandbox/clock")).Body.GetProperty("now").GetString().Should().Be("2026-03-05T09:00:00+08:00");
    }

    [Test]
    public async Task Owners_key_is_not_lost_to_a_start_that_fails()
    {
        await using var other = await TestService.Start();
        await using (var busy = ServiceHost.Build([.. TestService.Arguments(folder), "--urls", other.Address], TestService.SmallSeed))
            await busy.Invoking(host => host.Start()).Should().ThrowAsync<IOException>();
        await using var free = ServiceHost.Build(TestService.Arguments(folder), TestService.SmallSeed);
        (await free.Start()).Should().StartWith("dw_");
    }

    [Test]
    public async Task Database_in_use_is_refused_in_one_line()
    {
        await using var first = ServiceHost.Build(TestService.Arguments(folder), TestService.SmallSeed);
        await first.Start();
        var (code, _, error) = await Run("verify", folder);
        code.Should().Be(2);
        error.Trim().Should().NotBeEmpty().And.NotContain("\n");
    }

    [Test]
    public async Task Sandbox_is_refused_in_production_and_its_database_without_the_clock()
    {
        await using (var first = ServiceHost.Build(TestService.Arguments(folder), TestService.SmallSeed))
            await first.Start();
        var inProduction = () => ServiceHost.Build([.. TestService.Arguments(folder)[..^1], "Production"]);
        inProduction.Should().Throw<Exception>().WithMessage("*Production*");
        var (code, _, error) = await Run("verify", folder, sandbox: false);
        code.Should().Be(2);
        error.Trim().Should().NotContain("\n");
    }

    [Test]
    public async Task Verify_reports_no_faults_in_a_sound_database()
    {
        await using (var service = ServiceHost.Build(TestService.Arguments(folder), TestService.SmallSeed))
            await service.Start();
        var (code, output, error) = await Run("verify", folder);
        error.Should().BeEmpty();
        code.Should().Be(0);
        output.Should().Contain("No faults.");
    }

    [Test]
    public async Task Verify_without_a_database_makes_none()
    {
        var (code, _, error) = await Run("verify", folder);
        code.Should().Be(2);
        error.Should().Contain("data");
        Directory.Exists(Path.Combine(folder, "data")).Should().BeFalse();
    }

    [Test]
    public async Task Command_Unknown_is_told_with_those_that_exist()
    {
        using var error = new StringWriter();
        (await CommandLine.Run(["sevre"], TextWriter.Null, error)).Should().Be(2);
        error.ToString().Should().Contain("serve").And.Contain("verify").And.Contain("openapi");
    }

    [Test]
    public async Task Contract_served_is_the_contract_kept()
    {
        using var output = new StringWriter();
        (await CommandLine.Run(["openapi"], output, TextWriter.Null)).Should().Be(0);
        var kept = await File.ReadAllTextAsync(Path.Combine(Repository(), "openapi.yaml"));
        output.ToString().Should().Be(kept, "run 'dotnet run --project Workflows.Api -- openapi > openapi.yaml' after a change");
    }

    private static TestClient Client(ServiceHost host, string key)
    {
        var http = new HttpClient { BaseAddress = new Uri(host.Address) };
        http.DefaultRequestHeaders.Add("Authorization", $"Bearer {key}");
        return new TestClient(http);
    }

    private static async Task<(int Code, string Output, string Error)> Run(string command, string folder, bool sandbox = true)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] options = sandbox ? TestService.Arguments(folder) : ["--data", Path.Combine(folder, "data")];
        return (await CommandLine.Run([command, .. options], output, error), output.ToString(), error.ToString());
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DisclosureWorkflows.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
