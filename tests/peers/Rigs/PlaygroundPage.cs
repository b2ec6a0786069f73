using Microsoft.Playwright;

namespace ServiceCulture.Tests.Peers.Rigs;

/// <summary>The Playground's own page in Chromium: what a person in Teams would see and press.</summary>
sealed class PlaygroundPage(IPage page)
{
    public IPage Page => page;

    public static async Task<PlaygroundPage> OpenAsync(Chromium chromium, Playground playground)
    {
        var page = await chromium.OpenAsync();
        await page.GotoAsync(playground.Address.ToString());
        var opened = new PlaygroundPage(page);
        await opened.Editor.WaitForAsync();
        return opened;
    }

    ILocator Editor => page.Locator("div[role=textbox][data-lexical-editor=true]");

    public ILocator Cards => page.Locator(".ac-adaptiveCard");

    /// <summary>The newest card that has these words somewhere.</summary>
    public ILocator CardSaying(string words) => Cards.Filter(new() { HasText = words }).Last;

    public async Task SayAsync(string words)
    {
        await Editor.ClickAsync();
        await page.Keyboard.TypeAsync(words);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Another chat or channel in the list on the left, by its name.</summary>
    public Task GoToAsync(string chat) => page.GetByText(chat, new() { Exact = true }).First.ClickAsync();

    public async Task<ILocator> SeeCardAsync(string words)
    {
        var card = CardSaying(words);
        await card.WaitForAsync();
        return card;
    }

    public Task SeeAsync(string words) => page.GetByText(words).Last.WaitForAsync();

    public static Task FillAsync(ILocator card, string label, string words) =>
        card.GetByRole(AriaRole.Textbox, new() { Name = label }).FillAsync(words);

    /// <summary>
    /// Picks from a compact or filtered choice set, one or several. With Data.Query the Playground still asks the bot nothing: it
    /// filters the choices in the card, shows them only once something is typed, and takes one pick, whatever isMultiSelect says.
    /// </summary>
    public async Task PickAsync(ILocator card, string label, params string[] choices)
    {
        var box = card.GetByRole(AriaRole.Combobox, new() { Name = label });
        foreach (var choice in choices)
        {
            if (!await IsOpenAsync(box)) await box.ClickAsync();
            if (await box.EvaluateAsync<bool>("box => box.tagName === 'INPUT'")) await box.FillAsync(choice);
            await Choices.Filter(new() { HasText = choice }).First.ClickAsync();
        }
        if (await IsOpenAsync(box)) await box.PressAsync("Escape");
    }

    static async Task<bool> IsOpenAsync(ILocator box) => await box.GetAttributeAsync("aria-expanded") == "true";

    /// <summary>The open list of a choice set. Closed lists stay in the page, hidden; chart legends have the role of an option too.</summary>
    ILocator Choices => page.Locator(".fui-Option").Filter(new() { Visible = true });

    /// <summary>One choice of an expanded choice set, which has no name of its own on the page.</summary>
    public static Task ChooseAsync(ILocator card, string choice) =>
        card.GetByRole(AriaRole.Radio, new() { Name = choice }).CheckAsync();

    /// <summary>Ticks a toggle, or a choice of several of an expanded choice set.</summary>
    public static Task TickAsync(ILocator card, string label) =>
        card.GetByRole(AriaRole.Checkbox, new() { Name = label }).CheckAsync();

    public static Task PressAsync(ILocator card, string title) =>
        card.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).ClickAsync();
}
