using System.Text.Json;

namespace ServiceCulture.Slack;

/// <summary>
/// Takes apart what the Web API answers: <c>{"ok":true,…}</c>, or <c>{"ok":false,"error":"code"}</c> with whatever status.
/// <see href="https://docs.slack.dev/apis/web-api/#responses"/>
/// </summary>
static class Answer
{
    internal static T Read<T>(string method, HttpResponseMessage response, byte[] body, Func<JsonElement, T> read)
    {
        using var document = Document(body);
        ThrowIfRefused(method, response, document?.RootElement);
        try
        {
            return document is not null && document.RootElement.Flag("ok"u8) ? read(document.RootElement) : throw new WireFormatException("ok is missing");
        }
        // Slack said yes to something, but we cannot read what: it may well be done.
        catch (Exception broken) when (broken is InvalidOperationException or WireFormatException)
        {
            throw new SlackApiException(method, "invalid_response", FailureClass.Ambiguous, status: (int)response.StatusCode, inner: broken);
        }
    }

    /// <summary>For a response_url: a success is often the bare word "ok", and not JSON.</summary>
    internal static void Check(string method, HttpResponseMessage response, byte[] body)
    {
        using var document = Document(body);
        ThrowIfRefused(method, response, document?.RootElement);
    }

    /// <summary>Null when the body is not the Web API's, as with a proxy's error page.</summary>
    static JsonDocument? Document(byte[] body)
    {
        try
        {
            return Wire.AnswerDocument(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static void ThrowIfRefused(string method, HttpResponseMessage response, JsonElement? answer)
    {
        var said = answer is { ValueKind: JsonValueKind.Object } root ? root : default(JsonElement?);
        if (response.IsSuccessStatusCode && said?.Field("ok"u8)?.ValueKind != JsonValueKind.False) return;
        var status = (int)response.StatusCode;
        var code = said is { } refusal && Text(refusal, "error"u8) is { Length: > 0 } error ? error : $"http_{status}";
        throw new SlackApiException(method, code, Failures.ClassOf(status, code), response.Headers.RetryAfter?.Delta, status, Details(said));
    }

    static List<string> Details(JsonElement? said)
    {
        var details = new List<string>();
        if (said is not { } refusal) return details;
        if (Text(refusal, "needed"u8) is { } scope) details.Add($"needs the scope {scope}");
        if (refusal.Field("response_metadata"u8) is { ValueKind: JsonValueKind.Object } metadata
            && metadata.Field("messages"u8) is { ValueKind: JsonValueKind.Array } messages)
        {
            details.AddRange(messages.EnumerateArray().Select(Raw));
        }
        return details;
    }

    // A refusal is read leniently: whatever else is odd about it, it is a refusal.
    static string? Text(JsonElement refusal, ReadOnlySpan<byte> name) =>
        refusal.Field(name) is { ValueKind: JsonValueKind.String } text ? Raw(text) : null;

    // As it stands in the JSON, because taking escapes apart may fail; codes, scopes and pointers have none.
    static string Raw(JsonElement text) => text.GetRawText().Trim('"');
}
