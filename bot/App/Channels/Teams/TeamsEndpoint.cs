using ServiceCulture.BotFramework;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Channels.Teams;

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

/// <summary>What one request gets: a status, and JSON where it asked for something.</summary>
public sealed record TeamsAnswer(int Status, byte[]? Body = null)
{
    /// <summary>The activity is dealt with; it wants no words back.</summary>
    public static readonly TeamsAnswer Done = new(StatusCodes.Status200OK);

    /// <summary>The answer to an invoke.</summary>
    public static TeamsAnswer Of(byte[] body) => new(StatusCodes.Status200OK, body);

    /// <summary>For an invoke that nobody here knows. The invoke's status is the HTTP status, as the platform's own libraries have it.</summary>
    public static TeamsAnswer NotImplemented { get; } = Error(StatusCodes.Status501NotImplemented, "NotImplemented", $"I don't know how to do that.");

    /// <summary>For an invoke whose parameters can't be read.</summary>
    public static TeamsAnswer BadRequest { get; } = Error(StatusCodes.Status400BadRequest, "BadRequest", $"I could not read that.");

    static TeamsAnswer Error(int status, string code, Text why) => new(status, InvokeAnswers.Error(status, code, why.Plain(Reader.Plain)));
}
