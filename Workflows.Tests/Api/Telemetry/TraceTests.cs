using System.Collections.Concurrent;
using System.Diagnostics;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using NUnit.Framework;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Workflows.Api.Hosting;
using Workflows.Api.Telemetry;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Telemetry;

/// <summary>Traces name operations and outcomes, and nothing that a client sent.</summary>
[NonParallelizable]
public sealed class TraceTests
{
    private const string Secret = "令狐标记";

    [Test]
    public async Task Traces_hold_no_path_no_query_and_no_field()
    {
        var ended = new Collector();
        await using var service = await TestService.Start();
        using (TelemetryExport.Trace(Sdk.CreateTracerProviderBuilder()).AddProcessor(ended).Build())
        {
            var handler = await service.Join(TestAgencies.Bureau, "handler");
            await handler.Open(TestProcedures.Application, TestAgencies.Bureau, new Dictionary<string, object> { ["subject"] = "预算", ["applicant.name"] = Secret });
            await handler.Get($"/api/v1/cases?text={Secret}", ("tracestate", "a=linghu"), ("User-Agent", "linghu"));
            await handler.Get($"/api/v1/{Secret}");
            await handler.Get("/api/v1/deadlines.ics?feed=linghu");
            (await handler.Get("/api/v1/cases/x", ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), ("tracestate", "a=linghu"))).Should().HaveStatus(404);
        }

        ended.Spans.Should().Contain(span => span.Name == "command" && span.Tags["outcome"]!.Equals("done") && span.Tags["trigger"]!.Equals("open-case"));
        ended.Spans.Should().Contain(span => span.Tags.ContainsKey("http.route"));
        ended.Spans.SelectMany(span => span.Tags.Keys).Distinct().Should().BeSubsetOf(SpanTags.Allowed);
        var said = string.Join('\n', ended.Spans.Select(span => $"{span.Name} {span.State} {string.Join(' ', span.Tags)}"));
        said.Should().NotContain(Secret).And.NotContain(Uri.EscapeDataString(Secret)).And.NotContain("linghu");
    }

    [Test]
    public void Export_is_off_unless_configured()
    {
        ServiceHost.Build([], TestService.SmallSeed).Services.GetService<TracerProvider>().Should().BeNull();
        ServiceHost.Build(["--Telemetry:Endpoint", "http://127.0.0.1:4317"], TestService.SmallSeed).Services.GetService<TracerProvider>().Should().NotBeNull();
        var wrong = () => ServiceHost.Build(["--Telemetry:Endpoint", "collector"], TestService.SmallSeed);
        wrong.Should().Throw<StartRefusedException>();
    }

    [Test]
    public void Log_is_written_as_json_by_a_setting() =>
        ServiceHost.Build(["--Logging:Console:FormatterName", "json"], TestService.SmallSeed)
            .Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName.Should().Be(ConsoleFormatterNames.Json);

    private sealed class Collector : BaseProcessor<Activity>
    {
        public ConcurrentQueue<(string Name, string? State, Dictionary<string, object?> Tags)> Spans { get; } = new();

        public override void OnEnd(Activity data) =>
            Spans.Enqueue((data.DisplayName, data.TraceStateString, data.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value)));
    }
}
