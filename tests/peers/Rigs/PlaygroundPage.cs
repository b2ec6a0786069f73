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
    /// Picks from a compact or filtered choice set. A filtered one shows its choices only once something is typed; with
    /// Data.Query the Playground still asks the bot nothing and filters the choices in the card, one pick only.
    /// </summary>
    public async Task PickAsync(ILocator card, string label, string choice)
    {
        var box = card.GetByRole(AriaRole.Combobox, new() { Name = label });
        await box.ClickAsync();
        if (await box.EvaluateAsync<bool>("box => box.tagName === 'INPUT'")) await box.FillAsync(choice);
        await Choices.Filter(new() { HasText = choice }).First.ClickAsync();
    }

    /// <summary>The open list of a choice set. (Chart legends have the role of an option too.)</summary>
    ILocator Choices => page.Locator(".fui-Option");

    /// <summary>Ticks a toggle, or a choice of an expanded choice set.</summary>
    public static Task TickAsync(ILocator card, string label) =>
        card.GetByRole(AriaRole.Checkbox, new() { Name = label }).CheckAsync();

    public static Task PressAsync(ILocator card, string title) =>
        card.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).ClickAsync();
}
