using System.Security.Claims;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.HrConsole.SigningIn;

namespace ServiceCulture.Bot.HrConsole.Shell;

/// <summary>
/// Who asks, and whether they may: without a session there is only the way in; with one, the pages whose right they have.
/// An open page asks the same again for itself (<see cref="SignedIn"/>): what it does comes by its socket, not by here.
/// </summary>
sealed class LettingIn(RequestDelegate next, Sessions sessions, Limits limits)
{
    internal const string Cookie = "service-culture-console";

    /// <summary>The claims of a session: the hash of its secret, whose it is, and what they might do when the page was asked for.</summary>
    internal const string SessionClaim = "session", MemberClaim = "member", RightsClaim = "rights";

    public async Task InvokeAsync(HttpContext http)
    {
        var endpoint = http.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<ForEverybody>() is not null)
        {
            await next(http);
            return;
        }
        var hash = http.Request.Cookies[Cookie] is { Length: > 0 and < 100 } secret ? Secret.Hash(secret) : null;
        var who = hash is null ? null : await sessions.Find(hash, http.RequestAborted);
        if (who is null)
            await TurnAway(http);
        else if (!limits.Person(who.Id))
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        else if (await Refused(http, who))
            return;
        else
        {
            http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionClaim, hash!), new Claim(MemberClaim, who.Id.ToString()), new Claim(RightsClaim, Rights(who))], "console"));
            await next(http);
        }
    }

    /// <summary>Everything that they may, as one word: it changes when anything of it does.</summary>
    internal static string Rights(MemberInfo who) => string.Concat(Enum.GetValues<Right>().Select(right => Access.May(who, right) ? '1' : '0'));

    static async Task TurnAway(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) && !http.Request.Path.StartsWithSegments("/_blazor"))
            http.Response.Redirect($"{http.Request.PathBase}/{SignInLinks.Path}{(http.Request.Cookies.ContainsKey(Cookie) ? "?over" : "")}");
        else
            await PlainPage.SignedOut.ExecuteAsync(http);
    }

    // The socket, and where one signs out, belong to no page; the bare address leads to the first page one may open.
    static async Task<bool> Refused(HttpContext http, MemberInfo who)
    {
        var path = http.Request.Path;
        if (path == "/")
        {
            if (ConsolePages.All.FirstOrDefault(page => Access.May(who, page.Right)) is { } first)
                http.Response.Redirect($"{http.Request.PathBase}/{first.Path}");
            else
                await PlainPage.NotAllowed.ExecuteAsync(http);
            return true;
        }
        if (path.StartsWithSegments("/_blazor") || path == "/sign-out")
            return false;
        var refusal = ConsolePages.Find(path) switch
        {
            null => PlainPage.NotFound,
            { } page when !Access.May(who, page.Right) => PlainPage.NotAllowed,
            _ => null,
        };
        if (refusal is not null)
            await refusal.ExecuteAsync(http);
        return refusal is not null;
    }
}
