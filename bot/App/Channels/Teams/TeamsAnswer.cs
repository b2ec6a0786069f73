using ServiceCulture.BotFramework;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Channels.Teams;

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
