using System.Net;
using ServiceCulture.Bot.Settings;

namespace ServiceCulture.Bot.HrConsole.Shell;

/// <summary>
/// First of all: the headers that every answer bears, the scheme under which people reach us, and no to other sites'
/// pages and to too many requests from one address.
/// </summary>
sealed class Guarding(RequestDelegate next, ConsoleSettings settings, Limits limits)
{
    // Blazor and Radzen write style attributes; scripts and style sheets are our own files and nothing else.
    const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    readonly bool _isHttps = settings.PublicUrl?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    public async Task InvokeAsync(HttpContext http)
    {
        // Behind a proxy that ends TLS the last hop is plain; what browsers speak is what the settings say.
        if (_isHttps)
            http.Request.Scheme = "https";
        Say(http.Response.Headers);
        if (!limits.Address(http.Connection.RemoteIpAddress))
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        else if (!IsOwn(http.Request))
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        else
            await next(http);
    }

    static void Say(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["X-Robots-Tag"] = "noindex";
        (headers.CacheControl, headers.Pragma) = ("no-cache, no-store", "no-cache");
    }

    // A socket is opened by a GET, and no antiforgery token stands in it: there the origin decides.
    static bool IsOwn(HttpRequest request) => request.Headers.Origin switch
    {
        [] => true,
        [{ } origin] => Uri.TryCreate(origin, UriKind.Absolute, out var site) && site.Authority == request.Host.Value,
        _ => false,
    };
}

/// <summary>Whether a caller sits at this very machine and speaks to it by its own name: a page of another site that borrowed a name for it does not.</summary>
static class ThisMachine
{
    internal static bool Calls(HttpContext http) =>
        (http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address)) && http.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";
}
