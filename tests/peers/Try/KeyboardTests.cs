using ServiceCulture.Tests.Peers.Rigs;

namespace ServiceCulture.Tests.Peers.Try;

/// <summary>The local page without a mouse.</summary>
public sealed class KeyboardTests(Chromium chromium, TryBot started) : IClassFixture<TryBot>
{
    [Fact]
    public async Task Kudos_are_given_read_and_taken_back_with_the_keyboard_alone()
    {
        const string Words = "Walked a new colleague through the refund, step by step, until she could do it alone.";
        var page = await TryPage.OpenAsync(chromium, started.Bot);
        var keys = page.Page.Keyboard;

        await TabToAsync(page, ".composer textarea", "the line");
        await keys.TypeAsync("kudos");
        await keys.PressAsync("Enter");
        await page.Left.Form.WaitForAsync();
        await keys.TypeAsync("Yuk");
        await page.Left.Form.GetByRole(Microsoft.Playwright.AriaRole.Option).First.WaitForAsync();
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        Assert.Contains("Yuki Tanabe", await page.Left.Form.Locator(".chosen").InnerTextAsync(), StringComparison.Ordinal);
        await TabToAsync(page, "textarea[name=words]", "the words");
        await keys.TypeAsync(Words);
        await TabToAsync(page, "input[name=values]", "the values");
        await keys.PressAsync("Space");
        await TabToAsync(page, "input[name=audience]", "who may see it");
        await keys.PressAsync("ArrowDown");
        await TabToAsync(page, "button[type=submit].primary", "Send");
        await keys.PressAsync("Enter");

        await page.Right.SeeCardAsync(Words);
        await page.Left.SeeCardAsync("Nobody else sees them.");
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.activeElement.matches('.pane:first-child .composer textarea')"));
        await TabToAsync(page, "button[data-do='kudos.undo']", "Undo", backwards: true);
        await keys.PressAsync("Enter");
        await page.Right.SeeCardAsync("Mira Solano took these kudos back.");
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.activeElement.matches('article.card')"));

        await TabToAsync(page, "[role=tab]", "the conversations", backwards: true);
        await keys.PressAsync("ArrowRight");
        Assert.Equal("Front desk", await page.Left.Root.Locator("[role=tab][aria-selected=true]").InnerTextAsync());
        await TabToAsync(page, ".composer textarea", "the line of the channel");
        await keys.TypeAsync("/");
        await page.Left.Root.Locator(".offers [role=option]").First.WaitForAsync();
        await page.SoundAsync("offers");
        await keys.PressAsync("Escape");
        Assert.Equal(0, await page.Left.Root.Locator(".offers [role=option]").CountAsync());
    }

    [Fact]
    public async Task Escape_closes_a_form_and_what_was_typed_can_be_brought_back()
    {
        var page = await TryPage.OpenAsync(chromium, started.Bot);
        await page.Left.OpenFormAsync();
        await page.Left.Field("What did they do?").FillAsync("Half a thought");

        await page.Page.Keyboard.PressAsync("Escape");
        await page.Left.Talk.GetByText("Form closed, nothing was sent.").WaitForAsync();
        await page.SoundAsync("closed");
        await page.Left.Talk.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Bring it back" }).PressAsync("Enter");

        Assert.Equal("Half a thought", await page.Left.Field("What did they do?").InputValueAsync());
    }

    /// <summary>Tab, as often as it takes, but no more than a person would bear.</summary>
    static async Task TabToAsync(TryPage page, string selector, string what, bool backwards = false)
    {
        for (var presses = 0; presses < 40; presses++)
        {
            await page.Page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
            if (await page.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) return;
        }
        Assert.Fail($"Tab does not reach {what} ({selector}).");
    }
}
