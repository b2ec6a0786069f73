using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>The rules that kudos must pass; each refusal says why, at its field.</summary>
public sealed class KudosChecks(Register register)
{
    public static readonly TimeSpan SameWords = TimeSpan.FromHours(24);

    /// <summary>Everything wrong with it, by field; empty where it may be sent.</summary>
    public async Task<Dictionary<string, Text>> Faults(GiveKudos kudos, IReadOnlyList<MemberInfo> to, Turn turn, CancellationToken cancel)
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
        At(GiveKudos.WordsField, faults.Count == 0 ? await Limit(policies, turn, cancel) : null);
        At(GiveKudos.WordsField, faults.Count == 0 && turn.Again ? await Repeated(kudos, to, turn, cancel) : null);
        return faults;
    }

    /// <summary>What is wrong with the words alone.</summary>
    public static Text? Words(string words) => words.Length switch
    {
        0 => $"Say what they did.",
        < GiveKudos.FewestWords => $"A little more, please: at least {GiveKudos.FewestWords} characters. What did they do, and what did it lead to?",
        > GiveKudos.MostWords => $"That is {words.Length} characters; at most {GiveKudos.MostWords} fit.",
        _ => null,
    };

    /// <summary>The mark by which the same words to the same person are known again.</summary>
    public static byte[] Once(Guid from, Guid to, string words)
    {
        // Words without a letter (all pictures, say) are compared as they stand.
        var same = Folding.Key(words) is { Length: > 0 } key ? key : words;
        return SHA256.HashData(Encoding.UTF8.GetBytes($"{from:N}{to:N}{same}")).AsSpan(0, 16).ToArray();
    }

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

    static async Task<Text?> Limit(Policies policies, Turn turn, CancellationToken cancel)
    {
        if (policies.KudosDailyLimit == 0)
            return null;
        var (from, since) = (turn.Who.Id, LocalDay.Start(turn.Now, turn.Who.Zone));
        var given = await turn.Db.Kudos.CountAsync(k => k.FromId == from && k.At >= since && k.UndoneAt == null, cancel);
        return given < policies.KudosDailyLimit ? null
            : (Text)$"You have given {new Hole.Count(given, "kudos", "kudos")} today, which is the most for one day. Your words are kept here; send them tomorrow.";
    }

    // Reached when the unique mark was already there: either these very words went out in the last day, or long ago
    // and may again.
    static async Task<Text?> Repeated(GiveKudos kudos, IReadOnlyList<MemberInfo> to, Turn turn, CancellationToken cancel)
    {
        var marks = to.Select(member => Once(turn.Who.Id, member.Id, kudos.Words)).ToList();
        var before = await turn.Db.KudosReceipts.Where(receipt => marks.Contains(receipt.Once!)).ToListAsync(cancel);
        if (before.FirstOrDefault(receipt => receipt.At > turn.Now - SameWords) is { } fresh)
            return $"{to.First(member => member.Id == fresh.ToId).Name} already got these very words from you in the last 24 hours.";
        before.ForEach(receipt => receipt.Once = null);
        return null;
    }
}
