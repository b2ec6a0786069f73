using System.Text;
using System.Text.Json;

namespace ServiceCulture.Tests.Cards;

/// <summary>Looks at drawn JSON: its form without the words, and its words without the form.</summary>
static class JsonView
{
    /// <summary>What decides how something looks or works; every other string is somebody's words.</summary>
    static readonly HashSet<string> Form =
        ["type", "style", "size", "color", "weight", "fontType", "width", "verb", "action_id", "block_id", "callback_id", "user_id", "url", "id", "dataset", "associatedInputs", "regex", "ticket"];

    internal static string Skeleton(string json)
    {
        using var document = JsonDocument.Parse(json);
        var skeleton = new StringBuilder();
        Walk(document.RootElement, "", skeleton);
        return skeleton.ToString();
    }

    /// <summary>All strings under one property name, in the order in which they stand.</summary>
    internal static List<string> Strings(string json, string property)
    {
        using var document = JsonDocument.Parse(json);
        return [.. All(document.RootElement, property)];
    }

    internal static List<JsonElement> OfType(string json, string type)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Objects(document.RootElement).Where(it => it.TryGetProperty("type", out var is_) && is_.ValueEquals(type)).Select(it => it.Clone())];
    }

    static IEnumerable<string> All(JsonElement element, string property) =>
        Objects(element).SelectMany(it => it.EnumerateObject())
            .Where(it => it.NameEquals(property) && it.Value.ValueKind == JsonValueKind.String).Select(it => it.Value.GetString()!);

    static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(it => Objects(it.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };

    static void Walk(JsonElement element, string property, StringBuilder skeleton)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                skeleton.Append('{');
                foreach (var it in element.EnumerateObject())
                {
                    skeleton.Append(it.Name).Append(':');
                    Walk(it.Value, it.Name, skeleton);
                }
                skeleton.Append('}');
                break;
            case JsonValueKind.Array:
                skeleton.Append('[');
                foreach (var it in element.EnumerateArray())
                    Walk(it, property, skeleton);
                skeleton.Append(']');
                break;
            case JsonValueKind.String:
                skeleton.Append(Form.Contains(property) ? element.GetString() : "…").Append(' ');
                break;
            default:
                skeleton.Append(element.ValueKind is JsonValueKind.Number ? "#" : element.GetRawText()).Append(' ');
                break;
        }
    }
}
