using System.Net;
using System.Text.RegularExpressions;
using ServiceCulture.Bot;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Channels;

/// <summary>The page's own style sheets and scripts: whatever one of them asks for is there, and nothing lies there that none asks for.</summary>
[Trait("Database", "Both")]
public sealed partial class LocalPageFilesTests
{
    [Fact]
    public async Task whatever_the_page_asks_for_is_there_and_kept_by_no_browser()
    {
        await using var host = await BotHost.Open(environment: "Development");
        var (waiting, seen) = (new Queue<string>(["/try"]), new HashSet<string> { "/try" });
        while (waiting.TryDequeue(out var path))
        {
            using var answer = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal((path, HttpStatusCode.OK, Type(path)), (path, answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
            Assert.Equal(("no-store", "nosniff"), (answer.Headers.CacheControl?.ToString(), Assert.Single(answer.Headers.GetValues("X-Content-Type-Options"))));
            foreach (var asked in Asked().Matches(await answer.Content.ReadAsStringAsync()).Select(match => match.Groups[1].Value.Replace("./", "/try/", StringComparison.Ordinal)))
                if (seen.Add(asked))
                    waiting.Enqueue(asked);
        }
        var lying = typeof(LocalEndpoint).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Page/", StringComparison.Ordinal)).Select(name => name.Replace("Page/", "/try/", StringComparison.Ordinal));
        Assert.Equal(lying.Order(StringComparer.Ordinal), seen.Select(path => path == "/try" ? "/try/try.html" : path).Order(StringComparer.Ordinal));
        // Drawn only once its script has run, so that nobody sees it half made.
        Assert.Contains("""<script src="/try/try.js" type="module" blocking="render">""", await host.Client.GetStringAsync(new Uri("/try", UriKind.Relative)), StringComparison.Ordinal);
    }

    static string Type(string path) => Path.GetExtension(path) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        _ => "text/html; charset=utf-8",
    };

    // Links and scripts of the page, imports of the scripts.
    [GeneratedRegex("""(?:(?:href|src)="|from ')((?:/try|\.)/[\w.-]+)["']""")]
    private static partial Regex Asked();
}
