using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Features.SelfTalk;

namespace ServiceCulture.Bot.Commands;

/// <summary>Says how good what reads words is on sentences that people labelled. Needs no database and prints no sentence.</summary>
static partial class EvaluateCommand
{
    /// <returns>What is judged, and the file; null when the words are not what this command takes.</returns>
    internal static (Func<Stream, string> Judge, string File)? Read(string[] words) => words switch
    {
        ["self-talk", "--labelled", { Length: > 0 } file] when file[0] != '-' => (SelfTalk, file),
        ["crisis", "--labelled", { Length: > 0 } file] when file[0] != '-' => (Crisis, file),
        _ => null,
    };

    internal static async Task<int> Run((Func<Stream, string> Judge, string File) order, TextWriter output, TextWriter errors)
    {
        if (!File.Exists(order.File))
        {
            await errors.WriteLineAsync($"There is no file {order.File}.");
            return 1;
        }
        try
        {
            await using var stream = File.OpenRead(order.File);
            await output.WriteLineAsync(order.Judge(stream));
            return 0;
        }
        catch (Exception failure) when (failure is LabelledFileException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    static string SelfTalk(Stream file) => JsonSerializer.Serialize(SelfTalkScore.Of(LabelledFile.Read(file), SelfTalkReader.English), ScoreJson.Default.SelfTalkScore);

    static string Crisis(Stream file) => JsonSerializer.Serialize(CrisisScore.Of(CrisisFile.Read(file)), ScoreJson.Default.CrisisScore);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(SelfTalkScore))]
    [JsonSerializable(typeof(CrisisScore))]
    sealed partial class ScoreJson : JsonSerializerContext;
}
