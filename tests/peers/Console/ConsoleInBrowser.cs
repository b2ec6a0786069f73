using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServiceCulture.Bot.Data;
using ServiceCulture.Tests.Peers.Rigs;
using ServiceCulture.Tests.Peers.Try;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Peers.Console;

/// <summary>One bot with the invented people for the tests of the console. It runs in this process, so that a test can change rows behind an open page.</summary>
public sealed class ConsoleBot : IAsyncLifetime
{
    BotHost? host;

    internal BotHost Host => host!;

    public async ValueTask InitializeAsync()
    {
        Needs.Chromium();
        // No address is set, so the link is one that this machine's browser can open.
        host = await BotHost.Open(new Dictionary<string, string> { ["Console:PublicUrl"] = "" }, environment: "Development");
    }

    public ValueTask DisposeAsync() => host?.DisposeAsync() ?? ValueTask.CompletedTask;

    internal async Task ChangeAsync(string name, Action<Member> change)
    {
        await Host.Store.Do(async db =>
        {
            change(await db.Members.SingleAsync(member => member.Name == name));
            return await db.SaveChangesAsync();
        }, default);
        Host.Services.GetRequiredService<Register>().Forget();
    }
}

/// <summary>The console in Chromium, with whatever the browser complained about.</summary>
sealed class ConsoleInBrowser
{
    readonly ConcurrentQueue<string> complaints = new();

    ConsoleInBrowser(IPage page)
    {
        Page = page;
        page.PageError += (_, error) => complaints.Enqueue(error);
        page.Console += (_, said) => { if (said.Type is "error" or "warning") complaints.Enqueue(said.Text); };
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => [.. complaints];

    public static string Mark(Screen screen, bool dark) => $"{(screen == Screen.Desk ? "1280" : "390")}-{(dark ? "dark" : "light")}";

    /// <summary>Signs in by asking the bot, as people do.</summary>
    public static async Task<ConsoleInBrowser> SignInAsync(Chromium chromium, BotHost host, Screen screen = Screen.Desk, bool dark = false, string person = "ines")
    {
        var chat = await TryPage.OpenAsync(chromium, host.Address, person, "yuki", screen, dark);
        await chat.Left.OpenFormAsync("console");
        var link = chat.Left.Form.GetByRole(AriaRole.Link, new() { Name = "Sign in to the console" });
        await link.WaitForAsync();
        var console = new ConsoleInBrowser(chat.Page);
        await chat.Page.GotoAsync((await link.GetAttributeAsync("href"))!);
        await console.SoundAsync("the link's page");
        await chat.Page.ShootAsync($"console-sign-in-{Mark(screen, dark)}");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in as" }).ClickAsync();
        await console.LiveAsync();
        return console;
    }

    public async Task GoToAsync(string path)
    {
        await Page.GotoAsync(new Uri(new Uri(Page.Url), $"/console/{path}").ToString());
        await LiveAsync();
    }

    /// <summary>The page is more than drawn: what is pressed now is heard.</summary>
    public Task LiveAsync() => Page.Locator(".frame[data-live=true]").WaitForAsync();

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Field(string label) => Page.GetByLabel(label, new() { Exact = true });

    public Task SeeAsync(string words) => Page.GetByText(words).First.WaitForAsync();

    /// <summary>The state as it stands at both widths, sound and in a picture.</summary>
    public async Task BothWidthsAsync(string state)
    {
        foreach (var (width, height, mark) in new[] { (390, 844, "390"), (1280, 900, "1280") })
        {
            await Page.SetViewportSizeAsync(width, height);
            await SoundAsync($"{state} {mark}");
            await Page.ShootAsync($"console-{state}-{mark}");
        }
    }

    /// <summary>Nothing serious for axe, nothing sticking out, one heading of the first level, nothing in the browser's console.</summary>
    public async Task SoundAsync(string state)
    {
        var violations = await Page.SeriousViolationsAsync();
        Assert.True(violations.Count == 0, $"{state}: {string.Join('\n', violations)}");
        Assert.False(await Page.ScrollsSidewaysAsync(), $"{state}: the page scrolls sideways by {await Page.TooWideAsync()}");
        Assert.Equal((state, 1), (state, await Page.Locator("h1").CountAsync()));
        Assert.Empty(Complaints);
    }
}
