using System.Net.Http.Headers;
using NodaTime;
using Workflows.Api.Hosting;
using Workflows.Definitions;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api;

/// <summary>The whole service in this process: a database of its own, a free port, a sandbox clock, and its owner.</summary>
public sealed class TestService : IAsyncDisposable
{
    /// <summary>A Monday.</summary>
    public const string MON_2026_03_02 = "2026-03-02T09:00:00+08:00";

    /// <summary>A good password.</summary>
    public const string PASSWORD = "correct horse battery";

    private readonly ServiceHost host;
    private readonly Seed seed;

    private TestService(ServiceHost host, Seed seed, string folder, string ownerKey)
    {
        this.host = host;
        this.seed = seed;
        Folder = folder;
        OwnerKey = ownerKey;
        Owner = With(ownerKey);
    }

    /// <summary>Two small procedures and three agencies.</summary>
    public static Seed SmallSeed { get; } = new(
        TestProcedures.All.Aggregate(ProcedureCatalogue.Empty, (all, definition) => all.With(ProcedureVersion.Of(definition, 1))),
        [.. TestAgencies.Directory.All.Values]);

    /// <summary>Where its data are.</summary>
    public string Folder { get; }

    public string Address => host.Address;

    public IServiceProvider Services => host.Services;

    public string OwnerKey { get; }

    /// <summary>Administers, and holds no role in cases.</summary>
    public TestClient Owner { get; }

    /// <summary>Starts it with a new database.</summary>
    /// <param name="now">Where the clock begins.</param>
    /// <param name="seed">Procedures and agencies; the small ones when null.</param>
    /// <param name="realTime">Real time; null for the clock of the system.</param>
    /// <param name="settings">More of the command line.</param>
    public static async Task<TestService> Start(string now = MON_2026_03_02, Seed? seed = null, IClock? realTime = null, params string[] settings)
    {
        var folder = Path.Combine(Path.GetTempPath(), "workflows-tests", Path.GetRandomFileName());
        var host = ServiceHost.Build([.. Arguments(folder, now), .. settings], seed ?? SmallSeed, realTime);
        return new TestService(host, seed ?? SmallSeed, folder, (await host.Start())!);
    }

    /// <summary>Stops it, and starts it again on the same database.</summary>
    /// <param name="settings">More of the command line.</param>
    public async Task<TestService> Again(params string[] settings)
    {
        await host.DisposeAsync();
        var next = ServiceHost.Build([.. Arguments(Folder), .. settings], seed);
        await next.Start();
        return new TestService(next, seed, Folder, OwnerKey);
    }

    /// <summary>The command line of a sandbox in a folder.</summary>
    public static string[] Arguments(string folder, string now = MON_2026_03_02) =>
        ["--data", Path.Combine(folder, "data"), "--urls", "http://127.0.0.1:0", "--sandbox-clock", now, "--environment", "Development"];

    /// <summary>A client that presents a key; null for none.</summary>
    public TestClient With(string? key)
    {
        var http = new HttpClient { BaseAddress = new Uri(Address) };
        if (key is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return new TestClient(http);
    }

    /// <summary>A client with a new key that holds roles in one agency and may back-date.</summary>
    public Task<TestClient> Join(string agency, params string[] roles) => Join(new Dictionary<string, string[]> { [agency] = roles });

    /// <summary>A client with a new key that holds roles in several agencies.</summary>
    public async Task<TestClient> Join(Dictionary<string, string[]> roles, bool mayBackdate = true)
    {
        var made = await Owner.Post("/api/v1/access-keys", new { name = "测试人员", roles, mayBackdate });
        made.Should().HaveStatus(201);
        return With(made.Body.GetProperty("secret").GetString());
    }

    /// <summary>A client with a new key that administers one kind; with the third kind the owner ends.</summary>
    public async Task<TestClient> Administrator(string kind, TestClient? by = null)
    {
        var made = await (by ?? Owner).Post("/api/v1/access-keys", new { name = $"{kind} 管理员", administration = kind });
        made.Should().HaveStatus(201);
        return With(made.Body.GetProperty("secret").GetString());
    }

    /// <summary>A client who signed in to a new account, whose password they have changed to <see cref="PASSWORD"/>.</summary>
    public async Task<TestClient> SignUp(string login, Dictionary<string, string[]>? roles = null, string? administration = null)
    {
        var made = await Owner.Post("/api/v1/accounts", new { login, name = $"{login} 本人", roles, administration });
        made.Should().HaveStatus(201);
        var client = await SignIn(login, made.Body.GetProperty("password").GetString()!);
        (await client.Put("/api/v1/account/password", new { current = made.Body.GetProperty("password").GetString(), password = PASSWORD })).Should().HaveStatus(204);
        return client;
    }

    /// <summary>A client with a new session; fails the test when refused.</summary>
    public async Task<TestClient> SignIn(string login, string password = PASSWORD, string? code = null)
    {
        var begun = await With(null).Post("/api/v1/sessions", new { login, password, code });
        begun.Should().HaveStatus(201);
        return With(begun.Body.GetProperty("token").GetString());
    }

    /// <summary>Sets the clock forward; everything due by then is done when this returns.</summary>
    public async Task MoveTo(string instant) =>
        (await Owner.Put("/api/v1/sandbox/clock", new { now = instant })).Should().HaveStatus(200);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
