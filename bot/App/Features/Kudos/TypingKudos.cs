using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>
/// Kudos in one typed line: given at once where nothing is missing or unclear; else the form opens with all that was
/// typed, and says at the field what to look at.
/// </summary>
public sealed class TypingKudos(Register register, KudosForms forms, GivingKudos giving) : IAnswer<Incoming.Command>
{
    /// <summary>So many people of one name are listed; the others are found by typing more of it.</summary>
    const int MostAlike = 5;

    public async Task<Outcome> Answer(Incoming.Command what, Turn turn, CancellationToken cancel)
    {
        var values = await ValueBook.Read(register, cancel);
        var hasValues = (await register.Policies(cancel)).KudosValue is not ValueRule.Off;
        var typed = await TypedKudos.Read(what.Words, word => FindingPeople.Beginning(turn.Db, word, cancel), hasValues ? tag => values.Meant(tag) is { ForKudos: true } : null);
        var (form, unclear) = await Understand(typed, values, turn, cancel);
        if (typed is { Mentions.Count: 0, Names.Count: 0, Tags.Count: 0, Words: "" })
            return new Reply.Open(await forms.Form(form, turn, "", cancel));
        if (unclear.Count == 0)
        {
            var (outcome, faults) = await giving.Give(form, turn, "", cancel);
            if (outcome is not null)
                return outcome;
            unclear = faults;
        }
        return new Reply.Open((await forms.Form(form, turn, "", cancel, [.. typed.Names.Where(name => name.Members.Count > 1).SelectMany(name => name.Members.Take(MostAlike))])).Refused(unclear));
    }

    async Task<(GiveKudos Form, Dictionary<string, Text> Unclear)> Understand(TypedKudos typed, ValueBook book, Turn turn, CancellationToken cancel)
    {
        var (whom, which) = (new List<Text>(), new List<Text>());
        var to = await People(typed, turn, whom, cancel);
        var values = Values(typed, book, which);
        var unclear = new Dictionary<string, Text>();
        if (whom.Count > 0)
            unclear[GiveKudos.ToField] = Together(whom);
        if (which.Count > 0)
            unclear[GiveKudos.ValuesField] = Together(which);
        return (new GiveKudos([.. to.Distinct().Select(id => id.ToString())], typed.Words, values, false, "", false), unclear);
    }

    // What one field has to say about several names, each once.
    static Text Together(List<Text> said) => said.DistinctBy(one => one.Plain(Reader.Plain)).Aggregate((one, other) => $"{one} {other}");

    async Task<List<Guid>> People(TypedKudos typed, Turn turn, List<Text> unclear, CancellationToken cancel)
    {
        var to = new List<Guid>();
        foreach (var mention in typed.Mentions)
            if (await register.ByAccount(turn.What.From.Installation, mention, cancel) is { } member)
                to.Add(member.Id);
            else
                unclear.Add($"I don't know one of the people you mentioned yet: guests can't be thanked, and somebody new shows up here within a day. Pick the others from the list.");
        foreach (var name in typed.Names)
            if (name.Members.Count == 1)
                to.Add(name.Members[0]);
            else
                unclear.Add(await Which(name, cancel));
        return to;
    }

    async Task<Text> Which(TypedName name, CancellationToken cancel)
    {
        if (name.Members.Count == 0)
            return $"I don't know anybody called “{name.Words}”. Pick them from the list.";
        var people = await register.Members(name.Members.Take(MostAlike), cancel);
        var listed = Texts.List([.. people.Select(person => person.Team is { } team ? (Text)$"{person.Name} ({team.Name})" : $"{person.Name}")]);
        return $"Which “{name.Words}” do you mean: {listed}? Pick the right one from the list.";
    }

    static List<string> Values(TypedKudos typed, ValueBook book, List<Text> unclear)
    {
        var values = new List<string>();
        foreach (var tag in typed.Tags)
            if (book.Meant(tag) is { ForKudos: true } value)
                values.Add(value.Id);
            else
                unclear.Add($"I don't know the value “{tag}”. Pick one from the list, or none.");
        return [.. values.Distinct()];
    }
}
