using Quartz;

namespace ServiceCulture.Bot.Scheduling;

/// <summary>Forgets what was kept long enough.</summary>
[DisallowConcurrentExecution]
public sealed class KeepRetention(Retention retention) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await retention.Keep(cancellationToken);
}
