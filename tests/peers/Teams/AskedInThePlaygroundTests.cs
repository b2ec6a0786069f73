using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Tests.Peers.Rigs;
using ServiceCulture.Tests.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Peers.Teams;

/// <summary>
/// What of a check-in stands on cards, in Microsoft's own Playground: the first private card, the question at its time, a step,
/// each replaced in place; the bot's clock is moved by hand. It opens no dialogs from cards: those are tests/Teams'.
/// </summary>
public sealed class AskedInThePlaygroundTests(Chromium chromium) : IAsyncLifetime
{
    BotHost bot = null!;
    Playground playground = null!;

    public async ValueTask InitializeAsync()
    {
        Needs.Chromium();
        Needs.Package("@microsoft/m365agentsplayground");
        var port = Loopback.FreePort();
        bot = await BotHost.Open(new Dictionary<string, string>
        {
            ["BotFramework:DangerouslyAllowUnauthenticated"] = "true",
            ["BotFramework:TenantId"] = PlaygroundPeople.Tenant,
            ["BotFramework:ServiceHosts:0"] = $"127.0.0.1:{port}",
        }, environment: "Development");
        playground = await Playground.StartAsync(new Uri(bot.Address, "api/messages"), port);
    }

    public async ValueTask DisposeAsync()
    {
        if (playground is not null)
            await playground.DisposeAsync();
        if (bot is not null)
            await bot.DisposeAsync();
    }

    [Fact]
    public async Task The_invitation_is_answered_the_question_comes_and_a_step_is_pressed_each_replaced_in_place()
    {
        var teams = await PlaygroundPage.OpenAsync(chromium, playground);
        await teams.SayAsync("help");
        await Eventually.SeeAsync(async () => await bot.Read(db => db.Accounts.AnyAsync(one => one.ExternalId == PlaygroundPeople.Ada.Id)) ? "met" : null, "Ada in the bot's rows");
        await bot.Deliver();
        await teams.SeeCardAsync("What I can do for you");
        await bot.StartDaytime();

        await bot.MoveTo(6);
        Assert.Equal(0, await teams.CardSaying("Until you say yes I ask nothing").CountAsync());
        await bot.MoveTo(12);
        var invitation = await teams.SeeCardAsync("Until you say yes I ask nothing");
        await invitation.ScrollIntoViewIfNeededAsync();
        await teams.Page.ShootAsync("playground-invitation", wholePage: false);
        var cards = await teams.Cards.CountAsync();
        await PlaygroundPage.PressAsync(invitation, "Yes, at the start of my shift");
        await teams.SeeCardAsync("I will ask early in your shift");
        Assert.Equal((0, cards), (await teams.CardSaying("Until you say yes I ask nothing").CountAsync(), await teams.Cards.CountAsync()));

        await bot.MoveTo(6);
        Assert.Equal(cards, await teams.Cards.CountAsync());
        await bot.MoveTo(12);
        var question = await teams.SeeCardAsync("How steady do you feel right now?");
        await question.ScrollIntoViewIfNeededAsync();
        await teams.Page.ShootAsync("playground-question", wholePage: false);
        await PlaygroundPage.PressAsync(question, "A bit shaky");
        var done = await teams.SeeCardAsync("Thank you for taking the moment");
        Assert.Equal((0, cards + 1), (await teams.CardSaying("A bit shaky").CountAsync(), await teams.Cards.CountAsync()));
        await done.ScrollIntoViewIfNeededAsync();
        await teams.Page.ShootAsync("playground-checked-in", wholePage: false);
        // The row is there, its step is sealed; and the message behind the card changes to the very same.
        await bot.Quiet();
        Assert.Equal(AskState.Answered, await bot.Read(db => db.Asks.Select(ask => ask.State).SingleAsync()));
        await bot.Minute();
        Assert.Equal((1, cards + 1), (await teams.CardSaying("Thank you for taking the moment").CountAsync(), await teams.Cards.CountAsync()));
        Assert.DoesNotContain(playground.Log.FromBot, sent => sent.Request?.ToJsonString().Contains("Checked in", StringComparison.Ordinal) == true && sent.Request.ToJsonString().Contains("shaky", StringComparison.Ordinal));
    }
}
