using Workflows.Tests.Api;

namespace Workflows.Tests.EndToEnd;

/// <summary>A handler who opens one application after another and takes each to the consultation of two third parties.</summary>
internal sealed class LoadClient(string name)
{
    public const string Bureau = "huadian.education-bureau";
    public const string Application = "huadian.disclosure-application";
    public const int Parties = 2;
    public const string Consult = "consult-third-party";

    /// <summary>What an application is opened with.</summary>
    public static readonly IReadOnlyDictionary<string, object> Opening = new Dictionary<string, object>
    {
        ["channel"] = "letter",
        ["request.mark"] = true,
        ["request.formSource"] = "city",
        ["applicant.kind"] = "citizen",
        ["applicant.name"] = "李四",
        ["applicant.idType"] = "居民身份证",
        ["applicant.idNumber"] = "220282199001011234",
        ["applicant.phone"] = "13800000000",
        ["applicant.signed"] = true,
        ["applicant.appliedOn"] = "2026-03-02",
        ["request.description"] = "学校食堂的合同",
        ["request.media"] = new[] { "paper" },
        ["request.delivery"] = new[] { "mail" },
        ["enclosures"] = new[] { "id-copy" },
    };

    /// <summary>How it is taken to the consultation.</summary>
    public static readonly IReadOnlyList<(string Trigger, Dictionary<string, object> Input)> Steps =
    [
        ("register", new() { ["handling.officer"] = "张三" }),
        ("accept", new() { ["preliminary.identityGenuine"] = true }),
        ("begin-detailed-review", new() { ["handling.outOfOrder"] = false }),
        ("record-findings", new()
        {
            ["findings.stateSecret"] = "no",
            ["findings.securityOrStability"] = "no",
            ["findings.commercialSecret"] = "yes",
            ["findings.personalPrivacy"] = "no",
            ["findings.needsApproval"] = "no",
            ["findings.needsThirdPartyOpinion"] = "yes",
        }),
        (Consult, new()
        {
            ["thirdParties"] = Enumerable.Range(1, Parties)
                .Select(n => new { name = $"第{n}公司", interest = "commercial-secret", matter = "承建合同" }).ToArray(),
        }),
    ];

    private readonly List<List<SentCommand>> cases = [];

    /// <summary>The commands of each case, in the order sent.</summary>
    public IReadOnlyList<IReadOnlyList<SentCommand>> Cases => cases;

    /// <summary>The command that has no answer.</summary>
    public SentCommand? InFlight => cases.LastOrDefault()?.LastOrDefault(command => command.Acknowledged is null);

    /// <summary>Makes the key that such handlers present.</summary>
    public static async Task<string> Join(TestClient owner)
    {
        var roles = new Dictionary<string, string[]> { [Bureau] = ["registrar", "handler"] };
        var made = await owner.Post("/api/v1/access-keys", new { name = "承办人", roles });
        made.Should().HaveStatus(201);
        return made.Body.GetProperty("secret").GetString()!;
    }

    /// <summary>Works until the service is gone.</summary>
    /// <param name="client">How it is reached.</param>
    /// <param name="acknowledged">Called for every answer.</param>
    public async Task Work(TestClient client, Action acknowledged)
    {
        try
        {
            while (true)
            {
                var command = Next();
                var reply = await command.Send(client);
                reply.Should().HaveStatus(command.IfMatch is null ? 201 : 200);
                command.Acknowledged = reply;
                acknowledged();
            }
        }
        catch (HttpRequestException)
        {
            // It was killed.
        }
        catch (IOException)
        {
            // It was killed while it answered.
        }
    }

    private SentCommand Next()
    {
        if (cases.LastOrDefault() is { } sent && sent.Count <= Steps.Count)
        {
            var (trigger, input) = Steps[sent.Count - 1];
            var before = sent[^1];
            return Added(sent, new SentCommand($"/api/v1/cases/{before.Id}/triggers/{trigger}", new { input }, before.Version, $"{name}-{cases.Count}-{sent.Count}"));
        }

        List<SentCommand> opened = [];
        cases.Add(opened);
        return Added(opened, new SentCommand(
            "/api/v1/cases", new { procedure = Application, agency = Bureau, input = Opening }, null, $"{name}-{cases.Count}-0"));
    }

    private static SentCommand Added(List<SentCommand> sent, SentCommand command)
    {
        sent.Add(command);
        return command;
    }
}
