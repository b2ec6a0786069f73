using System.Text;
using System.Text.Json;

namespace ServiceCulture.Slack;

/// <summary>
/// Reads JSON strictly where we need something (a wrong kind is an error) and not at all where we don't (unknown fields
/// are never looked at). A NUL in a text is refused here, once: PostgreSQL cannot store it, and no person types it.
/// </summary>
static class Wire
{
    // Twice as deep as anything Slack sends; a rich text list nests about 20 levels.
    static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    // An answer we cannot read is a message that may appear twice, so answers are read as leniently as can be.
    static readonly JsonDocumentOptions AnswerOptions = new() { MaxDepth = 1000 };

    internal static JsonDocument Document(ReadOnlyMemory<byte> utf8) => JsonDocument.Parse(utf8, Options);

    internal static JsonDocument AnswerDocument(ReadOnlyMemory<byte> utf8) => JsonDocument.Parse(utf8, AnswerOptions);

    /// <summary>The field's value; null when it is missing or null.</summary>
    internal static JsonElement? Field(this JsonElement element, ReadOnlySpan<byte> name)
    {
        if (element.ValueKind != JsonValueKind.Object) throw new WireFormatException("an object is missing");
        return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    internal static JsonElement? ObjectOrNull(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Field(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Object ? value
        : throw Wrong(name, "is not an object");

    internal static JsonElement Object(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.ObjectOrNull(name) ?? throw Wrong(name, "is missing");

    internal static string? TextOrNull(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Field(name) is { } value ? value.AsText(name) : null;

    internal static string TextOrEmpty(this JsonElement element, ReadOnlySpan<byte> name) => element.TextOrNull(name) ?? "";

    /// <summary>An id: never empty. Where there is none, some senders leave the field out and some send "".</summary>
    internal static string? IdOrNull(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.TextOrNull(name) is { Length: > 0 } id ? id : null;

    internal static string Id(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.IdOrNull(name) ?? throw Wrong(name, "is missing");

    internal static bool? FlagOrNull(this JsonElement element, ReadOnlySpan<byte> name) => element.Field(name)?.ValueKind switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(name, "is neither true nor false"),
    };

    internal static bool Flag(this JsonElement element, ReadOnlySpan<byte> name) => element.FlagOrNull(name) ?? false;

    internal static DateTimeOffset UnixTime(this JsonElement element, ReadOnlySpan<byte> name)
    {
        // 253402300799 is the last second of the year 9999.
        if (element.Field(name) is not { ValueKind: JsonValueKind.Number } value || !value.TryGetInt64(out var seconds) || seconds is < 0 or > 253402300799)
            throw Wrong(name, "is not a time");
        return DateTimeOffset.FromUnixTimeSeconds(seconds);
    }

    internal static Uri? UrlOrNull(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.IdOrNull(name) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var url) ? url
        : throw Wrong(name, "is not a URL");

    internal static Uri Url(this JsonElement element, ReadOnlySpan<byte> name) => element.UrlOrNull(name) ?? throw Wrong(name, "is missing");

    /// <summary>The array's elements, each made into something; no elements when there is no array.</summary>
    internal static IReadOnlyList<T> List<T>(this JsonElement element, ReadOnlySpan<byte> name, Func<JsonElement, T> make)
    {
        if (element.Field(name) is not { } array) return [];
        if (array.ValueKind != JsonValueKind.Array) throw Wrong(name, "is not a list");
        var list = new List<T>(array.GetArrayLength());
        foreach (var item in array.EnumerateArray()) list.Add(make(item));
        return list;
    }

    internal static IReadOnlyList<string> Texts(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.List(name, item => item.AsText("an item"u8));

    static string AsText(this JsonElement value, ReadOnlySpan<byte> name)
    {
        if (value.ValueKind != JsonValueKind.String) throw Wrong(name, "is not a string");
        var text = value.GetString()!;
        return text.Contains('\0') ? throw Wrong(name, "contains NUL") : text;
    }

    internal static WireFormatException Wrong(ReadOnlySpan<byte> name, string what) => new($"{Encoding.UTF8.GetString(name)} {what}");
}
