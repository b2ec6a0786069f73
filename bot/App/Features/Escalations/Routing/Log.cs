namespace ServiceCulture.Bot.Features.Escalations.Routing;

static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The router could not look for what is new; it will again soon.")]
    internal static partial void LookFailed(ILogger log, Exception failure);
}
