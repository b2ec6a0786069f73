using Quartz;

namespace ServiceCulture.Bot.Scheduling;

/// <summary>Forgets what was kept long enough, and who is gone long enough.</summary>
[DisallowConcurrentExecution]
public sealed class KeepRetention(Retention retention, ForgettingPeople people) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await retention.Keep(cancellationToken);
        await people.Forget(cancellationToken);
    }
}
