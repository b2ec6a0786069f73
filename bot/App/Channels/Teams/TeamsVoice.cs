using System.Text;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.BotFramework;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Rendering;

namespace ServiceCulture.Bot.Channels.Teams;

/// <summary>
/// Teams' ways. A message has no answer; a card's button has one, which may be words or a card in its place; a dialog's
/// answer is a form or words.
/// <list type="table">
/// <listheader><term>asked by</term><description>what becomes of the reply</description></listheader>
/// <item><term>message, card</term><description>to the person's own chat</description></item>
/// <item><term>message, form</term><description>own chat: the form as a card. Elsewhere: there, a button that opens the dialog. Private: the same button, in the own chat</description></item>
/// <item><term>button on a card, words</term><description>in the answer; with buttons of their own, also to the own chat</description></item>
/// <item><term>button on a card, form</term><description>own chat: the form as a new card. Private, or elsewhere: a button that opens the dialog, in the own chat</description></item>
/// <item><term>form card, card or form</term><description>own chat: in its place. Elsewhere: to the own chat</description></item>
/// <item><term>dialog, form</term><description>in the dialog</description></item>
/// <item><term>dialog, card</term><description>its words in the dialog; with buttons, the card also to the own chat</description></item>
/// </list>
/// </summary>
public sealed class TeamsVoice : IVoice
{
    public Channel Channel => Channel.Teams;

    public bool IsOn { get; init; } = true;

    public Drawn Draw(Send send, Reader reader)
    {
        var card = send.Form is { } form ? AdaptiveCards.Form(form, reader) : AdaptiveCards.Card(send.Card, reader, dialogs: send.To.Kind is not PlaceKind.Person);
        var summary = PlainText.Summary(send.Card, reader);
        return new Drawn(Encoding.UTF8.GetString(ActivityBody.Card(summary, Encoding.UTF8.GetBytes(card))), summary);
    }

    public Outcome Settle(Turn turn, Outcome outcome) => turn.What.From switch
    {
        _ when outcome.Reply is Reply.None => outcome,
        { CanAnswer: false } => new Outcome(new Reply.None(), [.. outcome.Sends, Message(turn, outcome.Reply)]),
        { CanOpen: true } => WithButtons(turn, outcome),
        _ when turn.What is Incoming.Submit => FormCard(turn, outcome),
        _ when TeamsReplies.FormOf(outcome.Reply) is { } form => Opened(turn, outcome, form),
        _ => WithButtons(turn, outcome),
    };

    static Send Message(Turn turn, Reply reply)
    {
        if (TeamsReplies.CardOf(reply) is { } card)
            return Answering.InPrivate(turn, card);
        var form = TeamsReplies.FormOf(reply)!;
        if (turn.Where.Kind is PlaceKind.Person && !form.Private)
            return FormMessage(turn, form);
        var opening = Answering.InPrivate(turn, Opening.Card(turn, form));
        return form.Private ? opening : opening with { To = turn.Where };
    }

    static Outcome Opened(Turn turn, Outcome outcome, Form form) => turn.Where.Kind is PlaceKind.Person && !form.Private
        ? new Outcome(Refusing.Word($"The form is in a new message."), [.. outcome.Sends, FormMessage(turn, form)])
        : new Outcome(Refusing.Word($"The form is behind a button in our own chat."), [.. outcome.Sends, Answering.InPrivate(turn, Opening.Card(turn, form))]);

    static Outcome FormCard(Turn turn, Outcome outcome)
    {
        if (turn.Where.Kind is not PlaceKind.Person)
            return new Outcome(new Reply.None(), [.. outcome.Sends, Message(turn, outcome.Reply)]);
        // A private form is never a card, not even after an ordinary one.
        return TeamsReplies.FormOf(outcome.Reply) is { Private: true } form ? outcome with { Reply = new Reply.Replace(Opening.Card(turn, form)) } : outcome;
    }

    static Outcome WithButtons(Turn turn, Outcome outcome) => outcome.Reply is Reply.Whisper { Card: { Buttons.Count: > 0 } card }
        ? outcome with { Sends = [.. outcome.Sends, Answering.InPrivate(turn, card)] }
        : outcome;

    static Send FormMessage(Turn turn, Form form) => Answering.InPrivate(turn, new Card(form.Title)) with { Form = form };
}
