using System.Net;
using System.Net.Http.Headers;

namespace ServiceCulture.BotFramework;

/// <summary>One request with the token on it, repeated once when the token was refused.</summary>
sealed class ConnectorCalls(HttpClient http, AppToken token, TimeProvider clock)
{
    const int LargestAnswer = 8 * 1024 * 1024;

    static readonly MediaTypeHeaderValue JsonType = new("application/json") { CharSet = "utf-8" };

    public async Task<byte[]> Call(HttpMethod method, Uri url, ReadOnlyMemory<byte>? body, CancellationToken cancellation)
    {
        var bearer = await token.Get(cancellation).ConfigureAwait(false);
        // The client's own time-out ends with the headers; a body that never comes must end too.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(http.Timeout);
        var answer = await Send(method, url, body, bearer, limit.Token, cancellation).ConfigureAwait(false);
        if (answer.StatusCode == HttpStatusCode.Unauthorized && bearer is not null)
        {
            answer.Dispose();
            token.Drop(bearer);
            bearer = await token.Get(cancellation).ConfigureAwait(false);
            answer = await Send(method, url, body, bearer, limit.Token, cancellation).ConfigureAwait(false);
        }
        using (answer)
            return await Read(answer, limit.Token, cancellation).ConfigureAwait(false);
    }

    async Task<HttpResponseMessage> Send(
        HttpMethod method, Uri url, ReadOnlyMemory<byte>? body, string? bearer, CancellationToken limit, CancellationToken callers)
    {
        using var request = new HttpRequestMessage(method, url);
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        if (body is { } bytes)
            request.Content = new ReadOnlyMemoryContent(bytes) { Headers = { ContentType = JsonType } };
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit).ConfigureAwait(false);
        }
        catch (Exception failure) when (IsFailure(failure, callers))
        {
            throw Failures.From(failure);
        }
    }

    async Task<byte[]> Read(HttpResponseMessage answer, CancellationToken limit, CancellationToken callers)
    {
        try
        {
            if (!answer.IsSuccessStatusCode)
                throw await Failures.From(answer, clock, limit).ConfigureAwait(false);
            return await BotHttp.ReadCapped(answer.Content, LargestAnswer, limit).ConfigureAwait(false)
                ?? throw new BotFrameworkException("AnswerTooLong", (int)answer.StatusCode, FailureClass.Ambiguous);
        }
        catch (Exception failure) when (IsFailure(failure, callers))
        {
            throw Failures.From(failure);
        }
    }

    /// <summary>A time-out looks like a cancellation; only the caller's own is one.</summary>
    static bool IsFailure(Exception failure, CancellationToken callers) => failure is HttpRequestException or IOException
        || (failure is OperationCanceledException && !callers.IsCancellationRequested);
}
