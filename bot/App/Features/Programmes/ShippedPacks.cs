using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Values;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>
/// Brings the shipped prompts into the database, a pack for each pack of values. A newer shipped version takes the place
/// of the older one, unless HR has changed the pack: then it is theirs.
/// </summary>
public static class ShippedPacks
{
    public static async Task Bring(Db db, CancellationToken cancel)
    {
        var known = (await db.PromptPacks.ToListAsync(cancel)).ToLookup(pack => (pack.Id, pack.Language));
        foreach (var shipped in Shipping.Prompts())
        {
            var versions = known[(shipped.Id, shipped.Language)].ToList();
            if (versions.Exists(version => version.Origin is Origin.Own || version.ChangedBy is not null || version.Version >= shipped.Version))
                continue;
            foreach (var older in versions)
                older.State = PackState.Earlier;
            db.PromptPacks.Add(new PromptPack
            {
                Id = shipped.Id,
                Language = shipped.Language,
                Version = shipped.Version,
                Origin = Origin.Shipped,
                Name = shipped.Name,
                Prompts = [.. shipped.Prompts],
                State = PackState.Published,
            });
        }
    }
}
