using ServiceCulture.BotFramework;

namespace ServiceCulture.Bot.Channels.Teams;

static partial class Log
{
    [LoggerMessage(400, LogLevel.Warning, "A request to the Bot Framework endpoint was refused: {Why}")]
    internal static partial void Refused(ILogger log, TokenRefusal why);

    [LoggerMessage(401, LogLevel.Warning, "A request without a token was refused: its channel, service address or tenant is not accepted")]
    internal static partial void AnonymousRefused(ILogger log);

    [LoggerMessage(402, LogLevel.Error, "The Connector's keys could not be fetched, so nobody's token can be checked")]
    internal static partial void NoKeys(ILogger log, Exception? failure);

    [LoggerMessage(403, LogLevel.Information, "A verified activity was dropped: {Why}")]
    internal static partial void Dropped(ILogger log, string why);

    [LoggerMessage(404, LogLevel.Error, "The activity {EventId} broke")]
    internal static partial void Broke(ILogger log, Exception failure, string eventId);

    [LoggerMessage(405, LogLevel.Warning, "BotFramework:DangerouslyAllowUnauthenticated is on: WHOEVER CAN REACH THIS MACHINE'S LOOPBACK CAN PLAY ANYBODY IN TEAMS. For development only")]
    internal static partial void Anonymous(ILogger log);
}
