using System.Text.Json.Nodes;
using ServiceCulture.Tests.Peers.Rigs;

namespace ServiceCulture.Tests.Peers.Looks;

/// <summary>
/// Every feature's cards and forms as a reviewer approved them, and what the bot sent where a whole request was approved:
/// the tests compare both byte for byte with what is drawn, so they are what is drawn.
/// </summary>
static class ApprovedPieces
{
    static readonly string Cards = Path.Combine(Places.Repository, "cards", "Approved");

    /// <summary>For Slack: an array of blocks, or an object that is a view.</summary>
    public static IReadOnlyList<(string Name, JsonNode Drawn)> Slack { get; } =
        [.. Read(Cards, "*.slack.json"), .. Read(Path.Combine(Places.Repository, "tests", "Slack", "Approved"), "*.json").SelectMany(one => Numbered(one.Name, SlackIn(one.Drawn)))];

    /// <summary>For Teams: cards, and forms as cards and as dialogs.</summary>
    public static IReadOnlyList<(string Name, JsonNode Drawn)> Teams { get; } =
        [.. Read(Cards, "*.teams*.json"), .. Read(Path.Combine(Places.Repository, "tests", "Teams", "Approved"), "*.json").SelectMany(one => Numbered(one.Name, TeamsIn(one.Drawn)))];

    static IEnumerable<(string Name, JsonNode Drawn)> Read(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal)
            .Where(file => !file.Contains(".received.", StringComparison.Ordinal))
            .Select(file => (Path.GetFileNameWithoutExtension(file), JsonNode.Parse(File.ReadAllText(file))!));

    static IEnumerable<(string Name, JsonNode Drawn)> Numbered(string name, IEnumerable<JsonNode> found) => found.Select((one, at) => ($"{name} {at + 1}", one));

    // A view is one piece with its blocks; elsewhere the blocks of a message are.
    static IEnumerable<JsonNode> SlackIn(JsonNode? node) => node switch
    {
        JsonObject view when (string?)view["type"] is "modal" or "home" => [view],
        JsonObject it => it.SelectMany(part => part is { Key: "blocks", Value: JsonArray blocks } ? [blocks] : SlackIn(part.Value)),
        JsonArray all => all.SelectMany(SlackIn),
        _ => [],
    };

    static IEnumerable<JsonNode> TeamsIn(JsonNode? node) => node switch
    {
        JsonObject card when IsCard(card) => [card],
        JsonObject it => it.SelectMany(part => TeamsIn(part.Value)),
        JsonArray all => all.SelectMany(TeamsIn),
        _ => [],
    };

    static bool IsCard(JsonObject it) => it["type"] is JsonValue type && type.TryGetValue(out string? name) && name == "AdaptiveCard";
}
