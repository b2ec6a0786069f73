using System.Text.Json;
using Microsoft.Playwright;

namespace ServiceCulture.Tests.Peers.Rigs;

/// <summary>What a test reads off a page, whoever made it.</summary>
static class PageReading
{
    /// <summary>Keeps a picture in shots/, which git ignores, for people to look at.</summary>
    public static async Task<string> ShootAsync(this IPage page, string name, bool wholePage = true)
    {
        var path = Path.Combine(Places.Shots, name + ".png");
        // What sticks to the window's edge would else stand in the middle of the picture.
        if (wholePage)
            await page.EvaluateAsync("() => scrollTo({ top: 0, behavior: 'instant' })");
        await page.ScreenshotAsync(new() { Path = path, FullPage = wholePage });
        return path;
    }

    /// <summary>What axe-core calls serious or critical on the page as it stands, one line each.</summary>
    public static async Task<IReadOnlyList<string>> SeriousViolationsAsync(this IPage page)
    {
        var axe = Path.Combine(Needs.Package("axe-core"), "axe.min.js");
        await page.EvaluateAsync(await File.ReadAllTextAsync(axe) + ";undefined");
        var found = await page.EvaluateAsync<JsonElement>("""
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .filter(v => v.impact === 'serious' || v.impact === 'critical')
              .flatMap(v => v.nodes.map(n => `${v.impact} ${v.id}: ${v.help}: ${n.html.slice(0, 160)}`))
            """);
        return [.. found.EnumerateArray().Select(line => line.GetString()!)];
    }

    /// <summary>Whether anything sticks out to the right: a page that scrolls sideways.</summary>
    public static Task<bool> ScrollsSidewaysAsync(this IPage page) =>
        page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");

    /// <summary>What reaches beyond the page's width, for whoever mends it.</summary>
    public static Task<string> TooWideAsync(this IPage page) => page.EvaluateAsync<string>("""
        () => [...document.querySelectorAll("body *")].filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
            .slice(0, 5).map(one => `${one.tagName}.${one.className} “${(one.textContent ?? "").trim().slice(0, 40)}”`).join("; ")
        """);
}
