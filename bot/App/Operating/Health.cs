using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;

namespace ServiceCulture.Bot.Operating;

/// <summary>Whether the process lives, and whether it may be sent work: the names of what fails, never why.</summary>
public static class Health
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<SchemaCheck>();
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", timeout: Longest)
            .AddCheck<SchemaCheck>("migrations", timeout: Longest)
            .AddCheck<KeysCheck>("keys", timeout: Longest)
            .AddCheck<SchedulerCheck>("scheduler", timeout: Longest);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Write });
        app.MapHealthChecks("/healthz/ready", new HealthCheckOptions { ResponseWriter = Write });
    }

    static async Task Write(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteBoolean("ok", report.Status is HealthStatus.Healthy);
        json.WriteStartArray("failing");
        foreach (var (name, entry) in report.Entries)
            if (entry.Status is not HealthStatus.Healthy)
                json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    sealed class DatabaseCheck(IStore store) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var db = store.Open();
            await db.Database.ExecuteSqlRawAsync("SELECT 1", cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }

    sealed class KeysCheck(KeyStore keys) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await keys.Check(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }

    // What this program needs never grows while it runs: once it was all there, it is not asked for again.
    sealed class SchemaCheck(IStore store) : IHealthCheck
    {
        bool _isCurrent;

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            if (!_isCurrent)
            {
                await using var db = store.Open();
                _isCurrent = !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
            }
            return _isCurrent ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
        }
    }

    sealed class SchedulerCheck(ISchedulerFactory schedulers) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            (await schedulers.GetAllSchedulers(cancellationToken)).Any(one => one.Status is SchedulerStatus.Running) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
    }
}
