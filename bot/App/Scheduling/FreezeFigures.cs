using Quartz;
using ServiceCulture.Bot.Features.Escalations.Figures;
using ServiceCulture.Bot.Features.Publishing;

namespace ServiceCulture.Bot.Scheduling;

/// <summary>Freezes the figures of the windows that are over.</summary>
[DisallowConcurrentExecution]
public sealed class FreezeFigures(FreezingWhatIsOver freezing, FreezingHandling handling) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await freezing.Freeze(cancellationToken);
        await handling.Freeze(cancellationToken);
    }
}
