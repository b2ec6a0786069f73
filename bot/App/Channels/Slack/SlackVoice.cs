using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Rendering;

namespace ServiceCulture.Bot.Channels.Slack;

/// <summary>
/// Slack's ways. A command or press can be whispered to and can open a modal. A typed message can neither: its answer
/// is a direct message, with a button in the place of a form. A modal sent from a direct message is confirmed there.
/// </summary>
public sealed class SlackVoice : IVoice
{
    public Channel Channel => Channel.Slack;

    public Drawn Draw(Send send, Reader reader) => new(BlockKit.Blocks(send.Card, reader), BlockKit.Notification(send.Card, reader));

    public Outcome Settle(Turn turn, Outcome outcome) => (turn.What, outcome.Reply) switch
    {
        (Incoming.Command or Incoming.Said, Reply.Whisper whisper) when !turn.What.From.CanOpen => Tell(turn, outcome, whisper.Card),
        (Incoming.Command or Incoming.Said, Reply.Open open) when !turn.What.From.CanOpen => Tell(turn, outcome, Opening.Card(turn, open.Form)),
        (Incoming.Submit { Ticket.Where.Kind: PlaceKind.Person }, Reply.Whisper whisper) => Tell(turn, outcome, whisper.Card),
        _ => outcome,
    };

    static Outcome Tell(Turn turn, Outcome outcome, Card card) => new(new Reply.None(), [.. outcome.Sends, Answering.InPrivate(turn, card)]);
}
