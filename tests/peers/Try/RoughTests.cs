using Microsoft.Playwright;
using ServiceCulture.Tests.Peers.Rigs;

namespace ServiceCulture.Tests.Peers.Try;

/// <summary>A rough moment on the local page: two lines, and from there a phrase, a parked thought and five minutes of a colleague; with pictures to be looked at.</summary>
public sealed class RoughTests(Chromium chromium, TryBot started) : IClassFixture<TryBot>
{
    [Theory]
    [InlineData(Screen.Desk, false, "ana", "omar", "Omar Haddad")]
    [InlineData(Screen.Desk, true, "ben-c", "noor", "Noor van Dijk")]
    [InlineData(Screen.Phone, false, "tomasz", "leo", "Leo Fontaine")]
    [InlineData(Screen.Phone, true, "sam", "ben", "Ben Okafor")]
    public async Task Two_lines_are_enough_and_there_is_more_for_who_wants_it(Screen screen, bool dark, string person, string colleague, string name)
    {
        var mark = $"{(screen == Screen.Desk ? "1280" : "390")}-{(dark ? "dark" : "light")}";
        var page = await TryPage.OpenAsync(chromium, started.Bot, person, colleague, screen, dark);
        async Task Keep(string state)
        {
            await page.SoundAsync($"{state} {mark}");
            await page.Page.ShootAsync($"rough-{state}-{mark}", wholePage: false);
        }

        await page.Left.OpenFormAsync("rough");
        await page.Left.Form.GetByText("Nothing of it is kept or counted").WaitForAsync();
        await Keep("first");
        await page.Left.TickAsync("Find words for the customer");
        await page.Left.PressAsync("Next");
        await page.Left.Form.GetByText("What is the situation?").WaitForAsync();
        await page.Left.TickAsync("Fury");
        await page.Left.PressAsync("Show");
        await page.Left.Form.GetByText("Let me say back what I've heard").WaitForAsync();
        await Keep("phrases");
        await page.Left.PressAsync("Cancel");
        await page.Left.Form.WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await page.Left.OpenFormAsync("rough after");
        await page.Left.TickAsync("Park a thought until my shift ends");
        await page.Left.PressAsync("Next");
        await page.Left.Field("What should wait?").FillAsync("He will ring again and I will freeze.");
        await Keep("park");
        await page.Left.PressAsync("Park it");
        await page.Left.Form.GetByText("It waits, and you needn't carry it meanwhile.").WaitForAsync();
        await Keep("parked");
        await page.Left.PressAsync("Close");
        await page.Left.Form.WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await page.Left.OpenFormAsync("rough");
        await page.Left.TickAsync("Ask someone for five minutes");
        await page.Left.PressAsync("Next");
        await page.Left.Form.GetByText("Whom would you like to ask?").WaitForAsync();
        await page.Left.PickPersonAsync(name);
        await Keep("ask");
        await page.Left.PressAsync("Ask");
        await page.Left.Form.GetByText($"I have asked {name}").WaitForAsync();
        await page.Left.PressAsync("Close");
        await page.Left.SeeCardAsync("I tell you here what they say");
        if (screen == Screen.Phone)
            await page.TurnToAsync(1);
        var request = await page.Right.SeeCardAsync("Nothing else was shared");
        await Keep("request");
        await TryPane.PressAsync(request, "I'm coming");
        await page.Right.SeeCardAsync("they know it");
        if (screen == Screen.Phone)
            await page.TurnToAsync(0);
        await page.Left.SeeCardAsync("has five minutes for you and is coming");
        await Keep("coming");

        await page.Left.SayAsync("phrases");
        await TryPane.PressAsync(await page.Left.SeeCardAsync("What is the situation?"), "Our mistake");
        await page.Left.SeeCardAsync("That was our mistake, and I'm sorry.");
        await Keep("phrase-bank");
    }
}
