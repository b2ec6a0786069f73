using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ServiceCulture.Tests.Peers.Rigs.Chromium))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace ServiceCulture.Tests.Peers.Rigs;

public enum Screen { Desk, Phone }

/// <summary>One real browser for all tests, started by the first that needs it. It reaches loopback and nothing else.</summary>
public sealed class Chromium : IAsyncDisposable
{
    static readonly string[] flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
    ];

    IPlaywright? playwright;
    IBrowser? browser;

    /// <summary>A page with cookies and storage of its own: 1280x900 or 390x844, light or dark.</summary>
    public async Task<IPage> OpenAsync(Screen screen = Screen.Desk, bool dark = false)
    {
        Needs.Chromium();
        playwright ??= await Playwright.CreateAsync();
        browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Needs.ChromiumPath, Args = flags });
        var page = await browser.NewPageAsync(new()
        {
            ViewportSize = screen == Screen.Desk ? new() { Width = 1280, Height = 900 } : new() { Width = 390, Height = 844 },
            HasTouch = screen == Screen.Phone,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            TimezoneId = "UTC",
        });
        page.SetDefaultTimeout(10_000);
        page.SetDefaultNavigationTimeout(30_000);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
