using System.Text;

namespace ServiceCulture.Bot.Channels.Slack;

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
