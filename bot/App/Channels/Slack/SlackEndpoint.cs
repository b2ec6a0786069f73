using System.Text;
using ServiceCulture.Slack;

namespace ServiceCulture.Bot.Channels.Slack;

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

/// <summary>The answer to one request of Slack's: once, and then what Slack does not wait for.</summary>
public sealed class SlackAnswer(HttpResponse response)
{
    /// <summary>True once it is out: nothing more can be said in it.</summary>
    public bool IsGiven => response.HasStarted;

    /// <summary>200 with nothing in it: done.</summary>
    public Task Done() => Status(StatusCodes.Status200OK);

    public async Task Status(int status)
    {
        response.StatusCode = status;
        await response.CompleteAsync();
    }

    public async Task Json(string json)
    {
        response.ContentType = "application/json; charset=utf-8";
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(json));
        await response.CompleteAsync();
    }
}
