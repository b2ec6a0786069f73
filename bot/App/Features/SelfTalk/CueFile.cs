using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>The cues of one language, as shipped. Another language is another set of files beside these.</summary>
/// <param name="Contractions">Folded spelling, with or without its apostrophe, to the words it stands for.</param>
/// <param name="Unlike">Words that look like a slip for a cue's word and are none.</param>
/// <param name="Classes">Words that a cue may name together, as @class.</param>
/// <param name="Kept">Words that the weights see as they are; what is in no class and not kept is "some word" to them.</param>
/// <param name="Cues">By pattern id, then by strength.</param>
/// <param name="Counters">What speaks for a plain sentence, by kind.</param>
sealed record CueFile(string Language, Dictionary<string, string> Contractions, string[] Unlike, Dictionary<string, string> Classes, string[] Kept, Dictionary<string, Dictionary<string, string[]>> Cues, Dictionary<string, string[]> Counters);

/// <summary>What training found: for each feature its weight for "none" and the eleven patterns, in that order.</summary>
/// <param name="Least">The least share that all patterns together must have before one is named.</param>
/// <param name="Second">The least share of a second pattern among the patterns.</param>
sealed record WeightFile(float Least, float Second, Dictionary<string, float[]> Weights);

static partial class SelfTalkFiles
{
    internal static CueFile Cues(string language) => Read($"cues.{language}", SelfTalkJson.Default.CueFile);

    internal static WeightFile Weights(string language) => Read($"weights.{language}", SelfTalkJson.Default.WeightFile);

    internal static T Read<T>(string name, JsonTypeInfo<T> type)
    {
        using var stream = typeof(SelfTalkFiles).Assembly.GetManifestResourceStream($"SelfTalk/{name}.json") ?? throw new InvalidOperationException($"The words {name} are not shipped.");
        return JsonSerializer.Deserialize(stream, type)!;
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(CueFile))]
    [JsonSerializable(typeof(WeightFile))]
    internal sealed partial class SelfTalkJson : JsonSerializerContext;
}
