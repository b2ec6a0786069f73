namespace ServiceCulture.Bot.Features.Digests;

static partial class Log
{
    [LoggerMessage(900, LogLevel.Error, "A page of digests could not be written; fewer than {Most} at once now")]
    internal static partial void PageBroke(ILogger log, Exception failure, int most);

    [LoggerMessage(901, LogLevel.Error, "Digest {Kind} of member {Member} could not be written; tried again in an hour")]
    internal static partial void PlanBroke(ILogger log, Exception failure, Guid member, DigestKind kind);
}
