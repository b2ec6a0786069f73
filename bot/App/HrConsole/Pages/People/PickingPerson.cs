using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.HrConsole.Pages.People;

/// <summary>Whom somebody means by a name or an e-mail.</summary>
public sealed class PickingPerson(IStore store)
{
    /// <returns>The member; or why nobody, in words for the field.</returns>
    public async Task<(Guid? Member, string? Why)> One(string words, CancellationToken cancel)
    {
        await using var db = store.Open();
        var found = await FindingPeople.Matching(db, words, 10, cancel);
        var named = found.Where(one => one.Label.Plain(Cards.Reader.Plain).Equals(words.Trim(), StringComparison.CurrentCultureIgnoreCase)).ToList();
        return (named.Count == 1 ? named : found) switch
        {
            [var one] => (Guid.Parse(one.Value), null),
            [] => (null, "Nobody is found by this name or e-mail."),
            _ => (null, $"More than one person is meant by this: {string.Join(", ", found.Take(3).Select(one => one.Label.Plain(Cards.Reader.Plain)))}. Their e-mail says which."),
        };
    }

    /// <returns>Their name, or null where nobody is known by that id.</returns>
    public async Task<string?> Name(Guid member, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await db.Members.Where(one => one.Id == member).Select(one => one.Name).SingleOrDefaultAsync(cancel);
    }
}
