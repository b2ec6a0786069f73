using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Rendering;

namespace ServiceCulture.Bot.Channels.Slack;

/// <summary>
/// Slack's ways. A command or press can be whispered to and can open a modal. A typed message can neither: its answer
/// is a direct message, with a button in the place of a form. A modal's words are said in the modal, so that nothing of a
/// private form ever becomes a message; a card with buttons (never a private form's) is a message where the modal came from a direct one.
/// </summary>
public sealed class SlackVoice : IVoice
{
    public Channel Channel => Channel.Slack;

    public bool IsOn { get; init; } = true;

    public Drawn Draw(Send send, Reader reader) => new(BlockKit.Blocks(send.Card, reader), BlockKit.Notification(send.Card, reader));

    public Outcome Settle(Turn turn, Outcome outcome) => (turn.What, outcome.Reply) switch
    {
        (Incoming.Command or Incoming.Said, Reply.Whisper whisper) when !turn.What.From.CanOpen => Tell(turn, outcome, whisper.Card),
        (Incoming.Command or Incoming.Said, Reply.Open open) when !turn.What.From.CanOpen => Tell(turn, outcome, Opening.Card(turn, open.Form)),
        (Incoming.Submit { Ticket.Where.Kind: PlaceKind.Person }, Reply.Whisper { Card.Buttons.Count: > 0 } whisper) => Tell(turn, outcome, whisper.Card),
        _ => outcome,
    };

    static Outcome Tell(Turn turn, Outcome outcome, Card card) => new(new Reply.None(), [.. outcome.Sends, Answering.InPrivate(turn, card)]);
}
