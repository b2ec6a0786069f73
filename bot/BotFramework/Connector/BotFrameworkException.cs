namespace ServiceCulture.BotFramework;

/// <summary>What may be done after a request to the Connector failed.</summary>
public enum FailureClass
{
    /// <summary>It had no effect: repeat it.</summary>
    Safe,

    /// <summary>It may have had its effect: a repeated message may appear twice.</summary>
    Ambiguous,

    /// <summary>It had no effect and never will: don't repeat it.</summary>
    Final,
}

/// <summary>
/// A request to the Connector that failed. Its message holds codes only, never a body or a token.
/// Codes: https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis
/// </summary>
public sealed class BotFrameworkException : Exception
{
    internal BotFrameworkException(string code, int? status, FailureClass failureClass, Exception? inner = null)
        : base(status is null ? $"The Connector could not be asked: {code}" : $"The Connector answered {status}: {code}", inner) =>
        (Code, Status, Class) = (code, status, failureClass);

    /// <summary>The platform's error code, or our own word when there was no answer.</summary>
    public string Code { get; }

    /// <summary>The HTTP status; null when there was no answer.</summary>
    public int? Status { get; }

    /// <summary>Whether it may be repeated.</summary>
    public FailureClass Class { get; }

    /// <summary>How long the platform asks to wait, never negative; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; internal init; }

    /// <summary>The person blocked or removed the bot (403 MessageWritesBlocked): stop writing to them.</summary>
    public bool Blocked { get; internal init; }
}
