using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Outbox;

/// <summary>
/// A feature that has a say in the fate of its messages: when one will never arrive, and before one goes out for the first time. No network in there: what it wants
/// said is sent like any other message, and a key of its own makes that once.
/// </summary>
public interface IAnswerUndelivered
{
    /// <summary>What the keys of its messages begin with.</summary>
    string Prefix { get; }

    Task<IReadOnlyList<Send>> Answer(Undelivered what, Db db, CancellationToken cancel);

    /// <summary>Whatever it does not want any more it has changed too, in the same transaction: what was never changed goes out unasked.</summary>
    bool ChangesWhatItTakesBack => false;

    /// <summary>Asked right before a message goes out for the first time.</summary>
    Task<Fate> Decide(Message message, Db db, CancellationToken cancel) => Task.FromResult(Fate.Goes);
}

/// <summary>What becomes of a message that has not gone out yet.</summary>
/// <param name="IsWanted">False withholds it for good.</param>
/// <param name="NotBefore">UTC, later than now: until then it waits, which is no try, and its feature is asked again.</param>
public readonly record struct Fate(bool IsWanted, DateTime? NotBefore = null)
{
    public static readonly Fate Goes = new(true), Withheld = new(false);

    /// <summary>It goes from that moment on.</summary>
    public static Fate From(DateTime moment, DateTime now) => moment > now ? new(true, moment) : Goes;
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
