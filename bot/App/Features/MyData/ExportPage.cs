using System.Globalization;

namespace ServiceCulture.Bot.Features.MyData;

/// <summary>
/// The page behind a link. Looking at it, as chats do to preview a link, asks nothing and uses nothing up; its button
/// gives the file. What is wrong, used or too old gets one and the same answer.
/// </summary>
public static class ExportPage
{
    /// <summary>The first part of the path.</summary>
    public const string Path = "mydata";

    const string Policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    const string Style = "<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem;color:#1c2b2e;background:#fff}button{font:inherit;padding:.6rem 1.2rem;border:0;border-radius:.4rem;color:#fff;background:#1f5f6b}button:focus-visible{outline:3px solid #e0a030}</style>";

    static readonly string Ready = Page("Your data", "<p>The button gives you a file with all that is kept of you, your private words too. It works once, so save the file where only you can open it.</p><form method=\"post\"><button>Download my data</button></form>");
    static readonly string Over = Page("This link does not work", "<p>It was used already, its 15 minutes are over, or it is not complete. Type <code>mydata</code> to the bot to get a new one.</p>");

    public static void MapExport(this IEndpointRouteBuilder app)
    {
        app.MapGet($"/{Path}/{{token}}", (HttpContext http) => Guarded(http, Results.Content(Ready, "text/html; charset=utf-8")));
        app.MapPost($"/{Path}/{{token}}", async (string token, ExportLinks links, TimeProvider clock, HttpContext http, CancellationToken cancel) =>
            Guarded(http, await links.Use(token, cancel) is { } file
                ? Results.File(file, "application/json; charset=utf-8", $"my-data-{clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.json")
                : Results.Content(Over, "text/html; charset=utf-8", statusCode: StatusCodes.Status404NotFound)));
    }

    static IResult Guarded(HttpContext http, IResult result)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        return result;
    }

    static string Page(string title, string body) =>
        $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title>{Style}</head><body><main><h1>{title}</h1>{body}</main></body></html>";
}
