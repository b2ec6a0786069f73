using System.Text.Json.Nodes;

namespace ServiceCulture.Tests.Slack.Endpoint;

/// <summary>Finds in blocks what a person would look for.</summary>
static class Drawn
{
    /// <summary>All words of it, in reading order, mentions as &lt;@U1&gt;.</summary>
    public static string Words(JsonNode? node) => string.Join(' ', Runs(node).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Replace(" .", ".", StringComparison.Ordinal);

    static string Runs(JsonNode? node) => node switch
    {
        JsonArray array => string.Join(' ', array.Select(Runs).Where(words => words.Length > 0)),
        JsonObject { } user when (string?)user["type"] == "user" => $"<@{user["user_id"]}>",
        JsonObject it => string.Join(' ', it.Where(pair => pair.Key is not ("value" or "private_metadata")).Select(pair => pair is { Key: "text", Value: JsonValue words } ? (string)words! : Runs(pair.Value)).Where(words => words.Length > 0)),
        _ => "",
    };

    public static JsonNode Button(JsonNode message, string label) => message["blocks"]!.AsArray()
        .Where(block => (string)block!["type"]! == "actions").SelectMany(block => block!["elements"]!.AsArray())
        .Single(button => (string)button!["text"]!["text"]! == label)!;

    public static JsonNode Element(JsonNode view, string id) => view["blocks"]!.AsArray().Single(block => (string?)block!["block_id"] == id)!["element"]!;
}
