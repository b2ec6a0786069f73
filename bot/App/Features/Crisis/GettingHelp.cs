using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
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
        var (asked, key) = (new Reply.Next(HelpAsked.Form(person!.Name, await help.Words(turn.Who, cancel))), Key(turn.Who, person, what.Ticket));
        // The same form sent once more: they have been asked.
        return await turn.Db.Messages.AnyAsync(message => message.Key == key, cancel)
            ? asked
            : new Outcome(asked, new Send(key, person.Home!, HelpAsked.ToThePerson(turn.Who.Person)) { For = person.Id, Priority = Priority.Urgent });
    }

    public Task<Outcome> Take(HelpAsked form, Incoming.Submit what, Turn turn, CancellationToken cancel) => Task.FromResult(Outcome.Nothing);

    // Who asked whom can't be read in it.
    static string Key(MemberInfo asker, MemberInfo person, Ticket form) =>
        $"asked/{new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{asker.Id}/{person.Id}/{form.DrawnAt:O}")).AsSpan(0, 16)):N}";

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
