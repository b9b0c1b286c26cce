using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using Workflows.Api.Telemetry;
using Workflows.Tests.Api.Admin;
using Workflows.Tests.Engine;

namespace Workflows.Tests.Api.Telemetry;

/// <summary>What the service measures, and that no tag says anything of a case or a person.</summary>
public sealed class MetricsTests
{
    private readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)> measured = new();
    private TestService service = null!;
    private MeterListener listener = null!;

    [SetUp]
    public async Task Start()
    {
        service = await TestService.Start();
        var metrics = service.Services.GetRequiredService<ServiceMetrics>();
        listener = new MeterListener
        {
            InstrumentPublished = (instrument, to) =>
            {
                if (instrument.Meter == metrics.Meter)
                    to.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.Start();
    }

    [TearDown]
    public async Task Stop()
    {
        listener.Dispose();
        await service.DisposeAsync();
        measured.Clear();
    }

    [Test]
    public async Task Commands_are_counted_by_procedure_trigger_and_outcome()
    {
        var handler = await service.Join(TestAgencies.Bureau, "handler");
        var opened = await handler.Open(TestProcedures.Application, TestAgencies.Bureau, new Dictionary<string, object> { ["subject"] = "预算", ["applicant.name"] = "欧阳春花" });
        await opened.Send("register");
        (await opened.Try("reply")).Status.Should().BeInRange(409, 422);
        (await opened.Try("欧阳春花")).Status.Should().BeInRange(404, 422);
        (await handler.Post($"/api/v1/cases/{opened.Id}/triggers/register", new { }, ("If-Match", "\"1\""))).Should().HaveStatus(412);

        var counted = measured.Where(one => one.Name == "disclosure.commands").Select(one => $"{one.Tags["procedure"]} {one.Tags["trigger"]} {one.Tags["outcome"]}").ToList();
        counted.Should().Contain(["test.application open-case done", "test.application register done", "test.application register stale"]);
        counted.Should().ContainSingle(one => one.StartsWith("test.application none", StringComparison.Ordinal), "a trigger that no definition names is not repeated");
        measured.SelectMany(one => one.Tags.Keys).Distinct().Should().BeEquivalentTo("procedure", "trigger", "outcome");
        measured.SelectMany(one => one.Tags.Values).Should().NotContain(value => value!.ToString()!.Contains("欧阳") || value.ToString()!.Contains(opened.Id));
    }

    [Test]
    public async Task What_is_only_tried_is_counted_as_such()
    {
        var handler = await service.Join(TestAgencies.Bureau, "handler");
        var tried = await handler.Raw(
            HttpMethod.Post, $"/api/v1/cases/import?check=true&procedure={TestProcedures.Application}&agency={TestAgencies.Bureau}", "subject\r\n预算\r\n"u8.ToArray(), "text/csv");
        tried.Should().HaveStatus(200);
        tried.Body.GetProperty("opened").GetInt32().Should().Be(1);
        measured.Where(one => one.Name == "disclosure.commands").Select(one => $"{one.Tags["trigger"]} {one.Tags["outcome"]}").Should().Equal("open-case tried");
    }

    [Test]
    public async Task Times_and_groups_are_measured()
    {
        var handler = await service.Join(TestAgencies.Bureau, "handler");
        await handler.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
        foreach (var name in new[] { "disclosure.command.duration", "disclosure.command.decide.duration", "disclosure.writer.commit.duration" })
            measured.Where(one => one.Name == name).Should().NotBeEmpty(name).And.OnlyContain(one => one.Value > 0);
        measured.Where(one => one.Name == "disclosure.writer.group.size").Should().NotBeEmpty().And.OnlyContain(one => one.Value >= 1);
    }

    [Test]
    public async Task Gauges_tell_what_waits_and_what_is_overdue()
    {
        var handler = await service.Join(TestAgencies.Bureau, "handler");
        var opened = await handler.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
        await opened.Send("register");
        Gauge("disclosure.cases.overdue").Should().Be(0);
        await service.MoveTo("2026-06-30T09:00:00+08:00");
        Gauge("disclosure.cases.overdue").Should().Be(1);
        Gauge("disclosure.writer.queue.depth").Should().Be(0);
        Gauge("disclosure.sweep.lag").Should().Be(0, "the sandbox's clock stops until everything due is done");
    }

    [Test]
    public async Task Nothing_is_measured_while_nobody_listens()
    {
        listener.Dispose();
        var metrics = service.Services.GetRequiredService<ServiceMetrics>();
        metrics.IsOn.Should().BeFalse();
        var watch = service.Services.GetRequiredService<Workflows.Engine.ICommandWatch>();
        watch.Begin(null!).Should().BeNull("not even the request is looked at");
        measured.Clear();
        await (await service.Join(TestAgencies.Bureau, "handler")).Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
        measured.Should().BeEmpty();
    }

    private double Gauge(string name)
    {
        measured.Clear();
        listener.RecordObservableInstruments();
        return measured.Single(one => one.Name == name).Value;
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        measured.Enqueue((instrument.Name, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value)));
}
