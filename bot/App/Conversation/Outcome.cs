using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Conversation;

/// <summary>All that handling something leads to, besides the rows it changed: one reply now, messages soon.</summary>
public sealed record Outcome(Reply Reply, params IReadOnlyList<Send> Sends)
{
    public static readonly Outcome Nothing = new(new Reply.None());

    public static implicit operator Outcome(Reply reply) => new(reply);
}

/// <summary>What the person who acted sees at once, in the answer to their own request. The channel's adapter says it its way.</summary>
public abstract record Reply
{
    /// <summary>Nothing to say; a form closes.</summary>
    public sealed record None : Reply;

    /// <summary>A card that only they see.</summary>
    public sealed record Whisper(Card Card) : Reply;

    /// <summary>A form to fill in.</summary>
    public sealed record Open(Form Form) : Reply;

    /// <summary>The form again, filled as it was, with the reasons at its fields.</summary>
    public sealed record Wrong(Form Form) : Reply;

    /// <summary>The next form of a flow, in the place of the one just sent.</summary>
    public sealed record Next(Form Form) : Reply;

    /// <summary>The card that bore the pressed button, as it stands now.</summary>
    public sealed record Replace(Card Card) : Reply;
}

/// <summary>A message that will be sent.</summary>
/// <param name="Key">Says what this message is (<c>kudos/{id}/posted</c>): one message, however often it is asked for.</param>
/// <param name="To">Where; ignored for a change of a message that exists.</param>
public sealed record Send(string Key, Address To, Card Card)
{
    /// <summary>True: the message with this key changes in place; false: it is new.</summary>
    public bool Changes { get; init; }

    /// <summary>A form in the place of the card: for a channel that shows ordinary forms as messages.</summary>
    public Form? Form { get; init; }

    public Priority Priority { get; init; } = Priority.Normal;

    /// <summary>For somebody who has blocked the bot, as far as we know: unless they came back meanwhile, it waits until they do.</summary>
    public bool Waits { get; init; }

    /// <summary>The member it is for, where it goes to one person: their language and zone are used.</summary>
    public Guid? For { get; init; }
}

/// <summary>Which message goes first when many wait.</summary>
public enum Priority : short { Urgent, Normal, Bulk }
