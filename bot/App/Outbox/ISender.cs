using ServiceCulture.Bot.Conversation;

namespace ServiceCulture.Bot.Outbox;

/// <summary>Puts messages on a channel's wire.</summary>
public interface ISender
{
    Channel Channel { get; }

    /// <summary>Posts the message, or changes it in place where <see cref="Message.RemoteId"/> is known.</summary>
    /// <exception cref="SendFailedException">The channel refused it or could not be reached.</exception>
    Task<Sent> Send(Message message, CancellationToken cancel);
}

/// <param name="RemoteId">The channel's id of the message.</param>
/// <param name="RemotePlace">The conversation it landed in.</param>
public readonly record struct Sent(string RemoteId, string RemotePlace);

/// <summary>What a failed send means for the next try.</summary>
public enum Failure
{
    /// <summary>The channel did not take it: try again.</summary>
    Safe,

    /// <summary>What it is to hang on is not there yet, so it was not tried: it waits, and that counts for nothing.</summary>
    Early,

    /// <summary>The channel takes no more for now: it waits, and that counts for nothing.</summary>
    Throttled,

    /// <summary>It may have taken it: try again, and mark the message as one that may stand there twice.</summary>
    Ambiguous,

    /// <summary>It never will.</summary>
    Final,

    /// <summary>The person removed or blocked the bot: nothing more to this account until they come back.</summary>
    Blocked,
}

/// <param name="code">The channel's own short code; never words of a message.</param>
/// <param name="retryAfter">When the channel said to come back.</param>
public sealed class SendFailedException(string code, Failure kind, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(code, inner)
{
    public string Code => Message;
    public Failure Kind => kind;
    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>What stood in the way, in no channel's dialect.</summary>
    public Obstacle Obstacle { get; init; }
}
