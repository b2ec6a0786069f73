using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Values;

namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>
/// The help lines and emergency numbers that come with the program. Missing lines are added at the start, unconfirmed;
/// what HR edited or confirmed is never touched. Emergency numbers are data, not rows: they need no confirming.
/// </summary>
public static partial class ShippedHelp
{
    static readonly Lazy<File> Shipped = new(Read);
    static readonly Lazy<Dictionary<string, string>> Emergency = new(() => Shipped.Value.Emergency.ToDictionary(one => one.Country, one => one.Number, StringComparer.OrdinalIgnoreCase));

    /// <summary>The country's emergency number; null where the country is not known here.</summary>
    public static string? EmergencyNumber(string? country) => country is null ? null : Emergency.Value.GetValueOrDefault(country);

    /// <summary>Every country whose number is known, by its two letters.</summary>
    public static IReadOnlyList<(string Country, string Number)> EmergencyNumbers => [.. Emergency.Value.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value))];

    public static async Task Bring(Db db, CancellationToken cancel)
    {
        var known = (await db.HelpLines.Where(line => line.ShippedAs != null).Select(line => line.ShippedAs!).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var asOf = DateOnly.ParseExact(Shipped.Value.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var line in Shipped.Value.Lines)
            if (known.Add(Key(line)))
                db.HelpLines.Add(New(line, asOf));
    }

    static HelpLine New(Line line, DateOnly asOf) => new()
    {
        Country = line.Country,
        Name = line.Name,
        Number = line.Number,
        Text = line.Text,
        Hours = line.Hours,
        Language = line.Language,
        Source = line.Source,
        AsOf = asOf,
        Origin = Origin.Shipped,
        ShippedAs = Key(line),
    };

    static string Key(Line line) => $"{line.Country}/{line.Name}/{line.Number}/{line.Text}";

    static File Read()
    {
        using var stream = typeof(ShippedHelp).Assembly.GetManifestResourceStream("Words/help-lines.json") ?? throw new InvalidOperationException("The help lines are not shipped.");
        return JsonSerializer.Deserialize(stream, HelpJson.Default.File)!;
    }

    sealed record File(string AsOf, List<Emergencies> Emergency, List<Line> Lines);

    sealed record Emergencies(string Country, string Number);

    sealed record Line(string Country, string Name, string Number, string Text, string Hours, string Language, string Source);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(File))]
    sealed partial class HelpJson : JsonSerializerContext;
}
