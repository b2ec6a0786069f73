using System.Collections.Concurrent;
using System.Net;

namespace ServiceCulture.Tests.BotFramework;

/// <summary>What a fake server saw of one request.</summary>
sealed record Seen(HttpMethod Method, string Url, string? Authorization, string Body, string? ContentType);

/// <summary>Answers requests in memory and remembers them.</summary>
sealed class FakeHttp(Func<Seen, HttpResponseMessage> answer) : HttpMessageHandler
{
    readonly ConcurrentQueue<Seen> seen = new();

    public IReadOnlyList<Seen> Requests => [.. seen];

    public HttpClient Client() => new(this, disposeHandler: false);

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var one = new Seen(request.Method, request.RequestUri!.AbsoluteUri, request.Headers.Authorization?.ToString(), body,
            request.Content?.Headers.ContentType?.ToString());
        seen.Enqueue(one);
        var response = answer(one);
        response.RequestMessage = request;
        return response;
    }
}
