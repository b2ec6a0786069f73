using Microsoft.Playwright;

namespace ServiceCulture.Tests.Peers.Console;

/// <summary>Goes through a page with the Tab key alone.</summary>
static class Walking
{
    // A date or a time has stops of its own inside.
    const int MostInside = 8;

    // What can be reached, from top to bottom as it stands in the document: of radio buttons that belong together one.
    const string Stops = """
        async () => {
          // Drawn ahead, a page is drawn anew when it comes alive: it is walked through once it is at rest.
          await new Promise(done => {
            let rest = setTimeout(done, 300);
            new MutationObserver(() => { clearTimeout(rest); rest = setTimeout(done, 300); }).observe(document.body, { childList: true, subtree: true });
          });
          const shown = one => { const box = one.getBoundingClientRect(), style = getComputedStyle(one); return box.width > 0 && box.height > 0 && style.visibility !== 'hidden' && !one.closest('[inert], details:not([open]) > :not(summary)'); };
          const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter(one => !one.disabled && one.tabIndex >= 0 && shown(one));
          const own = radio => all.filter(one => one.type === 'radio' && one.name === radio.name && one.form === radio.form);
          const stops = all.filter(one => one.type !== 'radio' || one === (own(one).find(other => other.checked) ?? own(one)[0]));
          document.querySelectorAll('[data-stop]').forEach(one => delete one.dataset.stop);
          stops.forEach((one, at) => one.dataset.stop = at);
          return stops.map(one => (one.ariaLabel ?? one.labels?.[0]?.innerText ?? one.innerText ?? one.id).trim().slice(0, 60));
        }
        """;

    // Where the keyboard is now, and whether one sees it: a ring around it, or around what stands for it, inside the window.
    const string Here = """
        async () => {
          // What comes into sight by being reached is there one frame later.
          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          const one = document.activeElement, ring = it => { const style = getComputedStyle(it); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && style.outlineColor !== 'rgba(0, 0, 0, 0)'; };
          const stands = getComputedStyle(one).opacity === '0' ? one.nextElementSibling : one, box = stands.getBoundingClientRect();
          return { stop: one.dataset?.stop ?? '', ring: ring(stands), inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth };
        }
        """;

    internal static async Task WalkAsync(this ConsoleInBrowser console, string path)
    {
        var stops = await console.Page.EvaluateAsync<string[]>(Stops);
        Assert.True(stops.Length >= 3, $"{path}: there is hardly anything to reach.");
        for (var at = 0; at < stops.Length; at++)
        {
            var here = await NextAsync(console.Page, at - 1);
            Assert.True(here.Stop == $"{at}", $"{path}: after “{(at == 0 ? "the top" : stops[at - 1])}” comes {(int.TryParse(here.Stop, out var other) ? $"“{stops[other]}”" : "nothing")}, not “{stops[at]}”.");
            Assert.True(here.Ring, $"{path}: no ring around “{stops[at]}”.");
            Assert.True(here.Inside, $"{path}: “{stops[at]}” has the keyboard and is out of sight.");
        }
        Assert.NotEqual((path, $"{stops.Length - 1}"), (path, (await NextAsync(console.Page, stops.Length - 1)).Stop));
    }

    static async Task<Place> NextAsync(IPage page, int before)
    {
        var here = new Place();
        for (var presses = 0; presses < MostInside; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            here = await page.EvaluateAsync<Place>(Here);
            if (here.Stop != $"{before}")
                break;
        }
        return here;
    }

    sealed class Place
    {
        public string Stop { get; set; } = "";
        public bool Ring { get; set; }
        public bool Inside { get; set; }
    }
}
