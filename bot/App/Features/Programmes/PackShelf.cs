using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Values;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>One pack in all its versions, newest first. Moves a version from one state to the next; what is published never changes.</summary>
sealed class PackShelf(string id, string language, List<PromptPack> versions)
{
    internal IReadOnlyList<PromptPack> Versions => versions;

    /// <summary>How cards and tickets call the pack.</summary>
    internal string Row => $"{id}/{language}";

    internal string Name => (Published ?? versions[0]).Name;

    internal PromptPack? Draft => versions.Find(one => one.State is PackState.Draft);

    internal PromptPack? Published => versions.Find(one => one.State is PackState.Published);

    /// <summary>Another number after each change, whatever it was.</summary>
    internal int Stamp => versions.Aggregate(versions.Count, (sum, one) => unchecked(sum * 31 + (int)one.State * 7 + (int)((one.ChangedAt?.Ticks ?? 0) / TimeSpan.TicksPerMillisecond))) & int.MaxValue;

    /// <returns>Null where there is no such pack.</returns>
    internal static async Task<PackShelf?> Find(Db db, string row, CancellationToken cancel)
    {
        if (row.Split('/') is not [{ Length: > 0 } id, { Length: > 0 } language])
            return null;
        var versions = await db.PromptPacks.Where(one => one.Id == id && one.Language == language).OrderByDescending(one => one.Version).ToListAsync(cancel);
        return versions.Count == 0 ? null : new PackShelf(id, language, versions);
    }

    /// <summary>A pack that is not there yet.</summary>
    internal static PackShelf New(string id, string language) => new(id, language, []);

    internal void Write(Db db, string name, IReadOnlyList<string> prompts, Guid who, DateTime now)
    {
        if (Draft is not { } draft)
            versions.Insert(0, draft = Add(db, name));
        (draft.Name, draft.Prompts) = (name, [.. prompts]);
        Mark(draft, PackState.Draft, who, now);
    }

    /// <summary>People see this version from now on.</summary>
    internal void Publish(PromptPack version, Guid who, DateTime now)
    {
        if (Published is { } before)
            Mark(before, PackState.Earlier, who, now);
        Mark(version, PackState.Published, who, now);
    }

    internal void Archive(Guid who, DateTime now) => versions.ForEach(one => Mark(one, PackState.Archived, who, now));

    PromptPack Add(Db db, string name)
    {
        var draft = new PromptPack { Id = id, Language = language, Version = versions.Count == 0 ? 1 : versions[0].Version + 1, Origin = Origin.Own, Name = name, Prompts = [] };
        db.PromptPacks.Add(draft);
        return draft;
    }

    static void Mark(PromptPack version, PackState state, Guid who, DateTime now) => (version.State, version.ChangedBy, version.ChangedAt) = (state, who, now);
}
