namespace ServiceCulture.Slack;

/// <summary>What a failed call means for trying it again.</summary>
public enum FailureClass
{
    /// <summary>Slack did nothing: the same call may be repeated, after <see cref="SlackApiException.RetryAfter"/> if there is one.</summary>
    Safe,

    /// <summary>Slack may have done it: repeating a chat.postMessage may show the message twice.</summary>
    Ambiguous,

    /// <summary>Slack refused, and will refuse the same call again.</summary>
    Final,
}

/// <summary>
/// A call that Slack did not carry out, or whose answer never came. The one exception of <see cref="SlackClient"/>, apart
/// from wrong arguments and cancellation by the caller. Its message holds no token and no text of a message.
/// </summary>
/// <param name="method">Such as chat.postMessage.</param>
/// <param name="code">Slack's error code, such as channel_not_found; or ours: no_connection, timeout, connection_lost, invalid_response, http_NNN, response_url_refused.</param>
/// <param name="class">Whether to try again.</param>
/// <param name="retryAfter">How long Slack wants to be left alone, when it says so.</param>
/// <param name="status">The HTTP status; null when no answer came.</param>
/// <param name="details">What Slack adds, such as which block is wrong; paths and scopes, no text.</param>
public sealed class SlackApiException(
    string method,
    string code,
    FailureClass @class,
    TimeSpan? retryAfter = null,
    int? status = null,
    IReadOnlyList<string>? details = null,
    Exception? inner = null) : Exception($"Slack's {method} failed: {code} ({@class}).", inner)
{
    /// <summary>The Web API method, or response_url.</summary>
    public string Method { get; } = method;

    /// <summary>Slack's error code, or one of ours; see the constructor.</summary>
    public string Code { get; } = code;

    /// <summary>Whether to try again.</summary>
    public FailureClass Class { get; } = @class;

    /// <summary>How long to wait, when Slack says so. It is meant for this method and workspace.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>The HTTP status; null when no answer came.</summary>
    public int? Status { get; } = status;

    /// <summary>What Slack adds to explain the code: JSON pointers into the blocks, the scope that is needed.</summary>
    public IReadOnlyList<string> Details { get; } = details ?? [];
}
