using Microsoft.Playwright;
using ServiceCulture.Tests.Peers.Rigs;

namespace ServiceCulture.Tests.Peers.Try;

/// <summary>A check-in by oneself on the local page: a step, a thought swapped, and one's own days; with pictures to be looked at.</summary>
public sealed class CheckInTests(Chromium chromium, TryBot started) : IClassFixture<TryBot>
{
    [Theory]
    [InlineData(Screen.Desk, false, "noor")]
    [InlineData(Screen.Phone, true, "leo")]
    public async Task A_step_is_pressed_a_thought_swapped_and_both_are_seen_in_ones_own_days(Screen screen, bool dark, string person)
    {
        var mark = $"{(screen == Screen.Desk ? "1280" : "390")}-{(dark ? "dark" : "light")}";
        var page = await TryPage.OpenAsync(chromium, started.Bot, person, "yuki", screen, dark);
        async Task Keep(string state)
        {
            await page.SoundAsync($"{state} {mark}");
            await page.Page.ShootAsync($"checkin-{state}-{mark}", wholePage: false);
        }

        await page.Left.SayAsync("checkin");
        var invitation = await page.Left.SeeCardAsync("Until you say yes I ask nothing");
        await Keep("invitation");
        await TryPane.PressAsync(invitation, "I come myself");
        await page.Left.SeeCardAsync("is there whenever you like");
        await page.Left.SayAsync("checkin");
        var question = await page.Left.SeeCardAsync("How steady do you feel right now?");
        await Keep("question");
        await TryPane.PressAsync(question, "A bit shaky");
        var done = await page.Left.SeeCardAsync("Thank you for taking the moment");
        Assert.DoesNotContain("shaky", await done.InnerTextAsync());
        await Keep("done");

        await TryPane.PressAsync(done, "A thought to sort out");
        await page.Left.Field("What are you telling yourself right now?").FillAsync("I always ruin every call and they must all think I am useless.");
        await Keep("thought");
        await page.Left.PressAsync("Next");
        await page.Left.Form.GetByText("Does one of these fit?").WaitForAsync();
        await Keep("pattern");
        await page.Left.TickAsync("None of these");
        await page.Left.PressAsync("Next");
        await page.Left.Form.GetByText("What could you tell yourself instead?").WaitForAsync();
        await Keep("swap");
        await page.Left.Field("Or in your own words").FillAsync("This one call went badly.");
        await page.Left.PressAsync("Keep it");
        await page.Left.Form.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await Keep("kept");

        await page.Left.OpenFormAsync("myday");
        await page.Left.Form.GetByText("How steady, day by day").WaitForAsync();
        await Keep("myday");
        await page.Left.TickAsync("I always ruin");
        await page.Left.PressAsync("Show");
        await page.Left.Form.GetByText("The other thought").WaitForAsync();
        await Keep("edit");
        await page.Left.PressAsync("Cancel");
        await TryPane.PressAsync(await page.Left.SeeCardAsync("Thank you for taking the moment"), "Get help now");
        await page.Left.Form.GetByText("findahelpline.com").WaitForAsync();
        await Keep("help");
    }
}
