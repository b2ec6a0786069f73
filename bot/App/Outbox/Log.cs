namespace ServiceCulture.Bot.Outbox;

static partial class Log
{
    [LoggerMessage(100, LogLevel.Warning, "Message {Message} was not sent: {Code} ({Kind}), try {Attempt}")]
    internal static partial void SendFailed(ILogger log, Guid message, string code, Failure kind, int attempt);

    [LoggerMessage(101, LogLevel.Error, "Sending message {Message} broke")]
    internal static partial void SendBroke(ILogger log, Exception failure, Guid message);

    [LoggerMessage(102, LogLevel.Error, "A round of sending failed; the messages wait")]
    internal static partial void RoundFailed(ILogger log, Exception failure);

    [LoggerMessage(103, LogLevel.Debug, "That message {Message} was given up was told before")]
    internal static partial void ToldBefore(ILogger log, Guid message);

    [LoggerMessage(104, LogLevel.Error, "That message {Message} was given up could not be told")]
    internal static partial void NotTold(ILogger log, Exception failure, Guid message);
}
