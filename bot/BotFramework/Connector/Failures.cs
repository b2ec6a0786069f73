using System.Net;
using System.Text.Json;

namespace ServiceCulture.BotFramework;

/// <summary>From an answer or an exception to what may be done about it.</summary>
static class Failures
{
    const int LongestCode = 100;
    const int LargestError = 64 * 1024;

    public static FailureClass Classify(HttpStatusCode status) => (int)status switch
    {
        429 or 412 => FailureClass.Safe,
        408 or >= 500 => FailureClass.Ambiguous,
        _ => FailureClass.Final,
    };

    public static BotFrameworkException From(Exception failure) => failure switch
    {
        HttpRequestException { HttpRequestError: var error } when IsBeforeWriting(error) => new("NotConnected", null, FailureClass.Safe, failure),
        OperationCanceledException => new("Timeout", null, FailureClass.Ambiguous, failure),
        _ => new("ConnectionLost", null, FailureClass.Ambiguous, failure),
    };

    static bool IsBeforeWriting(HttpRequestError error) =>
        error is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;

    public static async Task<BotFrameworkException> From(HttpResponseMessage answer, TimeProvider clock, CancellationToken cancellation)
    {
        var body = await ErrorBody(answer, cancellation).ConfigureAwait(false);
        return new(Code(body) ?? answer.StatusCode.ToString(), (int)answer.StatusCode, Classify(answer.StatusCode))
        {
            RetryAfter = RetryAfter(answer, clock),
            // Teams puts the word into code, subCode or message, depending on the kind of conversation.
            Blocked = answer.StatusCode == HttpStatusCode.Forbidden && body.AsSpan().IndexOf("MessageWritesBlocked"u8) >= 0,
        };
    }

    static async Task<byte[]> ErrorBody(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            return await BotHttp.ReadCapped(answer.Content, LargestError, cancellation).ConfigureAwait(false) ?? [];
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            // The status has arrived and decides; the code would only have explained it.
            return [];
        }
    }

    static TimeSpan? RetryAfter(HttpResponseMessage answer, TimeProvider clock)
    {
        var wait = answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    static string? Code(byte[] body)
    {
        if (!ActivityJson.IsSound(body, 64))
            return null;
        using var document = JsonDocument.Parse(body);
        var error = document.RootElement.Field("error");
        return error?.Field("code") is { ValueKind: JsonValueKind.String } code && code.GetString() is { Length: > 0 and <= LongestCode } text
            && text.All(char.IsAsciiLetterOrDigit) ? text : null;
    }
}
