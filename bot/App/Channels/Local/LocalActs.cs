using System.Text;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Rendering;

namespace ServiceCulture.Bot.Channels.Local;

/// <summary>Turns what somebody did on the page into a turn, and its reply into what the page shows.</summary>
public sealed class LocalActs(TurnRunner turns, Routes routes, Register register, Tickets tickets)
{
    static readonly Text Unknown = $"I don't know this person any more. Reload the page and pick somebody.";

    internal async Task<ActAnswer> Answer(Act act, Installation installation, CancellationToken cancel)
    {
        var where = act.Place == "direct" ? new Address(installation.Id, PlaceKind.Person, act.As) : new Address(installation.Id, PlaceKind.Channel, act.Place);
        var from = new Envelope(Channel.Local, installation.Id, Guid.NewGuid().ToString("N"), new Sender(act.As), where) { CanOpen = true };
        if (await register.ByAccount(installation.Id, act.As, cancel) is null)
            return new ActAnswer("error", Words: Unknown.Plain(Reader.Plain));
        if (Read(act, from) is not { } incoming)
            return Show(Refusing.Forged, Readers.For(null, where, tickets));
        var answered = await turns.Run(incoming, cancel);
        return Show(answered.Reply, Readers.For(answered.Who, incoming is Incoming.Submit submit ? submit.Ticket.Where : where, tickets));
    }

    Incoming? Read(Act act, Envelope from) => act.Do switch
    {
        "type" => Understanding.Read(from, Typed.Of(Sound(act.Words ?? "")), routes),
        "press" => tickets.Open(act.Ticket) is { } ticket ? new Incoming.Press(from, ticket) : null,
        "submit" => tickets.Open(act.Ticket) is { } ticket ? new Incoming.Submit(from, ticket, Answers(act)) : null,
        _ => null,
    };

    static Answers Answers(Act act) => new((act.Answers ?? []).ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value.Select(Sound)]));

    // What no database can hold: the platforms' readers refuse it, the page just leaves it out.
    static string Sound(string words) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(words)).Replace("\0", "", StringComparison.Ordinal);

    static ActAnswer Show(Reply reply, Reader reader) => reply switch
    {
        Reply.Whisper whisper => new("whisper", Html.Card(whisper.Card, reader)),
        Reply.Replace replace => new("replace", Html.Card(replace.Card, reader)),
        Reply.Open open => new("form", Html.Form(open.Form, reader, "form")),
        Reply.Wrong wrong => new("form", Html.Form(wrong.Form, reader, "form")),
        Reply.Next next => new("form", Html.Form(next.Form, reader, "form")),
        _ => new("done"),
    };
}
