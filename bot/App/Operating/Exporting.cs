using Microsoft.EntityFrameworkCore;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Operating;

/// <summary>Sends metrics and traces to a collector, where one is named in the environment; the exporter reads its other OTEL_ variables itself.</summary>
public sealed class Exporting(IStore store) : IHostedService
{
    const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    MeterProvider? _metrics;
    TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Measures.WatchWaiting(Waiting);
        var resource = ResourceBuilder.CreateDefault().AddService("service-culture-bot");
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Measures.Name).AddOtlpExporter().Build();
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Measures.Name).AddOtlpExporter().Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _metrics?.Dispose();
        _traces?.Dispose();
        return Task.CompletedTask;
    }

    long Waiting()
    {
        using var db = store.Open();
        return db.Messages.AsNoTracking().LongCount(message => message.SentRevision < message.Revision && message.DeadAt == null);
    }

    internal static bool IsWanted => Environment.GetEnvironmentVariable(Endpoint) is { Length: > 0 };
}

public static class Telemetry
{
    /// <summary>Nothing at all while no collector is named.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services) => Exporting.IsWanted ? services.AddHostedService<Exporting>() : services;
}
