using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ServiceCulture.Tests.Slack.Endpoint;

namespace ServiceCulture.Tests.Operating;

/// <summary>The fake Slack on a free port of this machine, for a program in a process of its own.</summary>
sealed class SlackOverHttp : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly HttpMessageInvoker _slack;

    SlackOverHttp()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        (_app, _slack) = (builder.Build(), new HttpMessageInvoker(Slack));
        _app.Map("/api/{method}", Answer);
    }

    public FakeSlack Slack { get; } = new();

    public string ApiUrl => $"{_app.Urls.First()}/api/";

    public static async Task<SlackOverHttp> Start()
    {
        var slack = new SlackOverHttp();
        await slack._app.StartAsync();
        return slack;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _slack.Dispose();
    }

    async Task Answer(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        using var request = new HttpRequestMessage(HttpMethod.Parse(http.Request.Method), $"https://slack.com{http.Request.Path}") { Content = new ByteArrayContent(body.ToArray()) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", (string?)http.Request.Headers.ContentType);
        request.Headers.TryAddWithoutValidation("Authorization", (string?)http.Request.Headers.Authorization);
        using var answer = await _slack.SendAsync(request, http.RequestAborted);
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(await answer.Content.ReadAsStringAsync());
    }
}
