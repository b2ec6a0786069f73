using ServiceCulture.Bot.Conversation;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Rendering;

namespace ServiceCulture.Bot.Channels.Local;

/// <summary>The local page shows everything where it was asked, so nothing is left to settle.</summary>
public sealed class LocalVoice : IVoice
{
    public Channel Channel => Channel.Local;

    public Drawn Draw(Send send, Reader reader) => new(Html.Card(send.Card, reader), PlainText.Summary(send.Card, reader));

    public Outcome Settle(Turn turn, Outcome outcome) => outcome;
}
