using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using Workflows.Storage;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Fuzz;

/// <summary>
/// Requests generated from the contract as it is served, each with something wrong: none makes an error of the service, none
/// that is refused changes anything, memory does not grow, and no log and no refusal holds a secret or what stands for a
/// personal value. <c>FUZZ_REQUESTS</c> sets how many (100,000 for the long form), <c>FUZZ_SEED</c> which.
/// </summary>
/// <remarks>What is right by accident may be answered with 2xx; it alone may change something, so state is compared over every group without one.</remarks>
public sealed class FuzzTests
{
    private const int Group = 100;
    private const long Mebibyte = 1024 * 1024;
    private const long MemoryBound = 64 * Mebibyte;

    /// <summary>Bodies of many megabytes pass through pools, which keep what they have used up to a bound of their own.</summary>
    private const long PoolBound = 1024 * Mebibyte;

    private readonly ConcurrentDictionary<int, int> statuses = new();
    private readonly ConcurrentDictionary<string, int> accepted = new();
    private IReadOnlyCollection<string> lines = [];
    private int cutOff;

    private static int Requests => Setting("FUZZ_REQUESTS", 3_000);

    private static int Seed => Setting("FUZZ_SEED", 20260302);

    [Test]
    public async Task Nothing_generated_from_the_contract_makes_an_error_or_changes_anything()
    {
        await using var service = await TestService.Start(settings: ["--Logging:Console:LogLevel:Default", "None", "--RateLimit:Caller:Requests", "0", "--RateLimit:Anonymous:Requests", "0", "--RateLimit:FailedAuthentication:Requests", "0"]);
        var people = await People(service);
        string[] secrets = [Hostile.Mark, "欧阳春花", .. people.Select(person => person.Key).OfType<string>()];
        // What is kept would count as memory of the service.
        using var log = CapturedLog.Of(service, line => IsError(line) || secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)));
        lines = log.Lines;
        var known = await Known(people[1].Client);
        var data = Path.Combine(service.Folder, "data");
        var document = JsonNode.Parse((await service.With(null).Get("/openapi.json")).Text)!;
        var forge = new RequestForge(document, Seed, known);
        TestContext.Out.WriteLine($"{Requests} requests for {forge.Operations.Count} operations, FUZZ_SEED={Seed}");

        var (memory, compared, from) = (0L, 0, 0);
        var state = StoredState.Of(data);
        while (from < Requests)
        {
            var count = Math.Min(Group, Requests - from);
            var changed = 0;
            await Parallel.ForAsync(from, from + count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, cancel) =>
            {
                if (await Send(service, forge, people[number / forge.Operations.Count % people.Count], number, cancel))
                    Interlocked.Increment(ref changed);
            });
            var after = StoredState.Of(data);
            if (changed == 0)
            {
                after.Should().Be(state, "requests {0} to {1} of seed {2} were refused or read only", from, from + count - 1, Seed);
                compared++;
            }

            state = after;
            from += count;
            // What is made once and kept has been made by now.
            if (memory == 0 && from >= 1_000)
                (memory, _) = Memory();
        }

        var (small, large) = Memory();
        var grown = small - memory;
        TestContext.Out.WriteLine(string.Join(", ", statuses.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}")));
        TestContext.Out.WriteLine($"state compared over {compared} groups of {Group}; cut off while sending: {cutOff}; memory grew by {grown / 1024} KiB, large objects {large / Mebibyte} MiB; {log.Count} log lines");
        TestContext.Out.WriteLine("right by accident: " + string.Join(", ", accepted.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}")));
        compared.Should().BeGreaterThan(Requests / Group / 4, "state must really have been compared");
        grown.Should().BeLessThan(MemoryBound);
        large.Should().BeLessThan(PoolBound);
        log.Count.Should().BePositive();
        log.Lines.Should().BeEmpty("no line tells a secret or of an error");
        (await service.With(null).Get("/health/ready")).Should().HaveStatus(200);
        service.Services.GetRequiredService<CaseDatabase>().Verification.Run(replayed: true).Faults.Should().BeEmpty();
    }

    /// <summary>Those who send: administrators, workers of two agencies, an auditor, somebody with a wrong key, nobody.</summary>
    private static async Task<IReadOnlyList<Person>> People(TestService service)
    {
        var people = new List<Person> { Of(service.OwnerKey) };
        foreach (var (agency, role) in new[] { (TestAgencies.Bureau, "handler"), (TestAgencies.Bureau, "auditor"), (TestAgencies.Secrecy, "handler") })
        {
            var made = await service.Owner.Post("/api/v1/access-keys", new { name = role, roles = new Dictionary<string, string[]> { [agency] = [role] } });
            made.Should().HaveStatus(201);
            people.Add(Of(made.Body.GetProperty("secret").GetString()));
        }

        return [.. people, Of("dw_wrong"), Of(null)];

        Person Of(string? key)
        {
            var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8, AllowAutoRedirect = false };
            var http = new HttpClient(handler) { BaseAddress = new Uri(service.Address), Timeout = TimeSpan.FromMinutes(2) };
            if (key is not null)
                http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            return new Person(key == "dw_wrong" ? null : key, new TestClient(http));
        }
    }

    private static async Task<string[]> Known(TestClient handler)
    {
        var opened = await handler.Open(
            TestProcedures.Application, TestAgencies.Bureau, new Dictionary<string, object> { ["subject"] = "预算", ["applicant.name"] = "欧阳春花" });
        return [opened.Id, TestProcedures.Application, TestAgencies.Bureau];
    }

    /// <summary>Sends one; true when it may have changed something.</summary>
    private async Task<bool> Send(TestService service, RequestForge forge, Person person, int number, CancellationToken cancel)
    {
        var operation = forge.Operation(number);
        using var request = forge.Make(new Uri(service.Address), number);
        try
        {
            using var response = await person.Client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            var status = (int)response.StatusCode;
            statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
            var text = response.Content.Headers.ContentType?.MediaType == "text/event-stream" ? "" : await response.Content.ReadAsStringAsync(cancel);
            status.Should().BeLessThan(500, "request {0} of seed {1} ({2} {3}): {4}",
                number, Seed, request.Method, operation.Path, lines.LastOrDefault(IsError));
            if (status >= 400 && !operation.TakesText)
                text.Should().NotContain(Hostile.Mark, "request {0} of seed {1} ({2}) was refused", number, Seed, operation.Id);
            if (status >= 400 || !operation.IsUnsafe)
                return false;
            accepted.AddOrUpdate(operation.Id, 1, (_, count) => count + 1);
            return true;
        }
        catch (HttpRequestException cut) when (cut.InnerException is IOException)
        {
            // The service answers and hangs up before all of what is too large has been sent.
            Interlocked.Increment(ref cutOff);
            return false;
        }
    }

    /// <summary>What is alive after everything that can be was taken away: objects of ordinary size, and large ones.</summary>
    private static (long Small, long Large) Memory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        var generations = GC.GetGCMemoryInfo(GCKind.FullBlocking).GenerationInfo;
        return (Alive(generations[0]) + Alive(generations[1]) + Alive(generations[2]) + Alive(generations[4]), Alive(generations[3]));

        static long Alive(GCGenerationInfo generation) => generation.SizeAfterBytes - generation.FragmentationAfterBytes;
    }

    private static bool IsError(string line) => line.StartsWith("Error", StringComparison.Ordinal);

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <param name="Key">Their key, which is a secret; null for none or a wrong one.</param>
    /// <param name="Client">Sends in their name.</param>
    private sealed record Person(string? Key, TestClient Client);
}
