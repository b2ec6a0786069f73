using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceCulture.Bot.Privacy;

namespace ServiceCulture.Bot.Features.CheckIns;

/// <summary>What is sealed of a thought.</summary>
/// <param name="Pattern">The pattern's id that they chose; null: none.</param>
/// <param name="Swap">The other thought; null: none.</param>
/// <param name="IsTrue">They said that it is simply true.</param>
/// <param name="WouldHelp">Then, what would help.</param>
/// <param name="Helped">Whether the swap helped: yes, a-little, no; null: not said.</param>
sealed partial record ThoughtWords(string Words, string? Pattern = null, string? Swap = null, bool IsTrue = false, string? WouldHelp = null, string? Helped = null)
{
    internal byte[] Seal(Cipher cipher) => cipher.Seal(JsonSerializer.Serialize(this, ThoughtJson.Default.ThoughtWords));

    /// <returns>Null where it can't be read any more.</returns>
    internal static ThoughtWords? Open(Cipher cipher, Thought thought) =>
        cipher.TryRead(thought.Sealed) is { } json ? JsonSerializer.Deserialize(json, ThoughtJson.Default.ThoughtWords) : null;

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(ThoughtWords))]
    sealed partial class ThoughtJson : JsonSerializerContext;
}
