using Quartz;
using ServiceCulture.Bot.Features.Escalations.Notes;

namespace ServiceCulture.Bot.Scheduling;

/// <summary>On a note's review date somebody is asked, once, whether it is still right.</summary>
[DisallowConcurrentExecution]
public sealed class ReviewNotes(RemindingOwners reminding) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await reminding.Run(cancellationToken);
}
