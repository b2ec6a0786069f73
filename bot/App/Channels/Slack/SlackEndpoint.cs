using ServiceCulture.Bot.Channels;
using ServiceCulture.Bot.Channels.Slack;
using ServiceCulture.Slack;

namespace ServiceCulture.Bot;

/// <summary>POST /slack/events: events, commands, interactions and options. Verified before anything in it is parsed.</summary>
public static class SlackEndpoint
{
    public static void MapSlack(this WebApplication app)
    {
        if (app.Services.GetService<RequestSignature>() is not null)
            app.MapPost("/slack/events", Receive);
    }

    static async Task Receive(HttpContext http, RequestSignature signature, SlackRequests requests, ILogger<SlackRequests> log)
    {
        if (await RequestBody.Read(http.Request, http.RequestAborted) is not { } body)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        var headers = http.Request.Headers;
        if (signature.Verify(headers["X-Slack-Request-Timestamp"], headers["X-Slack-Signature"], http.Request.ContentType, body, out var why) is not { } verified)
        {
            Log.Refused(log, why);
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        await requests.Answer(verified, new SlackAnswer(http.Response), http.RequestAborted);
    }
}
