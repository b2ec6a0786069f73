using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Routing;

namespace ServiceCulture.Bot.Commands;

/// <summary>Says how good the router is: learns from one file of past questions and routes those of another. Needs no database and prints no question.</summary>
static partial class EvaluateRoutingCommand
{
    internal sealed record Order(string History, string Questions);

    /// <returns>Null when the words are not what this command takes.</returns>
    internal static Order? Read(string[] words) => words switch
    {
        ["--history", { Length: > 0 } history, "--questions", { Length: > 0 } questions] => new(history, questions),
        ["--questions", { Length: > 0 } questions, "--history", { Length: > 0 } history] => new(history, questions),
        _ => null,
    };

    internal static async Task<int> Run(Order order, TextWriter output, TextWriter errors)
    {
        try
        {
            var score = RoutingScore.Of(Read(order.History), Read(order.Questions), CancellationToken.None);
            await output.WriteLineAsync(JsonSerializer.Serialize(score, RoutingJson.Default.RoutingScore));
            return 0;
        }
        catch (Exception failure) when (failure is LabelledFileException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    static List<PastQuestion> Read(string file)
    {
        if (!File.Exists(file))
            throw new LabelledFileException($"There is no file {file}.");
        using var stream = File.OpenRead(file);
        try
        {
            return HistoryFile.Read(stream);
        }
        catch (LabelledFileException failure)
        {
            throw new LabelledFileException($"{file}: {failure.Message}");
        }
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(RoutingScore))]
    sealed partial class RoutingJson : JsonSerializerContext;
}
