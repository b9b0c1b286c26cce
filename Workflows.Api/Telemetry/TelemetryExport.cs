using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Workflows.Api.Hosting;

namespace Workflows.Api.Telemetry;

/// <summary>Sends traces and measures to a collector by OTLP, where one is configured; nothing is loaded otherwise.</summary>
internal static class TelemetryExport
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Setting = "Telemetry:Endpoint";

    /// <summary>Sets it up.</summary>
    /// <exception cref="StartRefusedException">The endpoint is no address.</exception>
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        if ((configuration[Setting] ?? configuration[Endpoint]) is not { Length: > 0 } text)
            return;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
            throw new StartRefusedException($"{Setting} takes the address of an OTLP collector, such as http://127.0.0.1:4317.");
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("disclosure-workflows", serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(traces => Trace(traces).AddOtlpExporter(otlp => Send(otlp, configuration, endpoint)))
            .WithMetrics(metrics => metrics
                .AddMeter(ServiceMetrics.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
                .AddOtlpExporter(otlp => Send(otlp, configuration, endpoint)));
    }

    /// <summary>What is traced, cleaned before it reaches any exporter that is added after it.</summary>
    public static TracerProviderBuilder Trace(TracerProviderBuilder traces) =>
        traces.AddSource(ServiceMetrics.Name).AddAspNetCoreInstrumentation().AddProcessor(new SpanTags());

    /// <summary>The setting's address goes before the environment's; the rest of the environment's OTEL_ settings holds.</summary>
    private static void Send(OtlpExporterOptions otlp, IConfiguration configuration, Uri endpoint)
    {
        if (configuration[Setting] is not null)
            otlp.Endpoint = endpoint;
    }
}
