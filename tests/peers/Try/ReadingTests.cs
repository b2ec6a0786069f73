using Microsoft.Playwright;
using ServiceCulture.Tests.Peers.Rigs;

namespace ServiceCulture.Tests.Peers.Try;

/// <summary>What people look up on the local page, and the rules that HR sets there.</summary>
public sealed class ReadingTests(Chromium chromium, TryBot started) : IClassFixture<TryBot>
{
    [Fact]
    public async Task Ones_own_kudos_are_counted_and_charted_for_oneself_alone()
    {
        var page = await TryPage.OpenAsync(chromium, started.Bot, "leo", "tomasz");
        await page.Left.SayAsync("kudos @Tomasz #patience #empathy rebuilt the broken export in one afternoon, so that payroll ran on time");
        await page.Right.SeeCardAsync("rebuilt the broken export");

        await page.Right.SayAsync("mykudos");

        var card = await page.Right.SeeCardAsync("In the last 90 days");
        var words = await card.InnerTextAsync();
        Assert.Contains("1 thank-you received, 0 thank-yous given", words, StringComparison.Ordinal);
        Assert.Contains("rebuilt the broken export", words, StringComparison.Ordinal);
        Assert.True(await card.Locator("svg .bar").CountAsync() >= 2);
        Assert.Equal(2, await card.Locator("table tbody tr").CountAsync());
        await page.SoundAsync("mykudos");
    }

    [Theory]
    [InlineData("mira", null, null)]
    [InlineData("omar", "You lead Phone line.", null)]
    [InlineData("ines", null, "As HR you set the rules")]
    public async Task Help_speaks_to_whoever_asks(string person, string? asManager, string? asHr)
    {
        var page = await TryPage.OpenAsync(chromium, started.Bot, person, "sam");

        await page.Left.SayAsync("help");

        var words = await (await page.Left.SeeCardAsync("What I can do for you")).InnerTextAsync();
        Assert.Equal(asManager is not null, words.Contains("You lead", StringComparison.Ordinal));
        Assert.Equal(asHr is not null, words.Contains("As HR", StringComparison.Ordinal));
        Assert.Contains(asManager ?? asHr ?? "mykudos", words, StringComparison.Ordinal);
        await page.SoundAsync($"help for {person}");
        await page.Page.ShootAsync($"try-help-{person}");
    }

    [Fact]
    public async Task Values_are_shown_all_and_closely_and_unknown_words_are_answered()
    {
        var page = await TryPage.OpenAsync(chromium, started.Bot, "grace", "leo");

        await page.Left.SayAsync("values");
        await page.Left.SeeCardAsync("Our values");
        await page.SoundAsync("values");
        await page.Left.SayAsync("values patience");
        var patience = await page.Left.SeeCardAsync("What it looks like");
        await page.Left.SayAsync("tarantella");
        await page.Left.SeeCardAsync("I don't know the command “tarantella”.");
        await page.SoundAsync("one value");
        await page.Page.ShootAsync("try-value");
        await TryPane.PressAsync(patience, "Thank someone for this");

        await page.Left.Form.WaitForAsync();
        Assert.True(await page.Left.Form.GetByLabel("Patience").IsCheckedAsync());
    }

    [Fact]
    public async Task Only_hr_sets_the_rules_and_they_hold_from_then_on()
    {
        var page = await TryPage.OpenAsync(chromium, started.Bot, "ines", "mira");
        await page.Right.SayAsync("values");
        Assert.DoesNotContain("Rules for kudos", await (await page.Right.SeeCardAsync("Our values")).InnerTextAsync(), StringComparison.Ordinal);
        await page.Left.SayAsync("values");
        await TryPane.PressAsync(await page.Left.SeeCardAsync("Our values"), "Rules for kudos");
        await page.Left.Form.WaitForAsync();

        await page.Left.Field("Kudos a person may give a day").FillAsync("lots");
        await page.Left.TickAsync("their managers");
        await page.Left.PressAsync("Save");
        await page.Left.Form.Locator(".faults").WaitForAsync();
        Assert.Equal("lots", await page.Left.Field("Kudos a person may give a day").InputValueAsync());
        await page.SoundAsync("rules refused");
        await page.Page.ShootAsync("try-rules-refused");
        await page.Left.Field("Kudos a person may give a day").FillAsync("12");
        await page.Left.PressAsync("Save");
        await page.Left.SeeCardAsync("The new rules apply from the next kudos on.");

        await page.Right.OpenFormAsync();
        Assert.Contains("the people you thank and their managers see it", await page.Right.Form.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.Right.Form.GetByLabel("To them and their manager").IsVisibleAsync());
        Assert.Empty(page.Complaints);
    }
}
