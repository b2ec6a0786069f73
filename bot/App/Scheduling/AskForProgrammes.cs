using Quartz;
using ServiceCulture.Bot.Features.Programmes;

namespace ServiceCulture.Bot.Scheduling;

/// <summary>Asks who is due by now; reminds and closes what nobody answered.</summary>
[DisallowConcurrentExecution]
public sealed class AskForProgrammes(AskingWhoIsDue asking) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await asking.Run(cancellationToken);
}

/// <summary>Plans for people who came by a way that tells nobody: met in a conversation, or read from a platform's list.</summary>
[DisallowConcurrentExecution]
public sealed class MeetNewcomers(AskingWhoIsDue asking) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await asking.MeetNewcomers(cancellationToken);
}
