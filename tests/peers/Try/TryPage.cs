using System.Collections.Concurrent;
using Microsoft.Playwright;
using ServiceCulture.Tests.Peers.Rigs;

namespace ServiceCulture.Tests.Peers.Try;

/// <summary>One bot for the tests of the local page. Each test has people, or words, of its own.</summary>
public sealed class TryBot : IAsyncLifetime
{
    internal BotUnderTest Bot { get; } = new();

    public async ValueTask InitializeAsync() => await Bot.StartAsync();

    public async ValueTask DisposeAsync() => await Bot.DisposeAsync();
}

/// <summary>The local page in Chromium, with whatever the browser complained about.</summary>
sealed class TryPage
{
    readonly ConcurrentQueue<string> complaints = new();

    public IPage Page { get; }
    public TryPane Left { get; }
    public TryPane Right { get; }

    /// <summary>Errors and warnings of the console, refusals of the content security policy among them, and uncaught errors.</summary>
    public IReadOnlyList<string> Complaints => [.. complaints];

    TryPage(IPage page)
    {
        Page = page;
        (Left, Right) = (new TryPane(page, 0), new TryPane(page, 1));
        page.PageError += (_, error) => complaints.Enqueue(error);
        page.Console += (_, said) => { if (said.Type is "error" or "warning") complaints.Enqueue(said.Text); };
    }

    /// <param name="left">Who sits in the first pane, by the demo organisation's id.</param>
    /// <param name="right">And in the second.</param>
    public static Task<TryPage> OpenAsync(
        Chromium chromium, BotUnderTest bot, string left = "mira", string right = "yuki", Screen screen = Screen.Desk, bool dark = false) =>
        OpenAsync(chromium, bot.Address, left, right, screen, dark);

    /// <param name="bot">Where it listens.</param>
    public static async Task<TryPage> OpenAsync(
        Chromium chromium, Uri bot, string left, string right, Screen screen = Screen.Desk, bool dark = false)
    {
        var opened = new TryPage(await chromium.OpenAsync(screen, dark));
        await opened.Page.AddInitScriptAsync($$"""
            for (const [pane, person] of [['try.pane0', '{{left}}'], ['try.pane1', '{{right}}']])
              if (localStorage.getItem(pane) === null) localStorage.setItem(pane, person);
            """);
        await opened.Page.GotoAsync(new Uri(bot, "try").ToString());
        await opened.ReadyAsync();
        return opened;
    }

    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await ReadyAsync();
    }

    /// <summary>Both panes know what was posted before.</summary>
    public Task ReadyAsync() =>
        Page.Locator(".pane .log[aria-busy=false]").Nth(1).WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>On a narrow screen: the other pane.</summary>
    public Task TurnToAsync(int pane) => Page.Locator(".switch button").Nth(pane).ClickAsync();

    /// <summary>Nothing serious for axe, nothing sticking out, nothing in the console.</summary>
    public async Task SoundAsync(string state)
    {
        var violations = await Page.SeriousViolationsAsync();
        Assert.True(violations.Count == 0, $"{state}: {string.Join('\n', violations)}");
        Assert.False(await Page.ScrollsSidewaysAsync(), $"{state}: the page scrolls sideways");
        var sticksOut = await Page.EvaluateAsync<bool>("""
            () => [...document.querySelectorAll('.talk:not([hidden])')].some(talk => talk.scrollWidth > talk.clientWidth + 1)
            """);
        Assert.False(sticksOut, $"{state}: a conversation scrolls sideways");
        Assert.Empty(Complaints);
    }
}

/// <summary>One person's side of the page.</summary>
sealed class TryPane(IPage page, int number)
{
    public ILocator Root => page.Locator(".pane").Nth(number);
    public ILocator Box => Root.Locator(".composer textarea");
    public ILocator Talk => Root.Locator(".talk:not([hidden])");
    public ILocator Form => Talk.Locator("form.form");
    public ILocator Cards => Talk.Locator("article.card");

    public ILocator CardSaying(string words) => Cards.Filter(new() { HasText = words }).Last;

    public async Task<ILocator> SeeCardAsync(string words)
    {
        await CardSaying(words).WaitForAsync();
        return CardSaying(words);
    }

    public async Task SayAsync(string words)
    {
        await Box.FillAsync(words);
        await Box.PressAsync("Enter");
    }

    public async Task<ILocator> OpenFormAsync(string words = "kudos")
    {
        await SayAsync(words);
        await Form.WaitForAsync();
        return Form;
    }

    public Task SitAsync(string person) => Root.Locator("select").First.SelectOptionAsync(person);

    public Task GoToAsync(string place) => Tab(place).ClickAsync();

    public ILocator Tab(string place) => Root.GetByRole(AriaRole.Tab).Filter(new() { HasText = place });

    public async Task PickPersonAsync(string name)
    {
        await Form.GetByRole(AriaRole.Combobox).FillAsync(name);
        await Form.GetByRole(AriaRole.Option).Filter(new() { HasText = name }).First.ClickAsync();
    }

    public ILocator Field(string label) => Form.GetByLabel(label);

    public Task TickAsync(string label) => Form.Locator("label.choice").Filter(new() { HasText = label }).First.ClickAsync();

    /// <summary>Presses a button of the form, and waits until the bot has answered: the form may be drawn anew with it.</summary>
    public async Task PressAsync(string label)
    {
        await Form.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).ClickAsync();
        await Talk.Locator("form.form[aria-busy=true]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    public static Task PressAsync(ILocator card, string label) =>
        card.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).ClickAsync();
}
