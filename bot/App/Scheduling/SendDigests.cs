using Quartz;
using ServiceCulture.Bot.Features.Digests;

namespace ServiceCulture.Bot.Scheduling;

/// <summary>Counts and sends the digests that are due by now.</summary>
[DisallowConcurrentExecution]
public sealed class SendDigests(SendingDigests sending) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await sending.Run(cancellationToken);
}
