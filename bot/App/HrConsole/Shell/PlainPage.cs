using System.Text.Encodings.Web;

namespace ServiceCulture.Bot.HrConsole.Shell;

/// <summary>A page that is one paragraph and perhaps a button: the way in, and what is not there.</summary>
static class PlainPage
{
    internal static IResult NotFound => Page("This page does not exist", "<p>The address may be mistyped, or the page was moved.</p><p><a href=\"./\">To the console</a></p>", StatusCodes.Status404NotFound);

    internal static IResult NotAllowed => Page("This page is not for you", "<p>Your role has no part in it. Nothing was changed, and nobody is told that you came by.</p><p><a href=\"./\">To the console</a></p>", StatusCodes.Status403Forbidden);

    internal static IResult SignedOut => Page("You are signed out", "<p>Type <code>console</code> to the bot to get a link that signs you in.</p>", StatusCodes.Status401Unauthorized);

    /// <param name="body">Markup; whatever is not our own stands in it encoded.</param>
    internal static IResult Page(string title, string body, int status = StatusCodes.Status200OK) => Results.Content($"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encode(title)} · Service Culture</title>
        <base href="/console/">{Icon}<link rel="stylesheet" href="{OwnFiles.Address("console.css")}"><link rel="stylesheet" href="{OwnFiles.Address("pages.css")}"><script src="{OwnFiles.Address("console.js")}"></script></head>
        <body class="plain"><main><p class="brand">{Mark}<span>Service Culture</span></p><h1>{Encode(title)}</h1>{body}</main></body>
        </html>
        """, "text/html; charset=utf-8", statusCode: status);

    internal static string Encode(string words) => HtmlEncoder.Default.Encode(words);

    /// <summary>What stands in the browser's tab.</summary>
    internal const string Icon = """<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 36 36'%3E%3Crect width='36' height='36' rx='9' fill='%231a655a'/%3E%3Cpath d='M18 27s-8.5-5-8.5-10.6A4.6 4.6 0 0 1 18 13.9a4.6 4.6 0 0 1 8.5 2.5C26.5 22 18 27 18 27z' fill='%23fff'/%3E%3C/svg%3E">""";

    internal const string Mark = """<svg class="mark" viewBox="0 0 36 36" aria-hidden="true"><rect width="36" height="36" rx="9"/><path d="M18 27s-8.5-5-8.5-10.6A4.6 4.6 0 0 1 18 13.9a4.6 4.6 0 0 1 8.5 2.5C26.5 22 18 27 18 27z"/></svg>""";
}
