using System.Text;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using NUnit.Framework;
using Workflows.Api.Documents;
using Workflows.Api.Hosting;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Admin;

/// <summary>What a later product brings in another text becomes the next version; what administrators wrote is theirs.</summary>
public sealed class DeliveryTests
{
    private const string Procedure = TestProcedures.Application;
    private static readonly string First = TestProcedures.Text(Procedure);
    private static readonly string Second = First + "\n# 第二次交付\n";
    private static readonly string Administrators = First + "\n# 管理员\n";
    private static readonly ActorStamp System = new(Actor.System.Id, Actor.System.Name, null, null);
    private static readonly DocumentTemplate Template = TemplateCatalogue.BuiltIn[0];

    private string folder = null!;
    private string? key;

    [SetUp]
    public void Prepare()
    {
        folder = Path.Combine(Path.GetTempPath(), "workflows-tests", Path.GetRandomFileName());
        key = null;
    }

    [TearDown]
    public void Clear() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Text_changed_by_a_release_is_the_next_version_and_running_cases_keep_theirs()
    {
        string handlerKey, before;
        await using (var host = await Start(First))
        {
            var made = await Client(host).Post("/api/v1/access-keys", new { name = "承办", roles = new Dictionary<string, string[]> { [TestAgencies.Bureau] = ["handler"] } });
            handlerKey = made.Body.GetProperty("secret").GetString()!;
            before = (await Client(host, handlerKey).Open(Procedure, TestAgencies.Bureau, new { subject = "预算" })).Id;
        }

        await using var next = await Start(Second);
        Texts(next).Should().Equal(First, Second);
        Database(next).Definitions.All().Should().OnlyContain(version => version.PublishedBy == Actor.System.Name);
        var handler = Client(next, handlerKey);
        (await handler.Read(before)).View.GetProperty("procedure").GetProperty("version").GetInt32().Should().Be(1);
        (await handler.Open(Procedure, TestAgencies.Bureau, new { subject = "决算" })).View.GetProperty("procedure").GetProperty("version").GetInt32().Should().Be(2);
    }

    [Test]
    public async Task Same_texts_again_write_nothing()
    {
        Anchor anchor;
        await using (var first = await Start(First))
            anchor = Database(first).Verification.LastCheckpoint();
        await using (var second = await Start(First))
            Database(second).Verification.LastCheckpoint().Should().Be(anchor);
        await using var third = await Start(Second);
        Database(third).Verification.LastCheckpoint().Checkpoint.Should().Be(anchor.Checkpoint + 1, "one definition was delivered");
    }

    [Test]
    public async Task Release_that_goes_back_to_an_earlier_text_is_followed()
    {
        foreach (var text in new[] { First, Second, First })
            await (await Start(text)).DisposeAsync();
        await using var host = await Start(First);
        Texts(host).Should().Equal(First, Second, First);
    }

    [Test]
    public async Task Draft_in_work_is_left_alone_until_it_is_discarded()
    {
        await using (var host = await Start(First))
            (await Client(host).SaveDraft(Procedure, Administrators)).Should().HaveStatus(201);
        await using (var host = await Start(Second))
        {
            Texts(host).Should().Equal(First);
            Database(host).Definitions.FindDraft(Procedure).Should().Match<Workflows.Storage.Draft>(draft => draft.Yaml == Administrators && draft.Revision == 1);
            (await Database(host).Definitions.DiscardDraft(Procedure, 1, System)).Should().BeTrue();
        }

        await using var later = await Start(Second);
        Texts(later).Should().Equal(First, Second);
    }

    [Test]
    public async Task Version_of_an_administrator_is_neither_followed_by_a_delivery_nor_changed()
    {
        PublishedDefinition published;
        await using (var host = await Start(First))
        {
            await Client(host).Publish(Procedure, Administrators);
            published = Database(host).Definitions.All().Single(version => version is { Procedure: Procedure, Version: 2 });
        }

        foreach (var text in new[] { First, Second })
        {
            await using var host = await Start(text);
            Texts(host).Should().Equal(First, Administrators);
            Database(host).Definitions.All().Should().Contain(published);
            (await Client(host).Get($"/api/v1/procedures/{Procedure}")).Body.GetProperty("newest").GetProperty("version").GetInt32().Should().Be(2);
        }
    }

    [Test]
    public async Task Template_changed_by_a_release_is_the_next_version()
    {
        await Stored((0, "<h1>早先的文本</h1>", System));
        await using (var host = await Start(First))
            Versions(host).Should().Equal((0, "<h1>早先的文本</h1>"), (1, Template.Source));
        await using var again = await Start(First);
        Versions(again).Should().HaveCount(2);
    }

    [Test]
    public async Task Template_of_an_administrator_stands()
    {
        var owner = System with { Id = "key-1", Name = "所有者" };
        await Stored((0, "<h1>早先的文本</h1>", System), (1, "<h1>本地的文本</h1>", owner));
        await using var host = await Start(First);
        Versions(host).Should().Equal((0, "<h1>早先的文本</h1>"), (1, "<h1>本地的文本</h1>"));
    }

    [TestCase("系统")]
    [TestCase("期限届满")]
    public async Task Nobody_takes_the_name_of_the_service(string name)
    {
        await using var host = await Start(First);
        (await Client(host).Post("/api/v1/access-keys", new { name })).Should().BeProblem(422, "invalid");
    }

    private static CaseDatabase Database(ServiceHost host) => host.Services.GetRequiredService<CaseDatabase>();

    private static string[] Texts(ServiceHost host) =>
        [.. Database(host).Definitions.All().Where(version => version.Procedure == Procedure).Select(version => version.Yaml)];

    private static (int Version, string Text)[] Versions(ServiceHost host) => [.. Database(host).Templates.All()
        .Where(version => version.Id == Template.Id).Select(version => (version.Version, Encoding.UTF8.GetString(version.Content.AsSpan())))];

    /// <summary>A start of a product that brings this text.</summary>
    private async Task<ServiceHost> Start(string text)
    {
        var changed = ProcedureVersion.Of(DefinitionReader.Read(text, Procedure).Definition!, 1);
        var others = TestService.SmallSeed.Procedures.Latest.Where(version => version.Procedure != Procedure);
        var host = ServiceHost.Build(
            TestService.Arguments(folder),
            new Seed(others.Append(changed).Aggregate(ProcedureCatalogue.Empty, (all, version) => all.With(version)), [.. TestAgencies.Directory.All.Values]));
        key = await host.Start() ?? key;
        return host;
    }

    /// <summary>A database as an earlier product left it.</summary>
    private async Task Stored(params (int Version, string Text, ActorStamp By)[] versions)
    {
        var options = new StorageOptions
        {
            DataFolder = Path.Combine(folder, "data"),
            Clock = new FakeClock(Instant.FromUtc(2026, 3, 1, 0, 0)),
            Sandbox = true,
        };
        using var database = CaseDatabase.Open(options, (_, _) => throw new InvalidOperationException("There are no cases."));
        foreach (var (version, text, by) in versions)
            await database.Templates.Publish(Template.Id, version, [.. Encoding.UTF8.GetBytes(text)], by);
    }

    private TestClient Client(ServiceHost host, string? other = null)
    {
        var http = new HttpClient { BaseAddress = new Uri(host.Address) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", other ?? key);
        return new TestClient(http);
    }
}
