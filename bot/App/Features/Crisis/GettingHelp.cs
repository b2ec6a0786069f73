using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Crisis;

namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>Opens "Get help now", and asks the person that somebody chose to get in touch: that one message, to nobody else.</summary>
public sealed class GettingHelp(CrisisHelp help, Register register) : IAnswer<Incoming.Press>, ITake<GetHelp>, ITake<HelpAsked>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) => new Reply.Open(await help.Form(turn.Who, turn.Db, cancel));

    public async Task<Outcome> Take(GetHelp form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        var person = Guid.TryParse(form.Person, out var id) ? await register.Member(id, cancel) : null;
        if (Fault(form, person, turn.Who) is { } why)
            return new Reply.Wrong((await help.Form(turn.Who, turn.Db, cancel)).Filled(what.Answers).Refused(new Dictionary<string, Text> { [GetHelp.PersonField] = why }));
        var asking = new Send($"asked/{Guid.CreateVersion7():N}", person!.Home!, HelpAsked.ToThePerson(turn.Who.Person)) { For = person.Id, Priority = Priority.Urgent };
        return new Outcome(new Reply.Next(HelpAsked.Form(person.Name, await help.Words(turn.Who, cancel))), asking);
    }

    public Task<Outcome> Take(HelpAsked form, Incoming.Submit what, Turn turn, CancellationToken cancel) => Task.FromResult(Outcome.Nothing);

    static Text? Fault(GetHelp form, MemberInfo? person, MemberInfo who) => person switch
    {
        _ when form.Person.Length == 0 => $"Pick the person you would like to hear from. If you'd rather not, just close this.",
        null => $"I don't know this person. Please pick somebody from the list.",
        _ when person.Id == who.Id => $"This is you. Please pick somebody else.",
        { IsBot: true } => $"{person.Name} is a bot. Please pick a person.",
        { HasLeft: true } or { Home: null } => $"I can't reach {person.Name}. Please pick somebody else, or call one of the numbers above.",
        _ => null,
    };
}
