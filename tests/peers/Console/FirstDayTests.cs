using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Tests.Peers.Rigs;
using ServiceCulture.Tests.Peers.Try;
using ServiceCulture.Tests.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Peers.Console;

/// <summary>
/// HR's first day, on a fresh database: in through the bot's link, people imported, a prompt changed, looked at and published, a programme
/// started; and on a later day somebody is asked that very prompt in the chat. The bot's clock is moved by hand.
/// </summary>
public sealed class FirstDayTests(Chromium chromium) : IAsyncLifetime
{
    const string Prompt = "Which sentence of yours got somebody talking this week?";

    BotHost bot = null!;

    public async ValueTask InitializeAsync()
    {
        Needs.Chromium();
        bot = await BotHost.Open(new Dictionary<string, string> { ["Console:PublicUrl"] = "" }, environment: "Development");
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task From_the_link_over_the_prompt_to_the_question_that_is_asked()
    {
        var console = await ConsoleInBrowser.SignInAsync(chromium, bot);
        await ImportAsync(console);
        await PublishAsync(console);
        await StartAsync(console);
        var mira = await TryPage.OpenAsync(chromium, bot.Address, "mira", "yuki");
        await AskedAsync(mira);
        Assert.Empty(console.Complaints);
    }

    static async Task ImportAsync(ConsoleInBrowser console)
    {
        await console.GoToAsync("people/import");
        await console.Page.Locator("#import-file").SetInputFilesAsync(new FilePayload { Name = "people.csv", MimeType = "text/csv", Buffer = "email,name,team,zone\nmira@demo.example,Mira Solano,Front desk,Europe/Berlin\nzoe@demo.example,Zoe Lund,Front desk,Europe/Oslo\n"u8.ToArray() });
        await console.SeeAsync("1 new, 1 changed");
        await console.Button("Import people.csv").ClickAsync();
        await console.SeeAsync("people.csv is imported");
    }

    static async Task PublishAsync(ConsoleInBrowser console)
    {
        await console.GoToAsync("prompts");
        await console.Button("Open Six needs").ClickAsync();
        await console.Button("Write a new version").ClickAsync();
        await console.Page.GetByLabel("Prompts, one a line").FillAsync(Prompt);
        await console.Button("Save the draft").ClickAsync();
        await console.SeeAsync("Saved.");
        await console.Button("Preview version 2").ClickAsync();
        await console.SeeAsync("In Slack");
        Assert.Equal(3, await console.Page.Locator(".preview .label").Filter(new() { HasText = Prompt }).CountAsync());
        await console.Page.ShootAsync("console-first-day-preview");
        await console.Button("Publish version 2").ClickAsync();
        await console.SeeAsync("is what people see from the next form on");
    }

    static async Task StartAsync(ConsoleInBrowser console)
    {
        await console.GoToAsync("programmes");
        await console.Button("Add a check-in").ClickAsync();
        await console.Field("Name").FillAsync("Mornings");
        await console.Page.Locator("#f-pack").SelectOptionAsync("six-needs/en");
        await console.Page.GetByLabel("Start it").CheckAsync();
        await console.Button("Save").ClickAsync();
        await console.SeeAsync("Mornings is running.");
    }

    async Task AskedAsync(TryPage mira)
    {
        await UntilAsync(() => bot.Read(db => db.Messages.AnyAsync(message => message.Body.Contains("Until you say yes I ask nothing") && message.PlaceId == "mira")));
        await TryPane.PressAsync(await mira.Left.SeeCardAsync("Until you say yes I ask nothing"), "Yes, at the start of my shift");
        await mira.Left.SeeCardAsync("I will ask early in your shift");
        await UntilAsync(() => bot.Read(db => db.Asks.AnyAsync(ask => ask.State == AskState.Waiting)));
        await TryPane.PressAsync(await mira.Left.SeeCardAsync("How steady do you feel right now?"), "A bit shaky");
        await TryPane.PressAsync(await mira.Left.SeeCardAsync("Thank you for taking the moment"), "A thought to sort out");
        await mira.Left.Field(Prompt).WaitForAsync();
        await mira.SoundAsync("asked");
        await mira.Page.ShootAsync("first-day-asked", wholePage: false);
    }

    // The day on which it comes has a morning and a noon; a weekend may lie before it.
    async Task UntilAsync(Func<Task<bool>> isThere)
    {
        for (var half = 0; half < 10 && !await isThere(); half++)
            await bot.MoveTo(half % 2 == 0 ? 6 : 12);
        Assert.True(await isThere());
    }
}
