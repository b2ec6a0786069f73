using Quartz;
using ServiceCulture.Bot.Features.People;

namespace ServiceCulture.Bot.Scheduling;

/// <summary>Ends what ends with somebody's last day.</summary>
[DisallowConcurrentExecution]
public sealed class LetLeaversGo(LettingGo lettingGo) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await lettingGo.Run(cancellationToken);
}
