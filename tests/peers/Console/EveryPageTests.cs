using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ServiceCulture.Bot.HrConsole;
using ServiceCulture.Tests.Peers.Rigs;

namespace ServiceCulture.Tests.Peers.Console;

/// <summary>Every page of the console with something on it: sound and in a picture at both widths, light and dark, and walked through with the Tab key.</summary>
public sealed class EveryPageTests(Chromium chromium, FurnishedBot started) : IClassFixture<FurnishedBot>
{
    [Theory]
    [InlineData(Screen.Desk, false)]
    [InlineData(Screen.Desk, true)]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.Phone, true)]
    public async Task Every_page_is_sound_and_makes_a_picture(Screen screen, bool dark)
    {
        var mark = ConsoleInBrowser.Mark(screen, dark);
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host, screen, dark);
        foreach (var page in ConsolePages.All)
        {
            await console.GoToAsync(page.Path);
            Assert.Equal(page.Title, await console.Page.Locator("h1").InnerTextAsync());
            await console.SoundAsync($"{page.Path} {mark}");
            await console.Page.ShootAsync($"console-{page.Path}-{mark}");
        }
    }

    [Theory]
    [InlineData(Screen.Desk)]
    [InlineData(Screen.Phone)]
    public async Task Tab_reaches_everything_on_every_page_in_its_order_and_shows_where_one_is(Screen screen)
    {
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host, screen);
        var mira = await started.Host.Read(db => db.Members.Where(one => one.Name == "Mira Solano").Select(one => one.Id).SingleAsync());
        foreach (var path in ConsolePages.All.Select(page => page.Path).Concat(["people/import", $"people/{mira}"]))
        {
            await console.GoToAsync(path);
            await console.WalkAsync(path);
        }
    }

    [Fact]
    public async Task Questions_are_shown_by_their_state_and_what_is_late_comes_first_and_says_so()
    {
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host);
        await console.GoToAsync("questions");
        var rows = console.Page.Locator("tbody tr");
        Assert.Equal(6, await rows.CountAsync());
        Assert.Contains("overdue", await rows.First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Noor van Dijk", await rows.First.InnerTextAsync(), StringComparison.Ordinal);
        foreach (var (state, count, who) in new[] { ("Its asker says where it belongs", 1, "Sam Whitlock"), ("Somebody is asked", 1, "Leo Fontaine"), ("With triage", 1, "Omar Haddad"), ("Somebody has it", 2, "Tomasz Zielony"), ("Answered; the asker's word is waited for", 1, "Petra Lindqvist") })
        {
            await console.Button($"{state} {count}").ClickAsync();
            await Assertions.Expect(rows.First).ToContainTextAsync(who);
            await Assertions.Expect(rows).ToHaveCountAsync(count);
            Assert.Equal("true", await console.Button($"{state} {count}").GetAttributeAsync("aria-pressed"));
        }
        await console.Button("All 6").ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(6);
        await console.Button("Open the question of Noor van Dijk").ClickAsync();
        await console.SeeAsync("Where is the parcel of case 48213?");
        await console.SeeAsync("Called the depot twice");
        await console.BothWidthsAsync("questions-by-state");
    }

    [Fact]
    public async Task An_experts_week_stands_beside_their_load()
    {
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host);
        await console.GoToAsync("topics");
        var omar = console.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Omar Haddad" });
        Assert.Contains("Mon, Wed and Thu, 09:00 to 13:30", await omar.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Europe/Berlin", await omar.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("paused until", await omar.InnerTextAsync(), StringComparison.Ordinal);
    }
}
