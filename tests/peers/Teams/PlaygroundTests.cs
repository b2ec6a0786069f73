using Microsoft.Playwright;
using ServiceCulture.Tests.Peers.Rigs;

namespace ServiceCulture.Tests.Peers.Teams;

/// <summary>The bot as Teams meets it: Microsoft's own Playground drives it, in its page and over its wire.</summary>
public sealed class PlaygroundTests(Chromium chromium) : IAsyncLifetime
{
    const string Good = "Stayed with the caller about the double charge until it was sorted, so nobody rang again.";

    BotUnderTest? bot;
    Playground? playground;

    Playground Playground => playground!;

    public async ValueTask InitializeAsync()
    {
        Needs.Chromium();
        var port = Loopback.FreePort();
        bot = new BotUnderTest().WithTeams(port);
        await bot.StartAsync();
        playground = await Playground.StartAsync(bot.Messages, port);
    }

    public async ValueTask DisposeAsync()
    {
        if (playground is not null) await playground.DisposeAsync();
        if (bot is not null) await bot.DisposeAsync();
    }

    [Fact]
    public async Task Kudos_are_given_in_the_page_and_taken_back()
    {
        var teams = await PlaygroundPage.OpenAsync(chromium, Playground);
        await Playground.InstallAsync(PlaygroundPeople.KudosChannel);
        await teams.SayAsync("help");
        await teams.SeeCardAsync("What I can do for you");
        await teams.Page.ShootAsync("playground-help", wholePage: false);

        var form = await FormWithAsync(teams, "Bela Sample");
        await teams.Page.ShootAsync("playground-form", wholePage: false);
        await teams.PickAsync(form, "Who do you want to thank?", "Bela Sample");
        await PlaygroundPage.FillAsync(form, "What did they do?", Good);
        await teams.PickAsync(form, "Which value did it show?", "Empathy", "Patience", "Passion", "Persistence");
        await PlaygroundPage.FillAsync(form, "The customer's words", "Such a *patient* young man <3");
        await PlaygroundPage.PressAsync(form, "Send");

        var refused = await teams.SeeCardAsync("At most 3 values; you picked 4.");
        Assert.Equal(Good, await refused.GetByRole(AriaRole.Textbox, new() { Name = "What did they do?" }).InputValueAsync());
        Assert.Equal("Such a *patient* young man <3", await refused.GetByRole(AriaRole.Textbox, new() { Name = "The customer's words" }).InputValueAsync());
        await refused.ScrollIntoViewIfNeededAsync();
        await teams.Page.ShootAsync("playground-refused", wholePage: false);
        await teams.PickAsync(refused, "Which value did it show?", "Persistence");
        await PlaygroundPage.TickAsync(refused, "A customer thanked them");
        await PlaygroundPage.PressAsync(refused, "Send");

        var sent = await teams.SeeCardAsync("Your thanks are on their way");
        Assert.Equal(0, await teams.Cards.Filter(new() { HasText = "At most 3 values" }).CountAsync());
        await teams.Page.ShootAsync("playground-sent", wholePage: false);
        var told = await ToldBelaAsync("Ada Probe thanks you");
        Assert.Contains(Good, told.Request!.ToJsonString(), StringComparison.Ordinal);
        Assert.NotEqual(PlaygroundPeople.PersonalChat, told.Conversation);

        await PlaygroundPage.PressAsync(sent, "Undo");
        await teams.SeeCardAsync("These kudos are taken back.");
        await ToldBelaAsync("took these kudos back");
        await teams.Page.ShootAsync("playground-undone", wholePage: false);
    }

    /// <summary>The people of a conversation are read page by page after the bot came into it; until then nobody is offered.</summary>
    async Task<ILocator> FormWithAsync(PlaygroundPage teams, string person)
    {
        return await Eventually.SeeAsync(async () =>
        {
            var before = Forms().Count;
            await teams.SayAsync("kudos");
            var form = await Eventually.SeeAsync(() => Forms().Skip(before).FirstOrDefault(), "the form");
            if (!Says(form, person)) return null;
            // The page draws it a moment after the log has it; only then is the last form this one.
            var shown = teams.Cards.Filter(new() { HasText = "Who do you want to thank?" });
            await shown.Nth(before).WaitForAsync();
            return shown.Last;
        }, $"a form that offers {person}", TimeSpan.FromSeconds(60));
    }

    List<PlaygroundExchange> Forms() => [.. Playground.Log.FromBot.Where(e => e.Card is not null && Says(e, "Who do you want to thank?"))];

    Task<PlaygroundExchange> ToldBelaAsync(string words) => Playground.Log.BotSendsAsync(
        e => e.Conversation != PlaygroundPeople.PersonalChat && Says(e, words), $"“{words}” at Bela's");

    static bool Says(PlaygroundExchange exchange, string words) =>
        exchange.Request?.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Contains(words, StringComparison.Ordinal) == true;
}
