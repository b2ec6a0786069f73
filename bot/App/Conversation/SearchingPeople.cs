using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Conversation;

/// <summary>The search behind a field that picks people. No turn is made of it, so whoever would be refused one finds nobody here: guests, bots, who left, and who never acted.</summary>
public sealed class SearchingPeople(IStore store, Register register)
{
    public async Task<IReadOnlyList<Choice>> Find(int installation, Sender who, string typed, int most, CancellationToken cancel)
    {
        if (who.IsGuest || who.IsBot || await register.ByAccount(installation, who.Id, cancel) is not { HasLeft: false, IsBot: false })
            return [];
        await using var db = store.Open();
        return await FindingPeople.Matching(db, typed, most, cancel);
    }
}
