using Quartz;
using ServiceCulture.Bot.Features.Escalations;

namespace ServiceCulture.Bot.Scheduling;

/// <summary>Offers that run out, late answers, reminders: every open question has a deadline, and this acts on it.</summary>
[DisallowConcurrentExecution]
public sealed class WatchQuestions(WatchingQuestions watching) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await watching.Run(cancellationToken);
}
