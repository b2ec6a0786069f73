using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>HR switches features off and on, site by site.</summary>
public sealed class SettingSwitches : IAnswer<Incoming.Press>, ITake<FeatureSites>, ITake<SiteFeatures>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        if (ForHr.Refusal(turn) is { } refusal)
            return refusal;
        return await Sites(turn.Db, cancel) is { Count: > 0 } sites
            ? new Reply.Open(FeatureSites.Form(sites))
            : Refusing.Word($"I know of no site yet. Sites come with the people file, in the column {new Hole.Typed("site")}; your operator imports it.");
    }

    public async Task<Outcome> Take(FeatureSites form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (ForHr.Refusal(turn) is { } refusal)
            return refusal;
        var sites = await Sites(turn.Db, cancel);
        if (sites.FirstOrDefault(one => one.Site == form.Site) is not { Site.Length: > 0 } site)
            return new Reply.Wrong(FeatureSites.Form(sites).Refused(ForHr.Fault(FeatureSites.SiteField, $"Which site? Please pick one.")));
        return new Reply.Next(Features(site.Site, await Off(site.Site, turn.Db, cancel)));
    }

    public async Task<Outcome> Take(SiteFeatures form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (ForHr.Refusal(turn) is { } refusal)
            return refusal;
        var site = what.Ticket.About.Row;
        var off = await Off(site, turn.Db, cancel);
        if (what.Ticket.About.Version != Stamp(off))
            return new Reply.Next(Features(site, off).Refused(ForHr.Fault(SiteFeatures.OnField, $"Somebody changed this in the meantime, so nothing was saved. This is how it stands now.")));
        var changed = Switchable.All.Where(feature => form.On.Contains(feature) == off.Exists(row => row.Feature == feature)).ToList();
        foreach (var feature in changed)
            Flip(feature, site, off, turn);
        if (changed.Count > 0)
            turn.Db.Add(Replanning.AtSite(site));
        return new Reply.Whisper(SiteFeatures.Saved(site, [.. Switchable.All.Where(feature => !form.On.Contains(feature))]));
    }

    static void Flip(string feature, string site, List<SwitchedOff> off, Turn turn)
    {
        var row = off.Find(one => one.Feature == feature);
        if (row is null)
            turn.Db.SwitchedOff.Add(new SwitchedOff { Site = site, Feature = feature, At = turn.Now });
        else
            turn.Db.SwitchedOff.Remove(row);
        ForHr.Note(turn, SiteFeatures.Id, $"{site}/{feature} {(row is null ? "off" : "on")}");
    }

    static Form Features(string site, List<SwitchedOff> off) =>
        SiteFeatures.Form(site, Stamp(off), Switchable.All, [.. Switchable.All.Where(feature => !off.Exists(row => row.Feature == feature))]);

    // Which are off, as bits.
    static int Stamp(List<SwitchedOff> off) => Switchable.All.Select((feature, at) => off.Exists(row => row.Feature == feature) ? 1 << at : 0).Sum();

    static Task<List<SwitchedOff>> Off(string site, Db db, CancellationToken cancel) => db.SwitchedOff.Where(one => one.Site == site).ToListAsync(cancel);

    static async Task<IReadOnlyList<(string Site, int Off)>> Sites(Db db, CancellationToken cancel)
    {
        var known = await KnownSites.Read(db, cancel);
        var off = (await db.SwitchedOff.AsNoTracking().ToListAsync(cancel)).ToLookup(row => row.Site);
        return [.. known.Concat(off.Select(site => site.Key)).Distinct().Order(StringComparer.Ordinal).Select(site => (site, off[site].Count(row => Switchable.All.Contains(row.Feature))))];
    }
}

/// <summary>The sites at which people work, by their names.</summary>
static class KnownSites
{
    internal static Task<List<string>> Read(Db db, CancellationToken cancel) =>
        db.Members.AsNoTracking().Where(member => member.Site != null && member.LeftAt == null).Select(member => member.Site!).Distinct().OrderBy(site => site).ToListAsync(cancel);
}
