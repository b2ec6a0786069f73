using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Values;

namespace ServiceCulture.Bot.Features.Phrases;

/// <summary>
/// The phrases that come with the program: what is missing is added at the start, and what a newer version words
/// differently follows it. One that HR took out stays out.
/// </summary>
public static partial class ShippedPhrases
{
    public static async Task Bring(Db db, CancellationToken cancel)
    {
        var file = Read();
        var known = await db.Phrases.Where(phrase => phrase.Origin == Origin.Shipped && phrase.Language == file.Language).ToDictionaryAsync(phrase => phrase.Id, cancel);
        foreach (var shipped in file.Phrases)
            if (!known.TryGetValue(shipped.Id, out var row))
                db.Phrases.Add(New(shipped, file));
            else if (row.Version < file.Version)
                (row.Situation, row.ValueId, row.Words, row.Offer, row.Version) = (shipped.Situation, shipped.Value, shipped.Words, shipped.Offer, file.Version);
    }

    static Phrase New(Shipped phrase, ShippedFile file) => new()
    {
        Id = phrase.Id,
        Language = file.Language,
        Origin = Origin.Shipped,
        Version = file.Version,
        Situation = phrase.Situation,
        ValueId = phrase.Value,
        Words = phrase.Words,
        Offer = phrase.Offer,
    };

    internal static ShippedFile Read()
    {
        using var stream = typeof(ShippedPhrases).Assembly.GetManifestResourceStream("Phrases/phrases.en.json") ?? throw new InvalidOperationException("The phrases are not shipped.");
        return JsonSerializer.Deserialize(stream, PhraseJson.Default.ShippedFile)!;
    }

    internal sealed record ShippedFile(string Language, int Version, List<Shipped> Phrases);

    internal sealed record Shipped(string Id, string Situation, string Value, string Words, string Offer);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(ShippedFile))]
    sealed partial class PhraseJson : JsonSerializerContext;
}
