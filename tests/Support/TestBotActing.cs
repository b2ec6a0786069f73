using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.Support;

// What people do.
sealed partial class TestBot
{
    /// <summary>An envelope of something that this person did; in their own conversation with the bot unless a place is said.</summary>
    public Envelope From(Someone who, Address? at = null, string? eventId = null) =>
        new(who.On, who.Installation, eventId ?? $"E{Interlocked.Increment(ref _events)}", new Sender(who.Account), at ?? who.Direct) { CanOpen = true };

    public Task<Heard> Types(Someone who, string line, Address? at = null, string? eventId = null) => Types(who, Typed.Of(line), at, eventId);

    public Task<Heard> Types(Someone who, Typed line, Address? at = null, string? eventId = null) =>
        Runs(Understanding.Read(From(who, at, eventId), line, Get<Routes>()));

    /// <summary>Presses the button with that label on what they heard.</summary>
    public Task<Heard> Presses(Someone who, Heard heard, string label, string? eventId = null) =>
        Presses(who, Button(heard.Card, label).Does, heard.Where, heard.Who, eventId, heard.At);

    /// <summary>Presses the button with that label on a message that arrived.</summary>
    public Task<Heard> Presses(Someone who, Delivered message, string label, string? eventId = null)
    {
        var ticket = Get<Tickets>().Open(message.Reader.Seal(Button(message.Card, label).Does))!;
        return Runs(new Incoming.Press(From(who, ticket.Where, eventId), ticket));
    }

    public Task<Heard> Presses(Someone who, Ref button, Address? at = null, Guid? only = null, string? eventId = null, DateTime? drawnAt = null) =>
        Runs(new Incoming.Press(From(who, at, eventId), Ticket(button, at ?? who.Direct, only, drawnAt)));

    /// <summary>Submits the form that they see: what stands in it, and over it what is given here.</summary>
    public Task<Heard> Submits(Someone who, Heard heard, params (string Field, object Value)[] filled) => Submits(who, heard, null, filled);

    public Task<Heard> Submits(Someone who, Heard heard, string? eventId, params (string Field, object Value)[] filled) =>
        Runs(new Incoming.Submit(From(who, null, eventId), Ticket(heard.Form.About, heard.Where, heard.Who, heard.At), Filled(heard.Form, filled)));

    /// <summary>Picks the entry of a message's menu.</summary>
    public Task<Heard> Picks(Someone who, string action, string? author, string words, string? link, Address? at = null) =>
        Runs(new Incoming.Menu(From(who, at), action, author is null ? null : new Sender(author), words, link is null ? null : new Uri(link)));

    /// <summary>Runs a turn.</summary>
    public async Task<Heard> Runs(Incoming what)
    {
        var answered = await Get<TurnRunner>().Run(what, default);
        return new Heard(answered.Reply, what is Incoming.Submit submit ? submit.Ticket.Where : what.From.Where, answered.Who.Id) { At = Clock.Now };
    }

    /// <summary>Sends until nothing is due. The few milliseconds that pacing wants pass meanwhile.</summary>
    public Task Delivers() => Delivers(Get<Dispatcher>());

    public async Task Delivers(Dispatcher dispatcher)
    {
        for (var round = 0; round < 2000; round++)
        {
            var rest = await dispatcher.SendDue(default);
            if (rest > TimeSpan.FromMilliseconds(20))
                return;
            Clock.Advance(rest);
        }
        throw new InvalidOperationException("The dispatcher does not come to rest.");
    }

    Ticket Ticket(Ref about, Address where, Guid? only, DateTime? drawnAt)
    {
        var ticket = Get<Tickets>().Open(Get<Tickets>().For(where, only)(about))!;
        return drawnAt is { } then ? ticket with { DrawnAt = Tickets.Moment(then) } : ticket;
    }

    static Button Button(Card card, string label) =>
        card.Buttons.FirstOrDefault(button => button.Label.Plain(Reader.Plain) == label)
        ?? throw new InvalidOperationException($"No button “{label}” among: {string.Join(", ", card.Buttons.Select(button => button.Label.Plain(Reader.Plain)))}");

    static Answers Filled(Form form, (string Field, object Value)[] filled)
    {
        var answers = form.Standing.ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var (field, value) in filled)
            answers[field] = value switch
            {
                Someone one => [one.Id.ToString()],
                IEnumerable<Someone> several => [.. several.Select(one => one.Id.ToString())],
                IEnumerable<string> several => [.. several],
                _ => [value.ToString()!],
            };
        return new Answers(answers);
    }
}
