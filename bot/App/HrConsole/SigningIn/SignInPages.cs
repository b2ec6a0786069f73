using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.HrConsole.Shell;

namespace ServiceCulture.Bot.HrConsole.SigningIn;

/// <summary>
/// The way in and out. A link's page has one button and uses nothing up, because chats look at links before people do;
/// the button signs in. In Development on this machine whoever is invented can be picked from a list.
/// </summary>
public sealed class SignInPages(SignInLinks links, Sessions sessions, IAntiforgery antiforgery, Limits limits, IServiceProvider services)
{
    readonly bool _canPlay = services.GetRequiredService<IHostEnvironment>().IsDevelopment();

    internal void Map(IEndpointRouteBuilder console)
    {
        var open = console.MapGroup($"/{SignInLinks.Path}").WithMetadata(new ForEverybody());
        open.MapGet("", (HttpContext http, CancellationToken _) => WayIn(http));
        open.MapGet("/{secret}", Ask);
        open.MapPost("/{secret}", (string secret, HttpContext http) => SignIn(http, cancel => links.Use(secret, cancel)));
        open.MapPost("/as/{member:guid}", (Guid member, HttpContext http) => CanPlay(http) ? SignIn(http, cancel => links.Play(member, cancel)) : Task.FromResult(PlainPage.NotFound));
        console.MapPost("/sign-out", (HttpContext http, CancellationToken _) => SignOut(http));
    }

    async Task<IResult> WayIn(HttpContext http)
    {
        var over = http.Request.Query.ContainsKey("over") ? "<p role=\"status\">Your session is over: eight hours have passed, you signed out elsewhere, or your role has changed.</p>" : "";
        var list = CanPlay(http) ? await Invented(http) : "";
        return PlainPage.Page("Sign in to the console", $"{over}<p>Type <code>console</code> to the bot, in Slack <code>/culture console</code>. It answers you alone with a link that signs you in; the link works once, for five minutes.</p>{list}");
    }

    // What it says of a link that opens nothing is the same for all of them.
    async Task<IResult> Ask(string secret, HttpContext http)
    {
        if (!limits.SignIn(http.Connection.RemoteIpAddress))
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        return await links.Look(secret, http.RequestAborted) is { } who
            ? PlainPage.Page("Sign in to the console", $"<p>This link is for <strong>{PlainPage.Encode(who.Name)}</strong>. If that is not you, close this page.</p>{Form(http, $"{SignInLinks.Path}/{Uri.EscapeDataString(secret)}{(Asked(http) is { } page ? $"?{SignInLinks.To}={page.Path}" : "")}", $"Sign in as {who.Name}", "primary")}")
            : Over;
    }

    static IResult Over => PlainPage.Page("This link does not work", "<p>It was used already, its five minutes are over, a newer one took its place, or it is not complete. Type <code>console</code> to the bot to get a new one.</p>", StatusCodes.Status404NotFound);

    async Task<IResult> SignIn(HttpContext http, Func<CancellationToken, Task<string?>> use)
    {
        if (!limits.SignIn(http.Connection.RemoteIpAddress))
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        if (!await antiforgery.IsRequestValidAsync(http))
            return PlainPage.Page("Please press the button again", "<p>Your browser did not send what this page gave it. Go back, reload the page and press the button once more.</p>", StatusCodes.Status400BadRequest);
        if (await use(http.RequestAborted) is not { } secret)
            return Over;
        http.Response.Cookies.Append(LettingIn.Cookie, secret, Options(http, Sessions.Longest));
        return Results.Redirect($"{http.Request.PathBase}/{Asked(http)?.Path}", permanent: false);
    }

    // The page that the link was asked for; one of ours, or none.
    static ConsolePage? Asked(HttpContext http) => http.Request.Query[SignInLinks.To] is [{ Length: > 0 } page] ? ConsolePages.Find(page) : null;

    async Task<IResult> SignOut(HttpContext http)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        await sessions.End(http.User.FindFirst(LettingIn.SessionClaim)!.Value, http.RequestAborted);
        http.Response.Cookies.Delete(LettingIn.Cookie, Options(http, null));
        return Results.Redirect($"{http.Request.PathBase}/{SignInLinks.Path}");
    }

    static CookieOptions Options(HttpContext http, TimeSpan? age) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        Path = http.Request.PathBase,
        MaxAge = age,
    };

    bool CanPlay(HttpContext http) => _canPlay && ThisMachine.Calls(http);

    async Task<string> Invented(HttpContext http)
    {
        await using var db = services.GetRequiredService<IStore>().Open();
        var ids = await (from account in db.Accounts.AsNoTracking()
                         join installation in db.Installations on account.InstallationId equals installation.Id
                         where installation.Channel == Channel.Local && account.LeftAt == null
                         orderby account.ExternalId
                         select account.MemberId).ToListAsync(http.RequestAborted);
        var buttons = new List<string>();
        foreach (var who in await services.GetRequiredService<Register>().Members(ids, http.RequestAborted))
            if (Access.May(who, Right.UseConsole))
                buttons.Add($"<li>{Form(http, $"{SignInLinks.Path}/as/{who.Id}", who.Name, "quiet")}</li>");
        return $"<h2>Or, in Development, as</h2><ul class=\"people\">{string.Concat(buttons)}</ul>";
    }

    string Form(HttpContext http, string action, string label, string style)
    {
        var token = antiforgery.GetAndStoreTokens(http);
        return $"<form method=\"post\" action=\"{PlainPage.Encode(action)}\"><input type=\"hidden\" name=\"{token.FormFieldName}\" value=\"{token.RequestToken}\"><button class=\"{style}\">{PlainPage.Encode(label)}</button></form>";
    }
}
