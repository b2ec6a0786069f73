using System.Net;
using System.Text;
using System.Text.Json;
using ServiceCulture.Slack;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Slack;

/// <summary>Stands where the network would: remembers what was sent and gives the answer it was told to.</summary>
sealed class FakeSlackApi : HttpMessageHandler
{
    public const string Token = "xoxb-test";

    readonly Func<HttpRequestMessage, HttpResponseMessage> _answer;

    public FakeSlackApi(Func<HttpRequestMessage, HttpResponseMessage> answer) => _answer = answer;

    public FakeSlackApi(string body, HttpStatusCode status = HttpStatusCode.OK)
        : this(_ => new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") })
    {
    }

    public List<Sent> Requests { get; } = [];

    /// <summary>The only request there was.</summary>
    public Sent Request => Assert.Single(Requests);

    public SlackClient Client(string apiUrl = "https://slack.com/api/") => new(new HttpClient(this), new Uri(apiUrl));

    /// <summary>Answers what a Web API emulator once answered to the official client.</summary>
    public static FakeSlackApi Recorded(string file)
    {
        using var recording = JsonDocument.Parse(Fixtures.Text("Slack", "Wire", file));
        return new FakeSlackApi(recording.RootElement.GetProperty("response").GetProperty("body").GetString()!);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(new Sent(
            request.Method.Method,
            request.RequestUri!.AbsoluteUri,
            request.Headers.Authorization?.ToString(),
            request.Content?.Headers.ContentType?.ToString(),
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        return _answer(request);
    }

    public sealed record Sent(string Method, string Url, string? Authorization, string? ContentType, string Body);
}
