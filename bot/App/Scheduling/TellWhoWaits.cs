using Quartz;
using ServiceCulture.Bot.Features.Rough;

namespace ServiceCulture.Bot.Scheduling;

/// <summary>Whoever asked for five minutes and got no answer hears that, once.</summary>
[DisallowConcurrentExecution]
public sealed class TellWhoWaits(TellingWhoWaits telling) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await telling.Run(cancellationToken);
}
