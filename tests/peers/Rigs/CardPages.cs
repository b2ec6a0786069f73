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

/// <summary>Many cards on one page, each under its name, drawn by the same renderer.</summary>
static class AdaptiveCardsSheet
{
    public static async Task PrepareAsync(IPage page)
    {
        var renderer = Path.Combine(Needs.Package("adaptivecards"), "dist", "adaptivecards.min.js");
        await page.SetContentAsync("""
            <!doctype html><html lang="en"><title>Cards</title>
            <style>
              body { font-family: sans-serif; background: #f5f5f5; margin: 16px }
              main { columns: 24rem; column-gap: 16px }
              main > form { break-inside: avoid; background: white; border-radius: 6px; margin: 0 0 16px; overflow: hidden }
              form > small { display: block; background: #5b5fc7; color: white; padding: 2px 12px }
              .ac-textRun { white-space: pre-wrap }
            </style>
            <body><main></main></body></html>
            """);
        await page.EvaluateAsync(await File.ReadAllTextAsync(renderer) + "\n;window.complaints = []");
        // Teams reads Markdown and mentions in a TextBlock; the renderer leaves that to its host.
        await page.EvaluateAsync("""
            () => { AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
              const safe = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
              result.outputHtml = safe.replace(/&lt;at>(.*?)&lt;\/at>/g, '<b style="color:#5b5fc7">$1</b>')
                .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>').replace(/\\([\p{P}\p{S}])/gu, '$1');
              result.didProcess = true;
            } }
            """);
    }

    public static Task AddAsync(IPage page, string name, string card) => page.EvaluateAsync("""
        ([name, json]) => {
          const card = new AdaptiveCards.AdaptiveCard();
          card.hostConfig = new AdaptiveCards.HostConfig({ fontFamily: 'sans-serif', supportsInteractivity: true,
            actions: { maxActions: 6, actionsOrientation: 'horizontal', actionAlignment: 'left' } });
          const context = new AdaptiveCards.SerializationContext();
          card.parse(JSON.parse(json), context);
          // Charts are elements that Teams added; this renderer shows what stands in for them.
          for (let at = 0; at < context.eventCount; at++) {
            const message = context.getEventAt(at).message;
            if (!/Chart\./.test(message)) window.complaints.push(`${name}: ${message}`);
          }
          // A form of its own for each: radio buttons of two cards may bear the same name.
          const section = document.createElement('form');
          section.append(Object.assign(document.createElement('small'), { textContent: name }), card.render());
          document.querySelector('main').append(section);
        }
        """, new[] { name, card });

    /// <summary>What the renderer could not make sense of.</summary>
    public static Task<string[]> ComplaintsAsync(IPage page) => page.EvaluateAsync<string[]>("() => window.complaints");
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
