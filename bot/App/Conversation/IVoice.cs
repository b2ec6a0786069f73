using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Conversation;

/// <summary>How a channel talks: it draws what is to be sent, and turns what it can't say in its answer into messages.</summary>
public interface IVoice
{
    Channel Channel { get; }

    /// <summary>False while nobody sends there: what is drawn waits.</summary>
    bool IsOn => true;

    /// <summary>The message in the channel's dialect, byte for byte what will be sent.</summary>
    Drawn Draw(Send send, Reader reader);

    /// <summary>Called inside the turn: a reply that this channel can't give where it was asked becomes a message, or the other way round.</summary>
    Outcome Settle(Turn turn, Outcome outcome);
}

/// <param name="Body">What the channel's sender puts on the wire.</param>
/// <param name="Summary">What a notification says.</param>
public sealed record Drawn(string Body, string Summary);
