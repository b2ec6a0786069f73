using System.Text.Json;

namespace ServiceCulture.BotFramework;

/// <summary>A field is there but not of its type. Caught where a whole activity, invoke or answer is read.</summary>
sealed class WrongShapeException(string field) : Exception($"{field} is missing or of the wrong type")
{
    public string Why => Message;
}

/// <summary>Reading fields that may be absent or null, but not something else.</summary>
static class Json
{
    public static string? Text(this JsonElement element, string name) => element.Field(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        _ => throw new WrongShapeException(name),
    };

    public static string Required(this JsonElement element, string name) =>
        element.Text(name) is { Length: > 0 } text ? text : throw new WrongShapeException(name);

    /// <summary>The object of that name; an undefined element, whose fields are all absent, when there is none.</summary>
    public static JsonElement Object(this JsonElement element, string name) => element.Field(name) switch
    {
        null => default,
        { ValueKind: JsonValueKind.Object } value => value,
        _ => throw new WrongShapeException(name),
    };

    public static IEnumerable<JsonElement> Objects(this JsonElement element, string name) => element.Field(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } array => array.EnumerateArray().Select(
            item => item.ValueKind == JsonValueKind.Object ? item : throw new WrongShapeException(name)),
        _ => throw new WrongShapeException(name),
    };

    public static bool Flag(this JsonElement element, string name) => element.Field(name) switch
    {
        null => false,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw new WrongShapeException(name),
    };

    /// <summary>A count: never negative, <paramref name="otherwise"/> when absent.</summary>
    public static int Count(this JsonElement element, string name, int otherwise) => element.Field(name) switch
    {
        null => otherwise,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var count) && count >= 0 => count,
        _ => throw new WrongShapeException(name),
    };

    /// <summary>Null also for JSON's null.</summary>
    public static JsonElement? Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value : null;
}
