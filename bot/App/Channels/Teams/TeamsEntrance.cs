using System.Net;
using ServiceCulture.BotFramework;

namespace ServiceCulture.Bot.Channels.Teams;

/// <summary>Lets in what the Connector sent; in development, when the settings say so, also what this very machine sent without a token.</summary>
/// <param name="anonymous">Whether a request without a token is looked at at all.</param>
public sealed class TeamsEntrance(TokenVerification tokens, BotFrameworkOptions options, bool anonymous, ILogger<TeamsEntrance> log)
{
    /// <summary>To be said once, at start.</summary>
    public void Warn()
    {
        if (anonymous)
            Log.Anonymous(log);
    }

    /// <returns>The activity, or the status to answer with.</returns>
    public async ValueTask<(VerifiedActivity? Activity, int Status)> Verify(HttpContext http, ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        var authorization = http.Request.Headers.Authorization;
        if (anonymous && authorization.Count == 0 && IsHere(http))
            return Anonymous(body);
        var result = await tokens.Verify(authorization, body, cancel);
        return result.IsVerified ? (result.Activity, StatusCodes.Status200OK) : (null, Refuse(result.Refusal!.Value));
    }

    (VerifiedActivity?, int) Anonymous(ReadOnlyMemory<byte> body)
    {
        if (AnonymousVerification.Accept(body, options) is { } accepted)
            return (accepted, StatusCodes.Status200OK);
        Log.AnonymousRefused(log);
        return (null, StatusCodes.Status401Unauthorized);
    }

    int Refuse(TokenRefusal why)
    {
        Log.Refused(log, why);
        if (why is TokenRefusal.KeysUnavailable)
            Log.NoKeys(log, tokens.KeyFailure);
        return why switch
        {
            TokenRefusal.KeysUnavailable => StatusCodes.Status503ServiceUnavailable,
            TokenRefusal.BodyMalformed => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status401Unauthorized,
        };
    }

    // A tunnel or proxy on this machine makes the whole world look like loopback, and so does a web page in its browser.
    static bool IsHere(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("X-Forwarded-Host")
        && !http.Request.Headers.ContainsKey("Forwarded") && http.Request.Headers.Origin.Count == 0;
}
