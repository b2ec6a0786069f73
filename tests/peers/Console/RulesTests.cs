using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.HrConsole;
using ServiceCulture.Bot.HrConsole.Forms;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Rough;
using ServiceCulture.Tests.Peers.Rigs;

namespace ServiceCulture.Tests.Peers.Console;

/// <summary>What HR sets in the console: policies, switches, values; each done, refused at its field, and undone.</summary>
public sealed class RulesTests(Chromium chromium, ConsoleBot started) : IClassFixture<ConsoleBot>
{
    [Fact]
    public async Task A_policy_is_refused_at_its_field_saved_and_undone()
    {
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host);
        await console.GoToAsync("policies");
        var limit = console.Field("Kudos a person may give a day");
        await limit.FillAsync("lots");
        await console.Button("Save").ClickAsync();
        await console.SeeAsync("A whole number from 0 to 1000, please.");
        Assert.Equal("lots", await limit.InputValueAsync());
        await console.BothWidthsAsync("policies-refused");
        await limit.FillAsync("7");
        await limit.PressAsync("Enter");
        await console.SeeAsync("Saved: Kudos a person may give a day.");
        Assert.Equal("7", await started.Host.Read(db => db.Policies.Where(one => one.Key == "kudos.daily-limit").Select(one => one.Value).SingleAsync()));
        await console.SoundAsync("saved");
        await console.Page.ShootAsync("console-policies-saved", wholePage: false);
        await console.Button("Undo").ClickAsync();
        await console.SeeAsync("As it was: Kudos a person may give a day.");
        await Assertions.Expect(limit).ToHaveValueAsync("10");
    }

    [Fact]
    public async Task A_feature_is_switched_off_at_a_site_and_undone()
    {
        await started.ChangeAsync("Mira Solano", mira => mira.Site = "Kiel");
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host);
        await console.GoToAsync("features");
        var kudos = console.Page.GetByRole(AriaRole.Switch, new() { Name = "Kudos at Kiel" });
        await kudos.FocusAsync();
        await kudos.PressAsync("Space");
        await console.SeeAsync("Kudos is off at Kiel.");
        Assert.Equal("false", await kudos.GetAttributeAsync("aria-checked"));
        await console.SoundAsync("off");
        foreach (var (width, name) in new[] { (1280, "1280"), (390, "390") })
        {
            await console.Page.SetViewportSizeAsync(width, 844);
            await console.Page.ShootAsync($"console-features-off-{name}", wholePage: false);
            await console.SoundAsync($"off at {name}");
        }
        await console.Button("Undo").ClickAsync();
        await console.SeeAsync("As it was");
        Assert.Equal(0, await started.Host.Read(db => db.SwitchedOff.CountAsync()));
    }

    [Fact]
    public async Task A_value_is_added_edited_archived_and_restored()
    {
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host);
        await console.GoToAsync("values");
        await console.Button("Add a value").ClickAsync();
        await console.Field("Name").FillAsync("Patience");
        await console.Button("Save").ClickAsync();
        await console.SeeAsync("That already means Patience.");
        await console.BothWidthsAsync("values-refused");
        await console.Field("Name").FillAsync("Courage");
        await console.Field("Picture").FillAsync("🦁");
        await console.Field("What it means").FillAsync("Saying what has to be said.");
        await console.Field("What one can see").FillAsync("Says no kindly\nAsks for help early");
        await console.Field("Words for it").FillAsync("brave, bold");
        await console.Button("Save").ClickAsync();
        await console.SeeAsync("Saved: Courage.");
        await console.Button("Edit Courage").ClickAsync();
        await console.Field("What it means").FillAsync("Something else altogether.");
        await console.Button("Save").ClickAsync();
        await console.SeeAsync("Something else altogether.");
        await console.Button("Undo").ClickAsync();
        await console.SeeAsync("As it was before.");
        await console.SeeAsync("Saying what has to be said.");
        await console.Button("Archive Courage").ClickAsync();
        await console.SeeAsync("Courage is archived.");
        await console.BothWidthsAsync("values-archived");
        await console.Button("Restore Courage").ClickAsync();
        await console.SeeAsync("Courage is back.");
        await console.Button("Edit Courage").ClickAsync();
        Assert.Equal("Saying what has to be said.", await console.Field("What it means").InputValueAsync());
        await console.Button("Cancel").ClickAsync();
        Assert.Null(await started.Host.Read(db => db.Values.Where(one => one.Id == "courage").Select(one => one.ArchivedAt).SingleAsync()));
    }

    [Fact]
    public async Task The_works_council_reads_the_rules_and_can_change_none()
    {
        await started.ChangeAsync("Grace Mbeki", grace => grace.Roles = Roles.WorksCouncil);
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host, person: "grace");
        await console.GoToAsync("policies");
        Assert.Equal(0, await console.Page.Locator("main input, main select, main textarea").CountAsync());
        await console.SoundAsync("read only");
        await console.Page.ShootAsync("console-policies-read-only");
    }

    [Fact]
    public async Task How_it_works_holds_every_text_and_is_printed_without_the_menu()
    {
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host, person: "walter");
        await console.GoToAsync("how-it-works");
        var main = await console.Page.Locator("main").InnerTextAsync();
        foreach (var prompt in (await started.Host.Read(db => db.PromptPacks.Where(pack => pack.State == PackState.Published).ToListAsync())).SelectMany(pack => pack.Prompts))
            Assert.Contains(prompt, main, StringComparison.Ordinal);
        foreach (var value in await started.Host.Read(db => db.Values.Where(value => value.ForKudos && value.ArchivedAt == null).ToListAsync()))
            Assert.Contains(value.Meaning, main, StringComparison.Ordinal);
        foreach (var phrase in await started.Host.Read(db => db.Phrases.Where(phrase => phrase.TeamId == null && phrase.ArchivedAt == null).ToListAsync()))
            Assert.Contains(phrase.Words, main, StringComparison.Ordinal);
        foreach (var words in (string[])["Until you say yes I ask nothing", "How steady do you feel right now?", "Whatever brought you here, you don't have to carry it alone", "It is over. It was one call", "You look after customers; I help you look after each other", "The sentence knows only perfect or worthless", "Type erase to confirm"])
            Assert.Contains(words, main, StringComparison.Ordinal);
        await console.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await console.Page.Locator("#menu").IsVisibleAsync());
        Assert.False(await console.Button("Print").IsVisibleAsync());
        await console.Page.ShootAsync("console-how-it-works-print");
    }

    [Fact]
    public async Task No_page_shows_the_works_council_a_person_or_anybody_words_that_are_not_theirs()
    {
        const string Canary = "Zanzibar-7391";
        await started.Host.Store.Do(async db =>
        {
            var (mira, ben) = (await db.Members.SingleAsync(one => one.Name == "Mira Solano"), await db.Members.SingleAsync(one => one.Name == "Ben Okafor"));
            var kudos = new KudosGiven { FromId = mira.Id, Words = $"between us two: {Canary}", Audience = KudosAudience.Receivers, At = started.Host.Clock.Now.UtcDateTime };
            db.AddRange(kudos, new KudosReceipt { KudosId = kudos.Id, ToId = ben.Id, At = kudos.At },
                new Question { AskerId = mira.Id, Words = $"May {Canary} be refunded?", AskedAt = started.Host.Clock.Now.UtcDateTime, State = QuestionState.Triage });
            return await db.SaveChangesAsync();
        }, default);
        await KeepsForThemselvesAsync("Mira Solano", Canary);
        var names = await started.Host.Read(db => db.Members.Where(one => one.Name != "Walter Brandt").Select(one => one.Name).ToListAsync());
        foreach (var person in (string[])["walter", "ines", "olga"])
        {
            var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host, person: person);
            foreach (var page in ConsolePages.All)
            {
                await console.Page.GotoAsync(new Uri(new Uri(console.Page.Url), $"/console/{page.Path}").ToString());
                if (await console.Page.Locator(".frame").CountAsync() > 0)
                    await console.LiveAsync();
                var words = await console.Page.Locator("body").InnerTextAsync();
                Assert.DoesNotContain(Canary, words, StringComparison.Ordinal);
                if (person == "walter")
                    Assert.Empty(names.Where(name => words.Contains(name, StringComparison.Ordinal)).Select(name => $"{page.Path}: {name}"));
            }
        }
    }

    // A thought that is sorted out, and one that is parked.
    async Task KeepsForThemselvesAsync(string name, string canary)
    {
        var id = await started.Host.Read(db => db.Members.Where(one => one.Name == name).Select(one => one.Id).SingleAsync());
        var who = (await started.Host.Services.GetRequiredService<Register>().Member(id, default))!;
        var forms = ActivatorUtilities.CreateInstance<ChatForms>(started.Host.Services);
        foreach (var (form, field) in new[] { (SortThought.Id, SortThought.WordsField), (ParkThought.Id, ParkThought.WordsField) })
            await forms.Submit(who, new Ref(form), new Dictionary<string, IReadOnlyList<string>> { [field] = [$"I always ruin every call, {canary}"] }, default);
        Assert.Equal(2, await started.Host.Read(db => db.Thoughts.CountAsync(one => one.MemberId == id)));
    }
}
