using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Values;

/// <summary>The values and packs in force, read once and kept.</summary>
public sealed class ValueBook(IReadOnlyList<CoreValue> values, IReadOnlyList<ValuePack> packs)
{
    readonly Dictionary<string, CoreValue> _byId = values.ToDictionary(value => value.Id, StringComparer.Ordinal);
    readonly Dictionary<string, string> _byWord = Words(values);

    /// <summary>Packs that are switched on, in their order.</summary>
    public IReadOnlyList<ValuePack> Packs { get; } = [.. packs.Where(pack => pack.IsOn).OrderBy(pack => pack.Order).ThenBy(pack => pack.Name, StringComparer.Ordinal)];

    /// <summary>Values that kudos can be given for: of a pack that is on, not archived, for kudos; each once, in the packs' order.</summary>
    public IReadOnlyList<CoreValue> ForKudos => field ??= [.. Packs.SelectMany(pack => pack.ValueIds).Distinct().Select(Find).OfType<CoreValue>().Where(value => value is { ForKudos: true, ArchivedAt: null })];

    /// <summary>A value by its id, archived ones too: history keeps its name.</summary>
    public CoreValue? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The value that a typed word means: its id, name or one of its synonyms, with or without the sign.</summary>
    public CoreValue? Meant(string word) => _byWord.TryGetValue(Key(word), out var id) ? _byId[id] : null;

    public static async ValueTask<ValueBook> Read(Register register, CancellationToken cancel) => (await register.Get("values", async db => new ValueBook(
        await db.Values.AsNoTracking().Where(value => value.Language == "en").ToListAsync(cancel),
        await db.ValuePacks.AsNoTracking().Where(pack => pack.Language == "en").ToListAsync(cancel))))!;

    static Dictionary<string, string> Words(IEnumerable<CoreValue> values)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in values.Where(value => value.ArchivedAt is null))
            foreach (var word in value.Synonyms.Prepend(value.Name).Prepend(value.Id))
                words.TryAdd(Key(word), value.Id);
        return words;
    }

    // "#desire-to-improve", "DesireToImprove" and "desire_to_improve" are one word.
    static string Key(string word) => Folding.Key(word).Replace(" ", "", StringComparison.Ordinal);
}
