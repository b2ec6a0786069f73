using Quartz;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;

namespace ServiceCulture.Bot.Scheduling;

/// <summary>One page of every list of people that is due: once a tick, so that it is paced.</summary>
[DisallowConcurrentExecution]
public sealed class ReadRosters(Roster roster, IStore store, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await RostersAtStart.MakeNewDue(store, clock.GetUtcNow().UtcDateTime, cancellationToken);
        await roster.ReadDue(cancellationToken);
    }
}
