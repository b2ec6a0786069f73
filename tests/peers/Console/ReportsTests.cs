using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ServiceCulture.Tests.Peers.Rigs;
using ServiceCulture.Tests.Peers.Try;

namespace ServiceCulture.Tests.Peers.Console;

/// <summary>Kudos reported on a card, hidden in the console, and back.</summary>
public sealed class ReportsTests(Chromium chromium, ConsoleBot started) : IClassFixture<ConsoleBot>
{
    [Fact]
    public async Task Reported_on_a_card_hidden_and_shown_again_in_the_console()
    {
        var chat = await TryPage.OpenAsync(chromium, started.Host.Address, "mira", "yuki");
        await chat.Left.SayAsync("kudos @Yuki stayed with the caller about the double charge until it was solved");
        await chat.Left.SeeCardAsync("Your thanks are on their way");
        await started.Host.Deliver();
        await TryPane.PressAsync(await chat.Right.SeeCardAsync("about the double charge"), "Report");
        await chat.Right.TickAsync("They say something that is private");
        await chat.Right.Field("Anything HR should know").FillAsync("The caller is easy to guess from it.");
        await chat.SoundAsync("report");
        await chat.Page.ShootAsync("kudos-report", wholePage: false);
        await chat.Right.PressAsync("Send to HR");
        await chat.Right.SeeCardAsync("HR looks at these kudos");

        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host);
        await console.GoToAsync("kudos");
        await console.SeeAsync("The caller is easy to guess from it.");
        await console.BothWidthsAsync("kudos-waiting");
        await console.Button("Hide them").ClickAsync();
        await console.SeeAsync("Hidden wherever they stood.");
        Assert.NotNull(await started.Host.Read(db => db.Kudos.Select(one => one.HiddenAt).SingleAsync()));
        await console.BothWidthsAsync("kudos-hidden");
        await console.Button("Undo").ClickAsync();
        await console.SeeAsync("As it was before.");
        Assert.Null(await started.Host.Read(db => db.Kudos.Select(one => one.HiddenAt).SingleAsync()));
    }
}
