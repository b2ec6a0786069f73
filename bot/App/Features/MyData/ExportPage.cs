using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using ServiceCulture.Bot.Features.MyData;

namespace ServiceCulture.Bot;

/// <summary>
/// The page behind a link. Looking at it, as chats do to preview a link, asks nothing and uses nothing up; its button
/// gives the file to whoever types the code that stood beside the link, in its asker's private form. What is wrong, used or too
/// old gets one and the same answer.
/// </summary>
public static class ExportPage
{
    /// <summary>The first part of the path.</summary>
    public const string Path = "mydata";

    const string Policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    const string Style = "<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem;color:#1c2b2e;background:#fff}label{display:block}input{font:inherit;padding:.5rem;margin:.3rem 0;border:1px solid #5b6b6e;border-radius:.4rem;text-transform:uppercase}button{font:inherit;padding:.6rem 1.2rem;border:0;border-radius:.4rem;color:#fff;background:#1f5f6b}button:focus-visible{outline:3px solid #e0a030}</style>";

    static readonly FormOptions Small = new() { BufferBodyLengthLimit = 1000, ValueCountLimit = 4, ValueLengthLimit = 100, KeyLengthLimit = 100, MultipartBodyLengthLimit = 1000 };
    static readonly string Ready = Page("Your data", "<p>The button gives you a file with all that is kept of you, your private words too. It works once, so save the file where only you can open it.</p><form method=\"post\"><p><label for=\"code\">The code that stands beside the link, where the bot showed it to you</label><input id=\"code\" name=\"code\" required autocomplete=\"off\" autocapitalize=\"characters\" spellcheck=\"false\" maxlength=\"20\"></p><button>Download my data</button></form>");
    static readonly string Over = Page("This link does not work", "<p>This is not the code that stands beside the link, it was used already, its 15 minutes are over, or it is not complete. Go back and type the code once more, or type <code>mydata</code> to the bot to get a new link.</p>");

    public static void MapExport(this IEndpointRouteBuilder app)
    {
        app.MapGet($"/{Path}/{{token}}", (HttpContext http) => Guarded(http, Results.Content(Ready, "text/html; charset=utf-8")));
        app.MapPost($"/{Path}/{{token}}", async (string token, ExportLinks links, TimeProvider clock, HttpContext http, CancellationToken cancel) =>
            Guarded(http, await links.Use(token, await Code(http, cancel), cancel) is { } file
                ? Results.File(file, "application/json; charset=utf-8", $"my-data-{clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.json")
                : Results.Content(Over, "text/html; charset=utf-8", statusCode: StatusCodes.Status404NotFound)));
    }

    // Whatever else is posted there is no code.
    static async Task<string> Code(HttpContext http, CancellationToken cancel)
    {
        try
        {
            return http.Request.HasFormContentType ? (await new FormFeature(http.Request, Small).ReadFormAsync(cancel))["code"].ToString() : "";
        }
        catch (InvalidDataException)
        {
            return "";
        }
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
