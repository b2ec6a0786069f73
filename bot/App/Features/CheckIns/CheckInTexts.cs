using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceCulture.Bot.Features.CheckIns;

/// <summary>Shipped texts: what would help when a thought is simply true, and what one may do after abuse (HR's own text goes before).</summary>
static partial class CheckInTexts
{
    internal static IReadOnlyList<Help> Helps { get; } = Read("helps", TextJson.Default.HelpFile).Helps;

    internal static string Abuse { get; } = Read("abuse", TextJson.Default.AbuseFile).Words;

    static T Read<T>(string name, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        using var stream = typeof(CheckInTexts).Assembly.GetManifestResourceStream($"CheckIns/{name}.en.json") ?? throw new InvalidOperationException($"The texts {name} are not shipped.");
        return JsonSerializer.Deserialize(stream, type)!;
    }

    internal sealed record Help(string Id, string Words);

    sealed record HelpFile(string Language, int Version, List<Help> Helps);

    sealed record AbuseFile(string Language, int Version, string Words);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(HelpFile))]
    [JsonSerializable(typeof(AbuseFile))]
    sealed partial class TextJson : JsonSerializerContext;
}
