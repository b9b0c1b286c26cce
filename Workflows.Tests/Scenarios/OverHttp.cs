using FluentAssertions;
using NodaTime;
using NodaTime.Text;
using NUnit.Framework;
using Workflows.Api.Hosting;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Tests.Api;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Scenarios;

/// <summary>The way to each end of each procedure once more, through the API with the sandbox clock: what the rules lead to, the service does.</summary>
[Parallelizable(ParallelScope.Children)]
public class OverHttp
{
    // Of no kind, so that the calendar opens nothing, as it opens nothing in the worlds of the routes.
    private static readonly Seed Seed = new(ProcedureCatalogue.Embedded, [.. Bodies.Directory.All.Values.Select(agency => agency with { Kinds = [] })]);

    private static readonly TestCaseData[] Ends =
    [
        .. Routes.Known.Where(known => Catalogue.Definition(known.Procedure).States.Single(state => state.Name == known.State).Final)
            .Select(known => new TestCaseData(known.Procedure, known.State)),
    ];

    [TestCaseSource(nameof(Ends))]
    public async Task A_case_comes_to_its_end_over_http(string procedure, string end)
    {
        var route = Routes.To(procedure, end);
        var told = route.World.Told;
        await using var service = await TestService.Start(Text(told[0].At), Seed);
        var everyone = await service.Join(Bodies.Directory.All.Keys.ToDictionary(agency => agency, _ => Bodies.Roles.ToArray()));
        var replay = new Replay(route.World, everyone);
        foreach (var (request, at) in told)
        {
            await service.MoveTo(Text(at));
            if (request is null)
                continue;
            await replay.Send(request);
            await replay.TryWhatIsNotOffered(route.Id);
        }

        var ended = await replay.Read(route.Id);
        ended.State.Should().Be(end);
        ended.Outcome.Should().Be(route.State.Outcome);
        ended.View.GetProperty("reference").GetString().Should().Be(route.State.Reference);
        ended.Documents.Should().Equal(route.State.Documents.Select(issued => issued.Document));
        (await replay.History(route.Id)).Should().Equal(route.World.Journal.History(route.Id).Select(Line));
    }

    private static string Text(Instant at) => OffsetDateTimePattern.Rfc3339.Format(at.WithOffset(Offset.FromHours(8)));

    /// <summary>What happened, and its legal day.</summary>
    private static string Line(JournalEntry entry) => $"{entry.Event.GetType().Name} {LocalDatePattern.Iso.Format(entry.OccurredOn)}";

    /// <summary>Sends what a world was told; cases have other ids there.</summary>
    private sealed class Replay(World world, TestClient client)
    {
        private readonly Dictionary<CaseId, string> ids = [];

        public async Task Send(CaseRequest request)
        {
            var command = request.Command;
            var body = new { occurredOn = Day(command.OccurredOn), note = command.Note };
            switch (command)
            {
                case Command.OpenCase { Parent: null } open:
                    var opened = await client.Post("/api/v1/cases", new { procedure = request.Procedure, agency = open.Agency, input = open.Input.Json, body.occurredOn, body.note });
                    opened.Should().HaveStatus(201);
                    ids[open.Id] = opened.Body.GetProperty("id").GetString()!;
                    break;
                case Command.FireTrigger fire:
                    await Post(request.Case, $"triggers/{fire.Trigger}", new { input = fire.Input.Json, body.occurredOn, body.note });
                    break;
                case Command.CorrectDate correct:
                    await Post(request.Case, "corrections", new { sequence = correct.Sequence, day = Day(correct.Day), body.note });
                    break;
                case Command.CancelCase:
                    await Post(request.Case, "cancellation", new { body.note });
                    break;
                default:
                    throw new AssertionException($"A client cannot send {command}.");
            }
        }

        public async Task<KnownCase> Read(CaseId id) => await client.Read(await IdOf(id));

        public async Task<IEnumerable<string>> History(CaseId id)
        {
            var history = await client.Get($"/api/v1/cases/{await IdOf(id)}/history?limit=200");
            return history.Body.GetProperty("entries").EnumerateArray().Select(entry =>
                $"{Pascal(entry.GetProperty("event").GetString()!)} {entry.GetProperty("occurredOn").GetString()}");
        }

        /// <summary>Every trigger of the procedure that the state does not offer is refused, with a rule, and changes nothing.</summary>
        public async Task TryWhatIsNotOffered(CaseId id)
        {
            if (world.Journal.Cases.All(known => known.Id != id) || !await Knows(id))
                return;
            var one = await Read(id);
            var definition = Catalogue.Definition(world.State(id).Procedure);
            var offered = one.Allowed.Concat(one.View.GetProperty("refused").EnumerateArray().Select(trigger => trigger.GetProperty("name").GetString()!)).ToHashSet();
            foreach (var trigger in definition.States.SelectMany(state => state.On).Concat(definition.Anywhere).Select(known => known.Name).Distinct().Where(name => !offered.Contains(name)))
            {
                var refused = await one.Try(trigger);
                refused.Should().HaveStatus(409);
                refused.Body.GetProperty("unmetRules").GetArrayLength().Should().BePositive();
            }

            (await Read(id)).Version.Should().Be(one.Version);
        }

        private async Task Post(CaseId id, string what, object body)
        {
            var one = await Read(id);
            (await client.Post($"/api/v1/cases/{one.Id}/{what}", body, ("If-Match", $"\"{one.Version}\""))).Should().HaveStatus(200);
        }

        /// <summary>A child is found through its parent, by its place among the children; what the calendar opens has the same id everywhere.</summary>
        private async Task<string> IdOf(CaseId id)
        {
            if (ids.TryGetValue(id, out var known))
                return known;
            if (world.State(id).Parent is not { } parent)
                return ids[id] = id.ToString();
            var index = world.State(parent.Case).Children.Select(child => child.Id).ToList().IndexOf(id);
            return ids[id] = (await client.Read(await IdOf(parent.Case))).Children[index];
        }

        /// <summary>Whether the case has been opened by now.</summary>
        private async Task<bool> Knows(CaseId id)
        {
            if (ids.ContainsKey(id))
                return true;
            if (world.State(id).Parent is not { } parent)
                return (await client.Get($"/api/v1/cases/{id}")).Status == 200;
            var index = world.State(parent.Case).Children.Select(child => child.Id).ToList().IndexOf(id);
            return await Knows(parent.Case) && (await client.Read(await IdOf(parent.Case))).Children.Length > index;
        }

        private static string? Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;

        private static string Pascal(string kebab) => string.Concat(kebab.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
