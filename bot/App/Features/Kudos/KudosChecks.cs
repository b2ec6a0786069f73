using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>The rules that kudos must pass; each refusal says why, at its field.</summary>
public sealed class KudosChecks(Register register)
{
    internal async Task<KudosChecked> Check(GiveKudos kudos, IReadOnlyList<MemberInfo> to, Turn turn, CancellationToken cancel)
    {
        var policies = await register.Policies(cancel);
        var faults = new Dictionary<string, Text>();
        void At(string field, Text? why)
        {
            if (why is not null)
                faults.TryAdd(field, why);
        }

        At(GiveKudos.ToField, People(kudos, to, turn.Who));
        At(GiveKudos.WordsField, Words(kudos.Words));
        At(GiveKudos.ValuesField, Values(kudos, policies, await ValueBook.Read(register, cancel)));
        At(GiveKudos.CustomerWordsField, kudos.CustomerWords.Length > GiveKudos.MostWords
            ? (Text)$"The customer's words may have at most {GiveKudos.MostWords} characters; these are {kudos.CustomerWords.Length}." : null);
        At(GiveKudos.AudienceField, Audience(kudos, policies));
        var (number, full) = faults.Count == 0 ? await DailyLimit.Take(policies.KudosDailyLimit, turn, cancel) : default;
        At(GiveKudos.WordsField, full);
        At(GiveKudos.WordsField, faults.Count == 0 && turn.Again ? await SameWords.Repeated(to, kudos.Words, own: Guid.Empty, turn, cancel) : null);
        return new(faults, number);
    }

    /// <summary>What is wrong with the words alone.</summary>
    public static Text? Words(string words) => words.Length switch
    {
        0 => $"Say what they did.",
        < GiveKudos.FewestWords => $"A little more, please: at least {GiveKudos.FewestWords} characters. What did they do, and what did it lead to?",
        > GiveKudos.MostWords => $"That is {words.Length} characters; at most {GiveKudos.MostWords} fit.",
        _ => null,
    };

    static Text? People(GiveKudos kudos, IReadOnlyList<MemberInfo> to, MemberInfo who)
    {
        if (kudos.To.Count == 0)
            return $"Pick at least one person.";
        if (kudos.To.Count > GiveKudos.MostPeople)
            return $"At most {GiveKudos.MostPeople} people at once; you picked {kudos.To.Count}.";
        if (to.Count < kudos.To.Count)
            return $"I don't know one of these people. Pick them from the list.";
        if (to.Any(member => member.Id == who.Id))
            return $"Kudos are for others; please take yourself off the list.";
        if (to.FirstOrDefault(member => member.IsBot) is { } bot)
            return $"{bot.Name} is a bot and can't be thanked.";
        return to.FirstOrDefault(member => member.HasLeft) is { } gone ? (Text)$"{gone.Name} has left, so this would not reach them." : null;
    }

    // HR may have changed the rule while the form was open.
    static Text? Audience(GiveKudos kudos, Policies policies) => !kudos.IsPrivate || kudos.ManagersSee == policies.ManagersSeePrivateKudos ? null
        : policies.ManagersSeePrivateKudos ? (Text)$"HR has changed this while you wrote: now the people you thank and their managers see it, nobody else. Send it again if that's right for you."
        : $"HR has changed this while you wrote: now only the people you thank see it, nobody else. Send it again if that's right for you.";

    static Text? Values(GiveKudos kudos, Policies policies, ValueBook values)
    {
        if (policies.KudosValue is ValueRule.Off)
            return null;
        if (kudos.Values.Count > GiveKudos.MostValues)
            return $"At most {GiveKudos.MostValues} values; you picked {kudos.Values.Count}.";
        if (kudos.Values.Count == 0 && policies.KudosValue is ValueRule.Required)
            return $"Pick the value that it showed.";
        var known = values.ForKudos.Select(value => value.Id).ToHashSet();
        return kudos.Values.FirstOrDefault(id => !known.Contains(id)) is { } unknown ? (Text)$"“{unknown}” is not one of our values for kudos. Pick one from the list." : null;
    }
}

/// <param name="Faults">Everything wrong, by field; empty where the kudos may be sent.</param>
/// <param name="Number">Which of the day's kudos these are, where a limit is in force.</param>
sealed record KudosChecked(Dictionary<string, Text> Faults, DailyLimit.Number? Number);
