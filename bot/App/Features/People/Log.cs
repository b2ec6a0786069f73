namespace ServiceCulture.Bot.Features.People;

static partial class Log
{
    [LoggerMessage(200, LogLevel.Information, "Read a page of people of installation {Installation}: {Count}, last page: {Last}")]
    internal static partial void PageRead(ILogger log, int installation, int count, bool last);

    [LoggerMessage(201, LogLevel.Warning, "The people of installation {Installation} could not be read now: {Code}")]
    internal static partial void Unreadable(ILogger log, int installation, string code);
}
