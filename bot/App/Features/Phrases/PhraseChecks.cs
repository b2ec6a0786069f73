using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Phrases;

namespace ServiceCulture.Bot.Features.Phrases;

/// <summary>What a phrase must be to come into the book, or to stay in it changed.</summary>
static class PhraseChecks
{
    /// <summary>A team has as many of its own as one can still look through.</summary>
    internal const int MostOfTeam = 40;

    /// <param name="changed">The phrase's id where it is changed; null where it is new.</param>
    internal static Dictionary<string, Text> Of(AddPhrase form, MemberInfo who, PhraseBook book, ValueBook values, string? changed)
    {
        var faults = new Dictionary<string, Text>();
        if (Situation.Find(form.Situation) is null)
            faults[AddPhrase.SituationField] = $"Pick when one says it.";
        if (values.Find(form.Value) is null)
            faults[AddPhrase.ValueField] = $"Pick the value it shows.";
        if (Length(form.Words, AddPhrase.Fewest) is { } words)
            faults[AddPhrase.WordsField] = words;
        else if (book.Seen(who).Any(one => one.Id != changed && one.Situation == form.Situation && Folding.Key(one.Words) == Folding.Key(form.Words)))
            faults[AddPhrase.WordsField] = $"This phrase is there already.";
        if (Length(form.Offer, 0) is { } offer)
            faults[AddPhrase.OfferField] = offer;
        if (changed is null && PhraseBook.TeamOf(who) is { } team && book.OfTeam(team.Id).Count() >= MostOfTeam)
            faults[AddPhrase.SituationField] = $"{team.Name} has {MostOfTeam} phrases of its own, which is as many as one can look through. Take one out first.";
        return faults;
    }

    static Text? Length(string words, int fewest) => words.Length switch
    {
        var length when length < fewest => $"A little more, please: at least {fewest} characters.",
        > AddPhrase.Most => $"Please keep it to {AddPhrase.Most} characters; it has {words.Length}.",
        _ => null,
    };
}
