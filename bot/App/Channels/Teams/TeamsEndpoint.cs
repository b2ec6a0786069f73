using ServiceCulture.Bot.Channels;
using ServiceCulture.Bot.Channels.Teams;

namespace ServiceCulture.Bot;

/// <summary>POST /api/messages: all that Teams tells and asks. Verified before anything in it is parsed.</summary>
public static class TeamsEndpoint
{
    public static void MapTeams(this WebApplication app)
    {
        if (app.Services.GetService<TeamsEntrance>() is not { } entrance)
            return;
        entrance.Warn();
        app.MapPost("/api/messages", Receive);
    }

    static async Task Receive(HttpContext http, TeamsEntrance entrance, TeamsRequests requests)
    {
        if (await RequestBody.Read(http.Request, http.RequestAborted) is not { } body)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        var (activity, status) = await entrance.Verify(http, body, http.RequestAborted);
        var answer = activity is null ? new TeamsAnswer(status) : await requests.Answer(activity);
        http.Response.StatusCode = answer.Status;
        if (answer.Body is not { } json)
            return;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = json.Length;
        await http.Response.Body.WriteAsync(json, http.RequestAborted);
    }
}
