using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Values;

/// <summary>
/// Brings the shipped packs into the database: what is missing is added, and a shipped text that nobody changed
/// follows its newer version. HR's own edits stay.
/// </summary>
public static partial class Shipping
{
    static readonly string[] Packs = ["five-core-values", "six-needs", "professional-core", "respect-and-service", "three-qualities"];

    public static async Task Bring(Db db, CancellationToken cancel)
    {
        var known = await db.Values.ToDictionaryAsync(value => (value.Id, value.Language), cancel);
        var shipped = Read("values", PackJson.Default.ShippedValues);
        foreach (var value in shipped.Values)
            if (!known.TryGetValue((value.Id, shipped.Language), out var row))
                Add(db, value, shipped);
            else if (row.Origin is Origin.Shipped && row.Version < shipped.Version)
                Renew(row, value, shipped.Version);

        var packs = await db.ValuePacks.Select(pack => pack.Id).ToListAsync(cancel);
        for (var order = 0; order < Packs.Length; order++)
            if (!packs.Contains(Packs[order]))
                db.ValuePacks.Add(Pack(Read(Packs[order], PackJson.Default.ShippedPack), order));
    }

    /// <summary>The shipped prompts, a pack of them for each pack of values, in the values' order.</summary>
    public static IReadOnlyList<PackOfPrompts> Prompts()
    {
        var values = Read("values", PackJson.Default.ShippedValues);
        var byId = values.Values.ToDictionary(value => value.Id, StringComparer.Ordinal);
        return [.. Packs.Select(name => Read(name, PackJson.Default.ShippedPack)).Select(pack =>
            new PackOfPrompts(pack.Id, pack.Name, pack.Language, Math.Max(pack.Version, values.Version), [.. pack.Values.SelectMany(id => byId[id].Prompts)]))];
    }

    static void Add(Db db, ShippedValue value, ShippedValues file)
    {
        db.Values.Add(new CoreValue
        {
            Id = value.Id,
            Language = file.Language,
            Version = file.Version,
            Origin = Origin.Shipped,
            Name = value.Name,
            Glyph = value.Glyph,
            Meaning = value.Meaning,
            Behaviours = value.Behaviours,
            Synonyms = value.Synonyms,
            Starters = value.Starters,
            ForKudos = value.ForKudos,
        });
        db.Prompts.AddRange(value.Prompts.Select(words => new Prompt { ValueId = value.Id, Language = file.Language, Version = file.Version, Origin = Origin.Shipped, Words = words }));
    }

    static void Renew(CoreValue row, ShippedValue value, int version)
    {
        (row.Name, row.Glyph, row.Meaning, row.Version) = (value.Name, value.Glyph, value.Meaning, version);
        (row.Behaviours, row.Synonyms, row.Starters, row.ForKudos) = (value.Behaviours, value.Synonyms, value.Starters, value.ForKudos);
    }

    static ValuePack Pack(ShippedPack pack, int order) => new()
    {
        Id = pack.Id,
        Language = pack.Language,
        Version = pack.Version,
        Origin = Origin.Shipped,
        Name = pack.Name,
        About = pack.About,
        ValueIds = pack.Values,
        Order = order,
    };

    static T Read<T>(string name, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        using var stream = typeof(Shipping).Assembly.GetManifestResourceStream($"Packs/{name}.en.json") ?? throw new InvalidOperationException($"The pack {name} is not shipped.");
        return JsonSerializer.Deserialize(stream, type)!;
    }

    sealed record ShippedValues(string Language, int Version, List<ShippedValue> Values);

    sealed record ShippedValue(string Id, string Name, string Glyph, string Meaning, List<string> Behaviours, List<string> Synonyms, List<string> Prompts, List<string> Starters, bool ForKudos);

    sealed record ShippedPack(string Id, string Name, string Language, int Version, string About, List<string> Values);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(ShippedValues))]
    [JsonSerializable(typeof(ShippedPack))]
    sealed partial class PackJson : JsonSerializerContext;
}

/// <summary>The prompts of a pack's values, as they are shipped.</summary>
public sealed record PackOfPrompts(string Id, string Name, string Language, int Version, IReadOnlyList<string> Prompts);
