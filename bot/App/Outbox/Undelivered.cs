using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Outbox;

/// <summary>
/// A feature that has a say in the fate of its messages: when one will never arrive, and before one that has waited goes out. No network in there: what it wants
/// said is sent like any other message, and a key of its own makes that once.
/// </summary>
public interface IAnswerUndelivered
{
    /// <summary>What the keys of its messages begin with.</summary>
    string Prefix { get; }

    Task<IReadOnlyList<Send>> Answer(Undelivered what, Db db, CancellationToken cancel);

    /// <summary>Whatever it does not want any more it has changed too, in the same transaction: what was never changed goes out unasked.</summary>
    bool ChangesWhatItTakesBack => false;

    /// <summary>Asked right before a message goes out for the first time: false withholds it.</summary>
    Task<bool> StillWants(string key, Db db, CancellationToken cancel) => Task.FromResult(true);
}

/// <summary>A message that was given up.</summary>
/// <param name="WasShown">It stands there in an older form; only its change was refused.</param>
public sealed record Undelivered(string Key, Address To, bool WasShown, Obstacle Why);

/// <summary>What stood in the way of a message, where its channel said so.</summary>
public enum Obstacle
{
    Unknown,

    /// <summary>The bot is not in that conversation, or the conversation is gone: channels don't tell the two apart.</summary>
    NotThere,

    /// <summary>Nobody can write there any more.</summary>
    Closed,

    /// <summary>Others can write there, the bot may not.</summary>
    NotAllowed,
}
