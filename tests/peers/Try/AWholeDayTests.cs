using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ServiceCulture.Tests.Peers.Rigs;
using ServiceCulture.Tests.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Peers.Try;

/// <summary>A check-in from the first private card to the erasure on the local page, in a browser; the bot's clock is moved by hand. With pictures to be looked at.</summary>
public sealed class AWholeDayTests(Chromium chromium) : IAsyncLifetime
{
    const string Thought = "Zanzibar again: I always ruin every single call";
    const string Swap = "This one call went badly, and Zanzibar rang off friendlier";

    // No address is set, so the link is one that this machine's browser can open.
    BotHost bot = null!;
    TryPage page = null!;
    string mark = "";

    public async ValueTask InitializeAsync()
    {
        Needs.Chromium();
        bot = await BotHost.Open(new Dictionary<string, string> { ["Console:PublicUrl"] = "" }, environment: "Development");
        await bot.StartDaytime();
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [InlineData(Screen.Desk, false)]
    [InlineData(Screen.Phone, true)]
    public async Task Asked_at_a_moved_clock_answered_swapped_seen_exported_and_erased(Screen screen, bool dark)
    {
        mark = $"{(screen == Screen.Desk ? "1280" : "390")}-{(dark ? "dark" : "light")}";
        page = await TryPage.OpenAsync(chromium, bot.Address, "noor", "yuki", screen, dark);
        await IsAsked();
        await AnswersAndSorts();
        await SeesItInMyDay();
        await TakesTheFile();
        await Erases();
        Assert.False(await bot.Wrote("Zanzibar"));
        Assert.False(await bot.Read(db => db.LocalPosts.AnyAsync(post => post.Html.Contains("Zanzibar") || post.Html.Contains("shaky"))));
    }

    async Task IsAsked()
    {
        await bot.MoveTo(6);
        Assert.Equal(0, await bot.Read(db => db.LocalPosts.CountAsync()));
        await bot.MoveTo(12);
        var invitation = await page.Left.SeeCardAsync("Until you say yes I ask nothing");
        await TryPane.PressAsync(invitation, "Yes, at the start of my shift");
        await page.Left.SeeCardAsync("I will ask early in your shift");
        await Keep("chosen");
        await bot.MoveTo(6);
        Assert.Equal(0, await page.Left.CardSaying("How steady do you feel right now?").CountAsync());
        await bot.MoveTo(12);
        await page.Left.SeeCardAsync("How steady do you feel right now?");
        await Keep("asked");
    }

    async Task AnswersAndSorts()
    {
        await TryPane.PressAsync(page.Left.CardSaying("How steady do you feel right now?"), "A bit shaky");
        var done = await page.Left.SeeCardAsync("Thank you for taking the moment");
        await bot.Deliver();
        await page.ReloadAsync();
        Assert.Equal(0, await page.Left.CardSaying("A bit shaky").CountAsync());
        await TryPane.PressAsync(done, "A thought to sort out");
        await page.Left.Field("What are you telling yourself right now?").FillAsync(Thought);
        await page.Left.PressAsync("Next");
        await page.Left.TickAsync("None of these");
        await page.Left.PressAsync("Next");
        await page.Left.Field("Or in your own words").FillAsync(Swap);
        await Keep("swap");
        await page.Left.PressAsync("Keep it");
        await GoneAsync();
    }

    async Task SeesItInMyDay()
    {
        await page.Left.OpenFormAsync("myday");
        await page.Left.Form.GetByText("How steady, day by day").WaitForAsync();
        await page.Left.Field("Search your thoughts").FillAsync("zanzibar");
        await page.Left.PressAsync("Show");
        await page.Left.Form.GetByText("Zanzibar").First.WaitForAsync();
        await page.Left.TickAsync("Zanzibar");
        await Keep("myday");
        await page.Left.PressAsync("Show");
        Assert.Equal(Swap, await page.Left.Field("The other thought").InputValueAsync());
        await page.Left.PressAsync("Cancel");
        await GoneAsync();
    }

    async Task TakesTheFile()
    {
        await page.Left.OpenFormAsync("mydata");
        await page.Left.TickAsync("Get a copy of all of it");
        await page.Left.PressAsync("Next");
        var link = page.Left.Form.GetByRole(AriaRole.Link, new() { Name = "Open the page with your file" });
        await link.WaitForAsync();
        await Keep("link");
        var opened = await chromium.OpenAsync(mark.StartsWith("390", StringComparison.Ordinal) ? Screen.Phone : Screen.Desk, mark.EndsWith("dark", StringComparison.Ordinal));
        await opened.GotoAsync((await link.GetAttributeAsync("href"))!);
        await opened.ShootAsync($"day-file-{mark}", wholePage: false);
        await opened.GetByLabel("The code that stands beside the link").FillAsync(System.Text.RegularExpressions.Regex.Match(await page.Left.Form.InnerTextAsync(), "[2-9A-Z]{4}-[2-9A-Z]{4}").Value);
        var download = await opened.RunAndWaitForDownloadAsync(() => opened.GetByRole(AriaRole.Button, new() { Name = "Download my data" }).ClickAsync());
        var file = JsonNode.Parse(await File.ReadAllTextAsync((await download.PathAsync())!))!;
        Assert.Equal("2", (string)Assert.Single(file["checkIns"]!["days"]!.AsArray())!["step"]!);
        Assert.Contains(Swap, Assert.Single(file["checkIns"]!["thoughts"]!.AsArray())!.ToJsonString(), StringComparison.Ordinal);
        await opened.GetByRole(AriaRole.Button, new() { Name = "Download my data" }).ClickAsync();
        await opened.GetByText("This link does not work").WaitForAsync();
        await opened.CloseAsync();
        await page.Left.PressAsync("Close");
        await GoneAsync();
    }

    async Task Erases()
    {
        await page.Left.OpenFormAsync("mydata");
        await page.Left.TickAsync("Have my data erased");
        await page.Left.PressAsync("Next");
        await page.Left.Field("Type erase to confirm").FillAsync("erase");
        await Keep("erase");
        await page.Left.PressAsync("Erase for good");
        await page.Left.Form.GetByText("your key is destroyed").First.WaitForAsync();
        await Keep("erased");
        await page.Left.PressAsync("Close");
        await GoneAsync();
        await page.Left.OpenFormAsync("myday");
        await page.Left.Form.GetByText("No thoughts kept in these days.").WaitForAsync();
        Assert.Equal(0, await bot.Read(async db => await db.CheckIns.CountAsync() + await db.Thoughts.CountAsync() + await db.Asks.CountAsync()));
        var before = await bot.Read(db => db.LocalPosts.CountAsync());
        await bot.MoveTo(12);
        Assert.Equal(before, await bot.Read(db => db.LocalPosts.CountAsync()));
    }

    Task GoneAsync() => page.Left.Form.WaitForAsync(new() { State = WaitForSelectorState.Detached });

    async Task Keep(string state)
    {
        await page.SoundAsync($"{state} {mark}");
        await page.Page.ShootAsync($"day-{state}-{mark}", wholePage: false);
    }
}
