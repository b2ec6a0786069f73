using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Tests.Peers.Rigs;

namespace ServiceCulture.Tests.Peers.Console;

/// <summary>Programmes, prompt packs, help lines and undelivered messages in the console: the main act of each page, with pictures.</summary>
public sealed class TextsAndRulesTests(Chromium chromium, ConsoleBot started) : IClassFixture<ConsoleBot>
{
    [Theory]
    [InlineData(Screen.Desk, false)]
    [InlineData(Screen.Phone, true)]
    public async Task A_programme_is_added_foreseen_paused_and_let_go_on(Screen screen, bool dark)
    {
        var (mark, console) = await OpenAsync("programmes", screen, dark);
        var name = $"Evening check-in {mark}";
        await console.Button("Add a check-in").ClickAsync();
        await console.SeeAsync("Whom it is for");
        await console.Button("Save").ClickAsync();
        await console.SeeAsync("Please look at this again");
        await console.SoundAsync($"refused {mark}");
        await console.Page.ShootAsync($"console-programmes-form-{mark}");
        await console.Page.GetByLabel("Name").FillAsync(name);
        await PickFirstAsync(console.Page.Locator("#f-pack"));
        await console.Page.Locator("#f-window-from").FillAsync("18:00");
        await console.Page.Locator("#f-window-to").FillAsync("21:30");
        await console.Page.GetByLabel("Start it").CheckAsync();
        await console.Button("Save").ClickAsync();
        await console.SeeAsync($"{name} is running.");
        Assert.Equal((1080, 1290), await started.Host.Read(db => db.Programmes.Where(one => one.Name == name).Select(one => new { one.WindowFrom, one.WindowTo }).SingleAsync()) is var window ? (window.WindowFrom, window.WindowTo) : default);
        await console.Button($"Dry run of {name}").ClickAsync();
        await console.SeeAsync("by the clock of each zone");
        await console.SoundAsync($"dry run {mark}");
        await console.Page.ShootAsync($"console-programmes-dryrun-{mark}");
        await console.Button("Close").First.ClickAsync();
        await console.Button($"Pause {name}").ClickAsync();
        await console.SeeAsync($"{name} is paused");
        Assert.Equal(ProgrammeState.Paused, await StateAsync(name));
        await console.Button("Undo").ClickAsync();
        await console.SeeAsync($"{name} is running.");
        Assert.Equal(ProgrammeState.On, await StateAsync(name));
        await console.Button($"Change {name}").ClickAsync();
        await console.Page.Locator("#f-window-to").FillAsync("20:00");
        await console.Page.GetByLabel("Pause it").CheckAsync();
        await console.Button("Save").ClickAsync();
        await console.SeeAsync($"{name} is paused");
        await console.Button("Undo").ClickAsync();
        await console.SeeAsync($"{name} is running.");
        Assert.Equal((ProgrammeState.On, 1290), (await StateAsync(name), await started.Host.Read(db => db.Programmes.Where(one => one.Name == name).Select(one => one.WindowTo).SingleAsync())));
    }

    [Theory]
    [InlineData(Screen.Desk, true)]
    [InlineData(Screen.Phone, false)]
    public async Task A_prompt_is_changed_looked_at_and_published(Screen screen, bool dark)
    {
        var (mark, console) = await OpenAsync("prompts", screen, dark);
        var prompt = $"What went better than you feared today ({mark})?";
        await console.Page.GetByRole(AriaRole.Button, new() { Name = "Open " }).First.ClickAsync();
        var change = console.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Write a new version|Change the draft") });
        await change.ClickAsync();
        await console.Page.GetByLabel("Prompts, one a line").FillAsync($"{prompt}\nWhat would you tell a friend who said this?");
        await console.Button("Save the draft").ClickAsync();
        await console.SeeAsync("Saved.");
        await console.Page.GetByRole(AriaRole.Button, new() { Name = "Preview version" }).First.ClickAsync();
        await console.SeeAsync("In Teams");
        Assert.Equal(3, await console.Page.Locator(".preview .label").Filter(new() { HasText = prompt }).CountAsync());
        await console.SoundAsync($"preview {mark}");
        await console.Page.ShootAsync($"console-prompts-preview-{mark}");
        await console.Page.GetByRole(AriaRole.Button, new() { Name = "Publish version" }).ClickAsync();
        await console.SeeAsync("is what people see from the next form on");
        Assert.True(await started.Host.Read(async db => (await db.PromptPacks.Where(pack => pack.State == PackState.Published).ToListAsync()).Any(pack => pack.Prompts.Contains(prompt))));
        await console.Button("Undo").ClickAsync();
        await Eventually.SeeAsync(async () => await started.Host.Read(async db => (await db.PromptPacks.Where(pack => pack.State == PackState.Published).ToListAsync()).Any(pack => pack.Prompts.Contains(prompt))) ? null : "back", "the version before");
        await console.Button("Close this message").ClickAsync();
        await console.Page.GetByRole(AriaRole.Button, new() { Name = "Go back to version" }).First.ClickAsync();
        await console.SeeAsync("is what people see from the next form on");
    }

    [Theory]
    [InlineData(Screen.Desk, false)]
    [InlineData(Screen.Phone, true)]
    public async Task A_help_line_is_checked_and_shown(Screen screen, bool dark)
    {
        var (mark, console) = await OpenAsync("help-lines", screen, dark);
        var country = screen == Screen.Desk ? "GB" : "DE";
        await console.Page.Locator("#f-find").FillAsync(country);
        var check = console.Page.Locator("tbody tr").Filter(new() { HasText = $"{country} ·" }).First.GetByRole(AriaRole.Button);
        await check.ClickAsync();
        await console.Page.GetByLabel("Checked on").FillAsync("2026-11-20");
        await console.Button("Save").ClickAsync();
        await console.SeeAsync("is saved, and stays hidden until you confirm it");
        await check.ClickAsync();
        await console.Page.GetByLabel("I have checked the number and the hours").CheckAsync();
        await console.SoundAsync($"line {mark}");
        await console.Page.ShootAsync($"console-help-lines-form-{mark}");
        await console.Button("Save").ClickAsync();
        await console.SeeAsync("is shown from now on to the people of its country");
        Assert.True(await started.Host.Read(db => db.HelpLines.AnyAsync(line => line.Country == country && line.ConfirmedAt != null)));
        await console.Button("Undo").ClickAsync();
        await console.SeeAsync("is saved, and stays hidden until you confirm it");
        Assert.False(await started.Host.Read(db => db.HelpLines.AnyAsync(line => line.Country == country && line.ConfirmedAt != null)));
        await console.Button("Change the words").ClickAsync();
        await console.Page.GetByLabel("Our employee assistance programme").FillAsync("Call 5555, day and night.");
        await console.Button("Save").ClickAsync();
        await console.Page.GetByText("Call 5555, day and night.").WaitForAsync();
        await console.Button("Undo").ClickAsync();
        await console.SeeAsync("None is named, so people are not told of one.");
    }

    [Theory]
    [InlineData(Screen.Desk, true)]
    [InlineData(Screen.Phone, false)]
    public async Task A_message_that_was_given_up_is_put_aside_and_brought_back(Screen screen, bool dark)
    {
        var mark = ConsoleInBrowser.Mark(screen, dark);
        await started.Host.Store.Do(async db =>
        {
            var installation = await db.Installations.Select(one => one.Id).FirstAsync();
            db.Add(new Message { Key = $"kudos/{mark}/posted", InstallationId = installation, PlaceKind = PlaceKind.Channel, PlaceId = "gone", Priority = Priority.Normal, CreatedAt = DateTime.UnixEpoch, Body = "x", Summary = "x", DeadAt = DateTime.UnixEpoch, Attempts = 8, LastError = "channel_not_found" });
            return await db.SaveChangesAsync();
        }, default);
        var (_, console) = await OpenAsync("undelivered", screen, dark);
        await console.SeeAsync("Given up after 8 tries.");
        await console.SoundAsync($"undelivered {mark}");
        await console.Page.ShootAsync($"console-undelivered-some-{mark}");
        await console.Button("Put aside: a conversation").First.ClickAsync();
        await console.SeeAsync("It is put aside.");
        await console.Button("Undo").ClickAsync();
        await console.SeeAsync("It is back.");
    }

    [Theory]
    [InlineData(Screen.Desk, false)]
    [InlineData(Screen.Phone, true)]
    public async Task A_message_that_was_given_up_is_tried_again_taken_back_and_goes_out(Screen screen, bool dark)
    {
        var mark = ConsoleInBrowser.Mark(screen, dark);
        await started.Host.Store.Do(async db =>
        {
            var installation = await db.Installations.Select(one => one.Id).FirstAsync();
            db.Add(new Place { InstallationId = installation, ExternalId = $"again-{mark}", Kind = PlaceKind.Channel, Name = $"Night shift {mark}" });
            db.Add(new Message { Key = $"kudos/again-{mark}/posted", InstallationId = installation, PlaceKind = PlaceKind.Channel, PlaceId = $"again-{mark}", Priority = Priority.Normal, CreatedAt = DateTime.UnixEpoch, Body = "<p>x</p>", Summary = "x", DeadAt = DateTime.UnixEpoch, Attempts = 8, LastError = "not_in_channel" });
            return await db.SaveChangesAsync();
        }, default);
        var (_, console) = await OpenAsync("undelivered", screen, dark);
        var again = console.Button($"Try again: Night shift {mark}");
        await again.ClickAsync();
        await console.SeeAsync("It goes out again in 10 seconds.");
        Assert.Equal(0, await again.CountAsync());
        await console.SoundAsync($"tried again {mark}");
        await console.Page.ShootAsync($"console-undelivered-again-{mark}", wholePage: false);
        await console.Button("Undo").ClickAsync();
        await console.SeeAsync("It is back.");
        await again.ClickAsync();
        await console.SeeAsync("It goes out again in 10 seconds.");
        started.Host.Clock.Advance(LookingAfterUndelivered.Grace);
        await started.Host.Deliver();
        Assert.NotNull(await started.Host.Read(db => db.Messages.Where(message => message.Key == $"kudos/again-{mark}/posted").Select(message => message.SentAt).SingleAsync()));
        await console.Button("Undo").ClickAsync();
        await console.SeeAsync("This message has moved on meanwhile, so nothing was changed.");
        await console.GoToAsync("undelivered");
        Assert.Equal(0, await again.CountAsync());
    }

    async Task<(string Mark, ConsoleInBrowser Console)> OpenAsync(string page, Screen screen, bool dark)
    {
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host, screen, dark);
        await console.GoToAsync(page);
        return (ConsoleInBrowser.Mark(screen, dark), console);
    }

    // Few are radio buttons, many a list.
    static async Task PickFirstAsync(ILocator pack)
    {
        if (await pack.EvaluateAsync<string>("one => one.tagName") == "SELECT")
            await pack.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        else
            await pack.CheckAsync();
    }

    Task<ProgrammeState> StateAsync(string name) => started.Host.Read(db => db.Programmes.Where(one => one.Name == name).Select(one => one.State).SingleAsync());
}
