using Microsoft.Playwright;
using ServiceCulture.Tests.Peers.Rigs;

namespace ServiceCulture.Tests.Peers.Try;

/// <summary>Pictures of the local page to be looked at, in both widths and both colours; each state is sound.</summary>
public sealed class LooksTests(Chromium chromium, TryBot started) : IClassFixture<TryBot>
{
    [Theory]
    [InlineData(Screen.Desk, false)]
    [InlineData(Screen.Desk, true)]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.Phone, true)]
    public async Task Every_state_is_sound(Screen screen, bool dark)
    {
        var mark = $"{(screen == Screen.Desk ? "1280" : "390")}-{(dark ? "dark" : "light")}";
        var page = await TryPage.OpenAsync(chromium, started.Bot, "mira", "yuki", screen, dark);
        async Task Keep(string state)
        {
            await page.SoundAsync($"{state} {mark}");
            await page.Page.ShootAsync($"try-{state}-{mark}", wholePage: false);
        }

        await Keep("empty");
        await page.Left.OpenFormAsync();
        await Keep("form");
        await page.Left.PickPersonAsync("Yuki");
        await page.Left.TickAsync("Patience");
        await page.Left.Field("What did they do?").FillAsync("Thanks a lot!");
        await page.Left.PressAsync("Send");
        await page.Left.Form.Locator(".faults").WaitForAsync();
        await Keep("refused");
        await page.Left.Form.GetByLabel("Public", new() { Exact = true }).ScrollIntoViewIfNeededAsync();
        await Keep("refused-lower");
        await page.Left.Field("What did they do?").FillAsync($"Stayed with the caller about the double charge ({mark}) until it was sorted, so nobody had to ring again.");
        await page.Left.PressAsync("Send");
        await page.Left.SeeCardAsync("Your thanks are on their way");
        await Keep("sent");
        await page.Left.SayAsync("mykudos");
        await page.Left.SeeCardAsync("In the last 90 days");
        await Keep("mykudos");
        await page.Left.SayAsync("values");
        await page.Left.SeeCardAsync("Our values");
        await Keep("values");
        await page.Left.SayAsync("help");
        await page.Left.SeeCardAsync("What I can do for you");
        await Keep("help");
        if (screen == Screen.Phone)
        {
            await page.TurnToAsync(1);
            await page.Right.SeeCardAsync(mark);
            await Keep("received");
        }
        await page.Right.GoToAsync("Front desk");
        await page.Right.SeeCardAsync(mark);
        await Keep("channel");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(320)]
    public async Task On_a_phone_one_pane_is_shown_and_the_other_says_that_something_came(int width)
    {
        var page = await TryPage.OpenAsync(chromium, started.Bot, "omar", "noor", Screen.Phone);
        await page.Page.SetViewportSizeAsync(width, 844);
        Assert.True(await page.Left.Root.IsVisibleAsync());
        Assert.False(await page.Right.Root.IsVisibleAsync());
        await page.SoundAsync($"empty at {width}");
        await page.Page.ShootAsync($"try-empty-{width}", wholePage: false);

        await page.Left.OpenFormAsync();
        await page.SoundAsync($"form at {width}");
        await page.Page.ShootAsync($"try-form-{width}", wholePage: false);
        await page.Left.PickPersonAsync("Noor");
        await page.Left.Field("What did they do?").FillAsync($"Kept {width} callers posted while the line was down, so that nobody hung up.");
        await page.Left.PressAsync("Send");
        await page.Page.Locator(".switch button").Nth(1).Locator(".dot").WaitForAsync();
        await page.SoundAsync($"sent at {width}");
        await page.Page.ShootAsync($"try-sent-{width}", wholePage: false);
        await page.TurnToAsync(1);

        await page.Right.SeeCardAsync($"Kept {width} callers");
        Assert.False(await page.Left.Root.IsVisibleAsync());
        Assert.Equal(0, await page.Page.Locator(".switch button").Nth(1).Locator(".dot:visible").CountAsync());
        await page.SoundAsync($"received at {width}");
    }

    /// <summary>The picture in README.md. It is drawn anew only with UPDATE_PICTURES=1, so that it changes when we mean it to.</summary>
    [Fact]
    public async Task The_two_panes_make_a_picture_for_the_readme()
    {
        var page = await TryPage.OpenAsync(chromium, started.Bot, "ben", "sam");
        await page.Left.SayAsync("kudos @Sam #patience stayed with the caller about the double charge until it was sorted, so nobody had to ring again");
        await page.Right.SeeCardAsync("stayed with the caller");
        await page.Left.SeeCardAsync("Your thanks are on their way");
        await page.Right.SayAsync("mykudos");
        await page.Right.SeeCardAsync("In the last 90 days");
        await page.Left.SayAsync("values patience");
        await page.Left.SeeCardAsync("What it looks like");
        await page.Left.Box.BlurAsync();
        await page.Right.Box.BlurAsync();
        await page.Left.Talk.EvaluateAsync("talk => talk.scrollTop = 0");
        await page.Right.Talk.EvaluateAsync("talk => talk.scrollTop = 0");

        var picture = await page.Page.ShootAsync("try-picture", wholePage: false);

        Assert.InRange(new FileInfo(picture).Length, 20_000, 300_000);
        if (Environment.GetEnvironmentVariable("UPDATE_PICTURES") != "1") return;
        var kept = Directory.CreateDirectory(Path.Combine(Places.Repository, "docs", "images")).FullName;
        File.Copy(picture, Path.Combine(kept, "try.png"), overwrite: true);
    }
}
