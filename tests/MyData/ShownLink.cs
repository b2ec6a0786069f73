using System.Text.RegularExpressions;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.MyData;

/// <summary>The link to one's own data and its code, as they stand in what somebody is shown.</summary>
static partial class ShownLink
{
    public static Uri Path(string shown) => new(new Uri(Link().Match(shown).Value).PathAndQuery, UriKind.Relative);

    public static string Code(string shown) => Letters().Match(shown).Groups[1].Value;

    /// <summary>Presses the page's button, with the code as it is shown.</summary>
    public static async Task<HttpResponseMessage> Fetch(this BotHost host, string shown)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["code"] = Code(shown) });
        return await host.Client.PostAsync(Path(shown), form);
    }

    [GeneratedRegex("https?://[^/\"<>|]+/mydata/[\\w-]+")]
    private static partial Regex Link();

    // Alone in its span: an id may hold letters that look like one.
    [GeneratedRegex("[\"*>]([2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4})[\"*<]")]
    private static partial Regex Letters();
}
