using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>The switches of all sites, and one of them flipped: for the console; the chat's form is <see cref="SettingSwitches"/>.</summary>
public sealed class SiteSwitches(IStore store, Register register, TimeProvider clock)
{
    /// <summary>What can be switched off.</summary>
    public static IReadOnlyList<SiteFeature> Features { get; } = [.. Switchable.All.Select(id => new SiteFeature(id, Named(SiteFeatures.Name(id).Plain(Reader.Plain))))];

    /// <summary>Every site where somebody works, or where something is off, by name.</summary>
    public async Task<IReadOnlyList<SiteRead>> Read(CancellationToken cancel)
    {
        await using var db = store.Open();
        var off = (await db.SwitchedOff.AsNoTracking().ToListAsync(cancel)).ToLookup(one => one.Site, one => one.Feature);
        return [.. (await KnownSites.Read(db, cancel)).Concat(off.Select(site => site.Key)).Distinct().Order(StringComparer.Ordinal).Select(site => new SiteRead(site, [.. off[site]]))];
    }

    /// <summary>Sets it; twice is as once.</summary>
    public async Task Set(string site, string feature, bool on, MemberInfo who, CancellationToken cancel)
    {
        if (!Switchable.All.Contains(feature))
            return;
        await store.Do(async db =>
        {
            var row = await db.SwitchedOff.SingleOrDefaultAsync(one => one.Site == site && one.Feature == feature, cancel);
            if (row is null != on)
            {
                var now = clock.GetUtcNow().UtcDateTime;
                if (row is null)
                    db.SwitchedOff.Add(new SwitchedOff { Site = site, Feature = feature, At = now });
                else
                    db.SwitchedOff.Remove(row);
                db.Add(Replanning.AtSite(site));
                db.Audit.Add(new AuditEntry { At = now, Actor = who.Id, Act = SiteFeatures.Id, Row = $"{site}/{feature} {(on ? "on" : "off")}" });
            }
            return await db.SaveChangesAsync(cancel);
        }, cancel);
        register.Forget();
    }

    // "the weekly pulse" is how a sentence calls it.
    static string Named(string words) => words.StartsWith("the ", StringComparison.Ordinal) ? char.ToUpperInvariant(words[4]) + words[5..] : char.ToUpperInvariant(words[0]) + words[1..];
}

public sealed record SiteFeature(string Id, string Name);

/// <param name="Off">The ids of what is off there.</param>
public sealed record SiteRead(string Name, IReadOnlyList<string> Off);
