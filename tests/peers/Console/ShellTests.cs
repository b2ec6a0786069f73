using Microsoft.Playwright;
using ServiceCulture.Bot.Data;
using ServiceCulture.Tests.Peers.Rigs;

namespace ServiceCulture.Tests.Peers.Console;

/// <summary>The console's frame: the menu on a phone, the keyboard, the colours, and the end of a session.</summary>
public sealed class ShellTests(Chromium chromium, ConsoleBot started) : IClassFixture<ConsoleBot>
{
    [Fact]
    public async Task On_a_phone_the_menu_is_folded_and_leads_on()
    {
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host, Screen.Phone);
        var menu = console.Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" });
        Assert.False(await menu.IsVisibleAsync());
        await console.Button("Menu").ClickAsync();
        await menu.WaitForAsync();
        await console.SoundAsync("menu");
        await console.Page.ShootAsync("console-menu-390", wholePage: false);
        await menu.GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await menu.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await console.Page.GetByRole(AriaRole.Heading, new() { Name = "Settings", Level = 1 }).WaitForAsync();
        await console.Button("Menu").ClickAsync();
        await console.Page.Keyboard.PressAsync("Escape");
        await menu.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_and_the_colours_stay_as_they_were_chosen()
    {
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host);
        await console.Page.Keyboard.PressAsync("Tab");
        await console.Page.Keyboard.PressAsync("Enter");
        Assert.True(await console.Page.EvaluateAsync<bool>("() => document.activeElement.matches('main')"));
        await console.Page.Locator(".theme label").Filter(new() { HasText = "Dark" }).ClickAsync();
        await console.Page.ReloadAsync();
        await console.LiveAsync();
        Assert.Equal("dark", await console.Page.EvaluateAsync<string>("() => document.documentElement.dataset.theme"));
        Assert.True(await console.Page.GetByLabel("Dark").IsCheckedAsync());
    }

    [Fact]
    public async Task An_open_page_is_left_soon_after_the_role_is_gone()
    {
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host);
        await started.ChangeAsync("Ines Moreau", ines => ines.Roles = Roles.None);
        try
        {
            await console.Page.GetByText("Your session is over").WaitForAsync(new() { Timeout = 20_000 });
            await console.SoundAsync("over");
            await console.Page.ShootAsync("console-over");
        }
        finally
        {
            await started.ChangeAsync("Ines Moreau", ines => ines.Roles = Roles.Hr);
        }
    }

    [Fact]
    public async Task An_open_page_is_closed_to_whom_it_is_no_longer_for()
    {
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host);
        await console.GoToAsync("kudos");
        await started.ChangeAsync("Ines Moreau", ines => ines.Roles = Roles.WorksCouncil);
        try
        {
            await console.Page.GetByText("This page is not for you").WaitForAsync(new() { Timeout = 20_000 });
        }
        finally
        {
            await started.ChangeAsync("Ines Moreau", ines => ines.Roles = Roles.Hr);
        }
    }

    [Fact]
    public async Task Who_signs_out_is_out_and_finds_the_way_back_in()
    {
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host);
        await console.Button("Sign out").ClickAsync();
        await console.SeeAsync("Sign in to the console");
        await console.SoundAsync("signed out");
        await console.Page.ShootAsync("console-signed-out");
        await console.Button("Ines Moreau").ClickAsync();
        await console.LiveAsync();
    }

    [Fact]
    public async Task An_address_that_is_none_says_so_with_the_menu_beside_it()
    {
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host);
        await console.Page.EvaluateAsync("() => Blazor.navigateTo('no-such-page')");
        await console.SeeAsync("This page does not exist");
        await console.SoundAsync("not found");
    }
}
