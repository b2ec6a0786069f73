namespace ServiceCulture.Bot.Features.Programmes;

static partial class Log
{
    [LoggerMessage(500, LogLevel.Error, "A page of plans broke; each is tried by itself")]
    internal static partial void PageBroke(ILogger log, Exception failure);

    [LoggerMessage(501, LogLevel.Error, "The plan of member {Member} for programme {Programme} broke; it is looked at again in an hour")]
    internal static partial void PlanBroke(ILogger log, Exception failure, Guid member, Guid programme);
}
