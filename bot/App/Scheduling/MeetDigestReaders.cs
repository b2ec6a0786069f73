using Quartz;
using ServiceCulture.Bot.Features.Digests;

namespace ServiceCulture.Bot.Scheduling;

/// <summary>Plans HR's month, and everybody's own week, for whoever has no such plan yet.</summary>
[DisallowConcurrentExecution]
public sealed class MeetDigestReaders(SendingDigests sending) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await sending.MeetPeople(cancellationToken);
}
