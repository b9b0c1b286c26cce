using System.Net.Http.Headers;
using System.Text.Json;
using FluentAssertions;
using FluentAssertions.Execution;
using FluentAssertions.Primitives;

namespace Workflows.Tests.Api;

/// <summary>What the service answered.</summary>
/// <param name="Status">Status.</param>
/// <param name="Body">The body where it is JSON; undefined otherwise.</param>
/// <param name="Text">The body.</param>
/// <param name="Headers">Headers.</param>
/// <param name="MediaType">Media type of the body.</param>
public sealed record Reply(int Status, JsonElement Body, string Text, HttpResponseHeaders Headers, string? MediaType)
{
    public static async Task<Reply> Of(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var type = response.Content.Headers.ContentType?.MediaType;
        var body = type?.EndsWith("json", StringComparison.Ordinal) == true && text.Length > 0 ? JsonDocument.Parse(text).RootElement : default;
        return new Reply((int)response.StatusCode, body, text, response.Headers, type);
    }

    /// <summary>A header's only value, or null.</summary>
    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.Single() : null;

    public ReplyAssertions Should() => new(this);
}

/// <summary>What a test says of an answer.</summary>
public sealed class ReplyAssertions(Reply reply) : ReferenceTypeAssertions<Reply, ReplyAssertions>(reply)
{
    protected override string Identifier => "reply";

    /// <summary>The status is this one; a failure shows the body.</summary>
    public AndConstraint<ReplyAssertions> HaveStatus(int status)
    {
        Execute.Assertion.ForCondition(Subject.Status == status).FailWith("Expected status {0} but found {1}: {2}", status, Subject.Status, Subject.Text);
        return new(this);
    }

    /// <summary>It is a problem of this status and kind, complete in form.</summary>
    public AndConstraint<ReplyAssertions> BeProblem(int status, string kind)
    {
        HaveStatus(status);
        Subject.MediaType.Should().Be("application/problem+json");
        Subject.Body.GetProperty("type").GetString().Should().Be($"urn:disclosure-workflows:problem:{kind}");
        Subject.Body.GetProperty("status").GetInt32().Should().Be(status);
        foreach (var text in new[] { "title", "detail", "traceId" })
            Subject.Body.GetProperty(text).GetString().Should().NotBeNullOrEmpty();
        Subject.Body.GetProperty("unmetRules").ValueKind.Should().Be(JsonValueKind.Array);
        Subject.Body.GetProperty("fields").ValueKind.Should().Be(JsonValueKind.Array);
        return new(this);
    }
}
