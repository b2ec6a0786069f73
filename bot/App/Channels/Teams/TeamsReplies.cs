using System.Buffers;
using System.Text;
using System.Text.Json;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.BotFramework;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Rendering;

namespace ServiceCulture.Bot.Channels.Teams;

/// <summary>
/// Says a reply in the answer to an invoke. What the answer can't hold, <see cref="TeamsVoice"/> has made a message of.
/// </summary>
public sealed class TeamsReplies(Tickets tickets)
{
    static readonly Card Done = new($"Done");
    static readonly Text TryAgain = $"Try again", NotSaved = $"Not saved", IsDone = $"Done.";

    /// <summary>In the place of a form that was put away.</summary>
    public static byte[] Cancelled { get; } = InvokeAnswers.AdaptiveCard(Draw(new Card($"Cancelled", new Block.Say($"Nothing was sent.")), Reader.Plain, PlaceKind.Person));

    public byte[] Give(Invoke asked, Incoming incoming, Answered answered)
    {
        var where = incoming is Incoming.Submit submit ? submit.Ticket.Where : incoming.From.Where;
        var reader = Readers.For(answered.Who, where, tickets);
        return asked is Invoke.AdaptiveCardAction
            ? OnCard(incoming, answered.Reply, reader, where.Kind)
            : InDialog(asked, answered.Reply, reader);
    }

    /// <summary>A refusal that no turn was needed for, or that none could be made of. What was pressed stays as it is.</summary>
    public static byte[] Refuse(Invoke asked, Reply refusal) => asked is Invoke.AdaptiveCardAction
        ? InvokeAnswers.Message(Words(refusal, Reader.Plain))
        : InvokeAnswers.TaskMessage(Words(refusal, Reader.Plain));

    /// <summary>A dialog that could not be taken: a dialog that says so, and whose button sends the same answers again.</summary>
    public static byte[] Again(Reply refusal, JsonElement data)
    {
        var card = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(card))
        {
            json.WriteStartObject();
            json.WriteString("type", "AdaptiveCard");
            json.WriteString("version", "1.5");
            json.WriteStartArray("body");
            json.WriteStartObject();
            json.WriteString("type", "TextBlock");
            json.WriteString("text", Words(refusal, Reader.Plain));
            json.WriteBoolean("wrap", true);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("actions");
            json.WriteStartObject();
            json.WriteString("type", "Action.Submit");
            json.WriteString("title", TryAgain.Plain(Reader.Plain));
            json.WritePropertyName("data");
            data.WriteTo(json);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return InvokeAnswers.TaskContinue(NotSaved.Plain(Reader.Plain), card.WrittenSpan, TaskSize.Small, TaskSize.Medium);
    }

    // A form card gives way to whatever follows it; any other card stays, unless it is what changes.
    static byte[] OnCard(Incoming incoming, Reply reply, Reader reader, PlaceKind where) => (reply, incoming) switch
    {
        (Reply.Replace replace, _) => InvokeAnswers.AdaptiveCard(Draw(replace.Card, reader, where)),
        (Reply.Whisper whisper, Incoming.Submit) => InvokeAnswers.AdaptiveCard(Draw(whisper.Card, reader, where)),
        (Reply.Whisper, _) => InvokeAnswers.Message(Words(reply, reader)),
        (Reply.None, Incoming.Submit) => InvokeAnswers.AdaptiveCard(Draw(Done, reader, where)),
        (Reply.None, _) => InvokeAnswers.Message(IsDone.Plain(reader)),
        _ => InvokeAnswers.AdaptiveCard(Encoding.UTF8.GetBytes(AdaptiveCards.Form(FormOf(reply)!, reader))),
    };

    static byte[] InDialog(Invoke asked, Reply reply, Reader reader)
    {
        if (FormOf(reply) is { } form)
            return InvokeAnswers.TaskContinue(form.Title.Plain(reader), Encoding.UTF8.GetBytes(AdaptiveCards.Form(form, reader, dialog: true)), TaskSize.Large);
        return asked switch
        {
            Invoke.TaskSubmit or Invoke.ComposeExtensionSubmitAction when reply is Reply.None => InvokeAnswers.Nothing(),
            // The message extension's dialog just closes: the card has gone to the person's own chat.
            Invoke.ComposeExtensionSubmitAction when reply is Reply.Whisper { Card.Buttons.Count: > 0 } => InvokeAnswers.Nothing(),
            _ => InvokeAnswers.TaskMessage(Words(reply, reader)),
        };
    }

    internal static Form? FormOf(Reply reply) => reply switch
    {
        Reply.Open open => open.Form,
        Reply.Wrong wrong => wrong.Form,
        Reply.Next next => next.Form,
        _ => null,
    };

    internal static Card? CardOf(Reply reply) => reply switch
    {
        Reply.Whisper whisper => whisper.Card,
        Reply.Replace replace => replace.Card,
        _ => null,
    };

    static string Words(Reply reply, Reader reader) => PlainText.Render(CardOf(reply) ?? Done, reader);

    static byte[] Draw(Card card, Reader reader, PlaceKind where) => Encoding.UTF8.GetBytes(AdaptiveCards.Card(card, reader, dialogs: where is not PlaceKind.Person));
}
