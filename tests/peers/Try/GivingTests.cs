using Microsoft.Playwright;
using ServiceCulture.Tests.Peers.Rigs;

namespace ServiceCulture.Tests.Peers.Try;

/// <summary>Kudos on the local page, from one person to the other.</summary>
public sealed class GivingTests(Chromium chromium, TryBot started) : IClassFixture<TryBot>
{
    [Fact]
    public async Task Kudos_filled_in_arrive_live_with_the_other_person_and_are_still_there_after_a_reload()
    {
        const string Words = "You stayed with the caller about the double charge until it was sorted, so nobody rang again.";
        var page = await TryPage.OpenAsync(chromium, started.Bot);
        await page.Left.OpenFormAsync();
        await page.Left.PickPersonAsync("Yuki");
        await page.Left.Field("What did they do?").FillAsync(Words);
        await page.Left.TickAsync("Patience");
        await page.Left.TickAsync("A customer thanked them");
        await page.Left.Field("The customer's words").FillAsync("Such a *patient* young man <3");
        await page.Left.PressAsync("Send");

        var received = await page.Right.SeeCardAsync("Mira Solano thanks you for patience.");
        Assert.Contains(Words, await received.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Such a *patient* young man <3", await received.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Yuki Tanabe", await (await page.Left.SeeCardAsync("Your thanks are on their way")).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Left.Form.CountAsync());
        await page.Right.Tab("Front desk").Locator(".count").WaitForAsync();
        await page.Right.GoToAsync("Front desk");
        await page.Right.SeeCardAsync("Mira Solano thanks Yuki Tanabe for patience.");
        await page.SoundAsync("sent");

        await page.ReloadAsync();

        await page.Right.SeeCardAsync(Words);
        Assert.Equal(0, await page.Right.Root.Locator(".count:visible").CountAsync());
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_typed_line_is_given_at_once_and_undo_changes_every_card_in_place()
    {
        const string Words = "explained the new tariff three times until the customer was calm";
        var page = await TryPage.OpenAsync(chromium, started.Bot, "sam", "petra");

        await page.Left.SayAsync($"kudos @Petra #calm {Words}");
        await page.Right.SeeCardAsync(Words);
        await page.Left.GoToAsync("Front desk");
        await page.Left.SeeCardAsync(Words);
        var before = await page.Left.Cards.CountAsync();
        await page.Left.GoToAsync("Direct message");
        await TryPane.PressAsync(await page.Left.SeeCardAsync("Your thanks are on their way"), "Undo");

        await page.Left.SeeCardAsync("These kudos are taken back.");
        await page.Right.SeeCardAsync("Sam Whitlock took these kudos back.");
        Assert.Equal(0, await page.Right.CardSaying(Words).CountAsync());
        await page.Left.GoToAsync("Front desk");
        await page.Left.SeeCardAsync("Sam Whitlock took these kudos back.");
        Assert.Equal(before, await page.Left.Cards.CountAsync());
        Assert.Equal(0, await page.Left.CardSaying(Words).CountAsync());
        await page.SoundAsync("undone");
    }

    [Fact]
    public async Task A_refused_form_keeps_everything_and_the_fault_has_the_focus()
    {
        var page = await TryPage.OpenAsync(chromium, started.Bot);
        await page.Left.OpenFormAsync();
        await page.Left.PickPersonAsync("Yuki");
        await page.Left.Field("What did they do?").FillAsync("Kept calm");
        await page.Left.TickAsync("Empathy");
        await page.Left.TickAsync("A customer thanked them");
        await page.Left.Field("The customer's words").FillAsync("Bless her");
        await page.Left.TickAsync("Private");
        await page.Left.PressAsync("Send");

        await page.Left.Form.Locator(".faults").WaitForAsync();
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.activeElement.matches('.faults')"));
        Assert.Equal("true", await page.Left.Field("What did they do?").GetAttributeAsync("aria-invalid"));
        Assert.Equal("Kept calm", await page.Left.Field("What did they do?").InputValueAsync());
        Assert.Equal("Bless her", await page.Left.Field("The customer's words").InputValueAsync());
        Assert.Contains("Yuki Tanabe", await page.Left.Form.Locator(".chosen").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.Left.Form.GetByLabel("Empathy").IsCheckedAsync());
        Assert.True(await page.Left.Form.GetByLabel("A customer thanked them").IsCheckedAsync());
        Assert.True(await page.Left.Form.GetByLabel("Private", new() { Exact = true }).IsCheckedAsync());
        await page.SoundAsync("refused");

        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("Kept calm", await page.Page.EvaluateAsync<string>("() => document.activeElement.value"));
        await page.Left.Field("What did they do?").FillAsync("Kept calm while the whole hall was shouting, until it was quiet.");
        await page.Left.PressAsync("Send");

        await page.Right.SeeCardAsync("while the whole hall was shouting");
        Assert.Contains("Nobody else sees them.", await (await page.Left.SeeCardAsync("Your thanks are on their way")).InnerTextAsync(), StringComparison.Ordinal);
        await page.Right.GoToAsync("Front desk");
        Assert.Equal(0, await page.Right.CardSaying("while the whole hall").CountAsync());
    }

    [Fact]
    public async Task An_ambiguous_name_asks_which_with_the_words_kept()
    {
        const string Words = "calmed the line down when both systems were away, so no call was lost";
        var page = await TryPage.OpenAsync(chromium, started.Bot, "yuki", "ben-c");

        await page.Left.OpenFormAsync($"kudos @Ben #calm {Words}");

        Assert.Contains("Which “Ben” do you mean: Ben Castellano (Phone line) and Ben Okafor (Front desk)?", await page.Left.Form.Locator(".faults").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.activeElement.matches('.faults')"));
        Assert.Equal(Words, await page.Left.Field("What did they do?").InputValueAsync());
        await page.SoundAsync("ambiguous");
        await page.Left.PickPersonAsync("Ben Cast");
        await page.Left.PressAsync("Send");
        await page.Right.SeeCardAsync(Words);
    }

    [Fact]
    public async Task Edited_words_change_where_they_stand_and_are_marked()
    {
        var page = await TryPage.OpenAsync(chromium, started.Bot, "noor", "ana");
        await page.Left.SayAsync("kudos @Ana took over my late shift without being asked, so I saw my daughter's play");
        await page.Right.SeeCardAsync("took over my late shift");
        var cards = await page.Right.Cards.CountAsync();

        await TryPane.PressAsync(await page.Left.SeeCardAsync("Your thanks are on their way"), "Edit the words");
        await page.Left.Form.WaitForAsync();
        Assert.Equal("took over my late shift without being asked, so I saw my daughter's play", await page.Left.Field("What did they do?").InputValueAsync());
        await page.SoundAsync("editing");
        await page.Left.Field("What did they do?").FillAsync("Swapped shifts with me at an hour's notice, so that I saw my daughter's play.");
        await page.Left.PressAsync("Save");

        var changed = await page.Right.SeeCardAsync("Swapped shifts with me");
        Assert.Contains("Edited", await changed.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(cards, await page.Right.Cards.CountAsync());
        Assert.Equal(0, await page.Right.CardSaying("took over my late shift").CountAsync());
        Assert.Empty(page.Complaints);
    }
}
