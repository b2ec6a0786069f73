using Quartz;
using ServiceCulture.Bot.Features.Rough;

namespace ServiceCulture.Bot.Scheduling;

/// <summary>What was parked until the shift ends comes back.</summary>
[DisallowConcurrentExecution]
public sealed class BringBackParked(BringingBack bringing) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await bringing.Run(cancellationToken);
}
