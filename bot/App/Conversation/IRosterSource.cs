using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Conversation;

/// <summary>Reads a platform's list of people, a page at a time.</summary>
public interface IRosterSource
{
    Channel Channel { get; }

    /// <param name="source">Empty: the whole workspace; else a conversation.</param>
    /// <param name="cursor">The page's mark; null: the first.</param>
    /// <exception cref="RosterUnreadableException">The platform would not give it now.</exception>
    Task<RosterPage> Read(Installation installation, string source, string? cursor, CancellationToken cancel);
}

/// <param name="Next">The next page's mark; null: this was the last.</param>
public sealed record RosterPage(IReadOnlyList<Sender> People, string? Next)
{
    /// <summary>What the conversation is called, where the list is one's and everybody may know its name.</summary>
    public string? PlaceName { get; init; }
}

/// <param name="code">The platform's own short code.</param>
/// <param name="retryAfter">When it said to come back; null: at the next round.</param>
public sealed class RosterUnreadableException(string code, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(code, inner)
{
    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>The same question would be refused for ever; a mark of a page may be too old.</summary>
    public bool IsFinal { get; init; }
}
