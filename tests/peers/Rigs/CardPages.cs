using Microsoft.Playwright;

namespace ServiceCulture.Tests.Peers.Rigs;

/// <summary>Draws a card with Microsoft's own Adaptive Cards renderer, for a look and for reading what it drew.</summary>
static class AdaptiveCardsPage
{
    public static async Task<IPage> DrawAsync(Chromium chromium, string card, Screen screen = Screen.Desk)
    {
        var renderer = Path.Combine(Needs.Package("adaptivecards"), "dist", "adaptivecards.min.js");
        var page = await chromium.OpenAsync(screen);
        await page.SetContentAsync("""
            <!doctype html><html lang="en"><title>Card</title>
            <body style="font-family: sans-serif; background: #f5f5f5; margin: 16px">
            <main style="max-width: 480px; background: white; border-radius: 6px"></main></body></html>
            """);
        await page.EvaluateAsync(await File.ReadAllTextAsync(renderer) + ";undefined");
        await page.EvaluateAsync("""
            json => {
              const card = new AdaptiveCards.AdaptiveCard();
              card.hostConfig = new AdaptiveCards.HostConfig({ fontFamily: 'sans-serif', supportsInteractivity: true,
                actions: { maxActions: 6, actionsOrientation: 'horizontal', actionAlignment: 'left' } });
              card.parse(JSON.parse(json));
              document.querySelector('main').append(card.render());
            }
            """, card);
        return page;
    }
}

/// <summary>Draws Block Kit blocks with slack-blocks-to-jsx, for a look; it is near Slack, and not Slack.</summary>
static class SlackBlocksPage
{
    public static async Task<IPage> DrawAsync(Chromium chromium, string blocks, Screen screen = Screen.Desk, bool dark = false)
    {
        var package = Needs.Package("slack-blocks-to-jsx");
        Needs.Package("react-dom");
        using var folder = new TemporaryFolder();
        var (code, html) = await ChildProcess.RunAsync(
            Needs.Node(), ["draw-blocks.mjs", folder.Write("blocks.json", blocks)], Places.Peers);
        if (code != 0) throw new InvalidOperationException("The blocks could not be drawn: " + html);
        var style = await File.ReadAllTextAsync(Path.Combine(package, "dist", "style.css"));
        var page = await chromium.OpenAsync(screen, dark);
        await page.SetContentAsync($"""
            <!doctype html><html lang="en" data-theme="{(dark ? "dark" : "light")}"><title>Blocks</title><style>{style}</style>
            <body style="margin: 16px; background: {(dark ? "#1a1d21" : "white")}"><main style="max-width: 640px">{html}</main></body></html>
            """);
        return page;
    }
}
