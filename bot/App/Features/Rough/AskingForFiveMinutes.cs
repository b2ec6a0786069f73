using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Rough;

namespace ServiceCulture.Bot.Features.Rough;

/// <summary>Asks the colleague whom somebody chose, and nobody else; nothing but the request goes to them.</summary>
public sealed class AskingForFiveMinutes(Register register, RoughForms forms) : IAnswer<Incoming.Press>, ITake<AskFiveMinutes>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) => new Reply.Open(await forms.Ask(turn, cancel));

    public async Task<Outcome> Take(AskFiveMinutes form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        var person = Guid.TryParse(form.Person, out var id) ? await register.Member(id, cancel) : null;
        var today = await FiveMinutesRequests.OfToday(turn, cancel);
        if ((Fault(form, person, turn.Who) ?? await SwitchedOff(person!, cancel) ?? await Away(person!, turn, cancel) ?? await TooMuch(today, turn, cancel)) is { } why)
            return new Reply.Wrong((await forms.Ask(turn, cancel)).Filled(what.Answers).Refused(new Dictionary<string, Text> { [AskFiveMinutes.PersonField] = why }));
        var asked = FiveMinutesRequests.New(turn.Who, person!.Id, today.Count + 1, turn.Now);
        turn.Db.FiveMinutes.Add(asked);
        return new Outcome(new Reply.Next(RoughDone.Asked(person.Name)),
            FiveMinutesRequests.Request(asked, turn.Who.Person, person),
            FiveMinutesRequests.Waiting(asked, turn.Who, new Address(turn.What.From.Installation, PlaceKind.Person, turn.What.From.Who.Id), person.Person));
    }

    static Text? Fault(AskFiveMinutes form, MemberInfo? person, MemberInfo who) => person switch
    {
        _ when form.Person.Length == 0 => $"Pick somebody, or close this.",
        null => $"I don't know this person. Please pick somebody from the list.",
        _ when person.Id == who.Id => $"This is you. Please pick somebody else.",
        { IsBot: true } => $"{person.Name} is a bot. Please pick a person.",
        { HasLeft: true } or { Home: null } => $"I can't reach {person.Name}. Please pick somebody else.",
        _ => null,
    };

    // They could not answer it.
    async Task<Text?> SwitchedOff(MemberInfo person, CancellationToken cancel) => await Switches.IsOff(register, person.Site, "rough", cancel)
        ? $"HR has switched this off where {person.Name} works, so they could not answer here. Please pick somebody else, or call them."
        : (Text?)null;

    // Who waits half an hour for an answer is not to wait for somebody on leave, nor is anybody to be woken. Why they are away is theirs.
    static async Task<Text?> Away(MemberInfo person, Turn turn, CancellationToken cancel) => await WorkLives.IsAtWork(turn.Db, person.Id, turn.Now, cancel)
        ? (Text?)null
        : $"By what I know, {person.Name} isn't at work just now. Please pick somebody else.";

    async Task<Text?> TooMuch(IReadOnlyList<FiveMinutes> today, Turn turn, CancellationToken cancel)
    {
        if (today.FirstOrDefault(one => FiveMinutesRequests.IsOpen(one, turn.Now)) is { } open)
            return $"You asked {(await register.Member(open.ToId, cancel))?.Name ?? "somebody"} a moment ago. Wait for the answer, or take that back first: the button is in our chat.";
        return today.Count >= AskFiveMinutes.MostADay
            ? (Text)$"I send at most {AskFiveMinutes.MostADay} such requests a day for one person. Please call somebody, or walk over; “Get help now” is there at any time."
            : null;
    }
}
