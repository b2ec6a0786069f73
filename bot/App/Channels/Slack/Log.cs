using ServiceCulture.Slack;

namespace ServiceCulture.Bot.Channels.Slack;

static partial class Log
{
    [LoggerMessage(300, LogLevel.Warning, "A request to Slack's endpoint was refused: {Why}")]
    internal static partial void Refused(ILogger log, SignatureRefusal why);

    [LoggerMessage(301, LogLevel.Information, "A signed request of Slack's was dropped: {Why}")]
    internal static partial void Dropped(ILogger log, string why);

    [LoggerMessage(302, LogLevel.Error, "A {Kind} of Slack's broke")]
    internal static partial void Broke(ILogger log, Exception failure, string kind);

    [LoggerMessage(303, LogLevel.Warning, "A view was lost: {Method} said {Code}")]
    internal static partial void ViewLost(ILogger log, string method, string code);

    [LoggerMessage(304, LogLevel.Information, "Connected to the Slack workspace {Team}")]
    internal static partial void Connected(ILogger log, string team);

    [LoggerMessage(305, LogLevel.Warning, "Slack does not know the bot token, or is away: {Code}. Trying again")]
    internal static partial void NotConnected(ILogger log, string code);
}
