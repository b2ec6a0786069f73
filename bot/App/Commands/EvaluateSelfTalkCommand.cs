using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceCulture.Bot.Features.SelfTalk;

namespace ServiceCulture.Bot.Commands;

/// <summary>Says how good the self-talk reader is on sentences that people labelled. Needs no database and prints no sentence.</summary>
static partial class EvaluateSelfTalkCommand
{
    /// <returns>The file; null when the words are not what this command takes.</returns>
    internal static string? Read(string[] words) => words is ["--labelled", { Length: > 0 } file] && file[0] != '-' ? file : null;

    internal static async Task<int> Run(string file, TextWriter output, TextWriter errors)
    {
        if (!File.Exists(file))
        {
            await errors.WriteLineAsync($"There is no file {file}.");
            return 1;
        }
        try
        {
            await using var stream = File.OpenRead(file);
            var score = SelfTalkScore.Of(LabelledFile.Read(stream), SelfTalkReader.English);
            await output.WriteLineAsync(JsonSerializer.Serialize(score, ScoreJson.Default.SelfTalkScore));
            return 0;
        }
        catch (Exception failure) when (failure is LabelledFileException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(SelfTalkScore))]
    sealed partial class ScoreJson : JsonSerializerContext;
}
