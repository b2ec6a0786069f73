using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ServiceCulture.Bot.Data;
using ServiceCulture.Tests.Peers.Rigs;

namespace ServiceCulture.Tests.Peers.Console;

/// <summary>People and the audit log in Chromium: find somebody, give roles, import with a look before, erase, read the log.</summary>
public sealed class PeopleTests(Chromium chromium, ConsoleBot started) : IClassFixture<ConsoleBot>
{
    [Theory]
    [InlineData(Screen.Desk)]
    [InlineData(Screen.Phone)]
    public async Task HR_finds_somebody_gives_a_role_takes_it_back_and_the_log_says_so(Screen screen)
    {
        var mark = ConsoleInBrowser.Mark(screen, dark: false);
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host, screen);
        await console.GoToAsync("people");
        await console.Field("Name or e-mail").FillAsync("okaf");
        await console.Button("Search").ClickAsync();
        await console.SeeAsync("One person");
        await console.Page.GetByRole(AriaRole.Link, new() { Name = "Ben Okafor" }).ClickAsync();
        await console.SeeAsync("ben@demo.example");
        await console.SoundAsync("person");
        await console.Page.ShootAsync($"console-person-{mark}");
        await console.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Expert" }).CheckAsync();
        await console.Button("Save roles").ClickAsync();
        await console.SeeAsync("The roles of Ben Okafor are changed");
        Assert.Equal(Roles.Expert, await RolesOf("Ben Okafor"));
        await console.Button("Undo").ClickAsync();
        await Assertions.Expect(console.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Expert" })).Not.ToBeCheckedAsync();
        await console.Page.GetByRole(AriaRole.Link, new() { Name = "What was done with their data" }).ClickAsync();
        await console.Page.GetByRole(AriaRole.Cell, new() { Name = "people.roles" }).First.WaitForAsync();
        await console.SoundAsync("audit");
        await console.Page.ShootAsync($"console-audit-filled-{mark}");
        Assert.Equal(Roles.None, await RolesOf("Ben Okafor"));
    }

    [Theory]
    [InlineData(Screen.Desk, true)]
    [InlineData(Screen.Phone, false)]
    public async Task The_log_is_filtered_and_what_is_seen_is_exported(Screen screen, bool dark)
    {
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host, screen, dark);
        await console.GoToAsync("audit");
        await console.Field("By whom").FillAsync("ben");
        await console.Button("Show").ClickAsync();
        await console.SeeAsync("More than one person is meant by this");
        await console.SoundAsync("refused");
        await console.Page.ShootAsync($"console-audit-refused-{ConsoleInBrowser.Mark(screen, dark)}");
        await console.Field("By whom").FillAsync("ines moreau");
        await console.Field("What was done").SelectOptionAsync("console.sign-in");
        await console.Field("From (UTC)").FillAsync("2026-11-01");
        await console.Button("Show").ClickAsync();
        await console.Button("Take out Ines Moreau").WaitForAsync();
        await console.Page.GetByRole(AriaRole.Cell, new() { Name = "console.sign-in" }).First.WaitForAsync();
        await console.SoundAsync("filtered");
        await console.Page.ShootAsync($"console-audit-filter-{ConsoleInBrowser.Mark(screen, dark)}");
        var coming = console.Page.WaitForDownloadAsync();
        await console.Page.GetByRole(AriaRole.Link, new() { Name = "Export as CSV" }).ClickAsync();
        var lines = (await File.ReadAllTextAsync((await (await coming).PathAsync())!)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length > 1);
        Assert.All(lines[1..], line => Assert.Contains(",console.sign-in,Ines Moreau,", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Screen.Desk)]
    [InlineData(Screen.Phone)]
    public async Task A_file_is_looked_at_its_faults_are_named_and_a_good_one_is_imported(Screen screen)
    {
        var mark = ConsoleInBrowser.Mark(screen, dark: false);
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host, screen);
        await console.GoToAsync("people/import");
        await Choose(console, "email,name,zone\nzoe@demo.example,Zoe Lund,Mars/Base\nbroken,Nobody,\n");
        await console.SeeAsync("2 faults: nothing was changed");
        await console.SoundAsync("faults");
        await console.Page.ShootAsync($"console-import-faults-{mark}");
        await Choose(console, $"email,name,team\nzoe-{mark}@demo.example,Zoe Lund {mark},Front desk\n");
        await console.SeeAsync("This would change");
        await console.SeeAsync("1 new, 0 changed");
        await console.Page.ShootAsync($"console-import-dry-{mark}");
        await console.Button("Import people.csv").ClickAsync();
        await console.SeeAsync("people.csv is imported");
        await console.SoundAsync("imported");
        var email = $"zoe-{mark}@demo.example".ToLowerInvariant();
        Assert.True(await started.Host.Read(db => db.Members.AnyAsync(one => one.Email == email)));
    }

    [Theory]
    [InlineData(Screen.Desk)]
    [InlineData(Screen.Phone)]
    public async Task A_file_of_shifts_is_looked_at_its_fault_is_named_and_a_good_one_is_imported(Screen screen)
    {
        var (mark, person) = (ConsoleInBrowser.Mark(screen, dark: false), screen == Screen.Desk ? "sam" : "noor");
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host, screen);
        await console.GoToAsync("people/import");
        await console.Page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^Shifts and absences") }).CheckAsync();
        await Choose(console, $"person,start,end\n{person}@demo.example,2026-11-30 09:00,2026-11-30 17:00\n{person}@demo.example,2026-11-30 12:00,2026-11-30 20:00\n", "shifts.csv");
        await console.SeeAsync("One fault: nothing was changed");
        await console.SeeAsync("has two shifts at once");
        await console.SoundAsync("a fault in the shifts");
        await Choose(console, $"person,start,end,absence\n{person}@demo.example,2026-11-30 09:00,2026-11-30 17:00,\n{person}@demo.example,2026-12-01 00:00,2026-12-03 00:00,yes\n", "shifts.csv");
        await console.SeeAsync("1 shift and 1 absence of 1 person");
        await console.SoundAsync("shifts looked at");
        await console.Page.ShootAsync($"console-import-shifts-{mark}");
        await console.Button("Import shifts.csv").ClickAsync();
        await console.SeeAsync("shifts.csv is imported");
        var email = $"{person}@demo.example";
        Assert.Equal([false, true], await started.Host.Read(db => db.Shifts.Where(shift => db.Members.Any(one => one.Id == shift.MemberId && one.Email == email)).OrderBy(shift => shift.Start).Select(shift => shift.IsAbsence).ToListAsync()));
    }

    [Fact]
    public async Task A_file_of_holidays_is_looked_at_its_fault_is_named_and_a_good_one_is_imported()
    {
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host);
        await console.GoToAsync("people/import");
        await console.Page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^Holidays") }).CheckAsync();
        await Choose(console, "country,day,name\nUK,2027-01-01,New Year\n", "holidays.csv");
        await console.SeeAsync("did you mean GB?");
        await Choose(console, "country,day,name\nGB,2027-01-01,New Year\n", "holidays.csv");
        await console.SeeAsync("1 holiday of 1 country");
        await console.SoundAsync("holidays looked at");
        await console.Button("Import holidays.csv").ClickAsync();
        await console.SeeAsync("holidays.csv is imported");
        Assert.Equal("New Year", await started.Host.Read(db => db.Holidays.Where(one => one.Country == "GB").Select(one => one.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_long_file_shows_how_far_it_has_come()
    {
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host);
        await console.GoToAsync("people/import");
        await console.Page.EvaluateAsync("""
            () => { window.told = []; new MutationObserver(() => { const shown = document.querySelector('label[for=import-progress]'); if (shown) window.told.push(shown.innerText); }).observe(document.querySelector('main'), { childList: true, subtree: true, characterData: true }); }
            """);
        await Choose(console, "email,name\n" + string.Concat(Enumerable.Range(0, 3000).Select(n => $"many{n}@demo.example,Person {n}\n")));
        await console.SeeAsync("3000 new");
        // Which of its steps the page has time to draw is the machine's affair.
        Assert.Contains(await console.Page.EvaluateAsync<string[]>("() => window.told"), one => one.StartsWith("Reading: ", StringComparison.Ordinal) && one.EndsWith(" of 3,000 lines", StringComparison.Ordinal));
        Assert.Equal(0, await console.Page.Locator("#import-progress").CountAsync());
    }

    [Fact]
    public async Task Erasing_takes_the_word_and_a_deputy_a_person()
    {
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host);
        var tomasz = await started.Host.Read(db => db.Members.SingleAsync(one => one.Name == "Tomasz Zielony"));
        await console.GoToAsync($"people/{tomasz.Id}");
        await console.Field("Who stands in").FillAsync("Nobody Known");
        await console.Button("Save deputy").ClickAsync();
        await console.SeeAsync("Nobody is found by this name");
        await console.Field("Who stands in").FillAsync("leo@demo");
        await console.Button("Save deputy").ClickAsync();
        await console.SeeAsync("Leo Fontaine stands in for them while they are away");
        await console.Button("Undo").ClickAsync();
        await console.SeeAsync("Nobody stands in for them with their teams.");
        await console.Button("Erase their data").ClickAsync();
        await console.Page.Locator("#f-erase-word").FillAsync("yes");
        await console.Button("Erase for good").ClickAsync();
        await console.SeeAsync("This is not the word");
        await console.BothWidthsAsync("erase");
        await console.Page.Locator("#f-erase-word").FillAsync("erase");
        await console.Button("Erase for good").ClickAsync();
        await console.SeeAsync("Erased. They can see that it was you.");
        Assert.NotNull((await started.Host.Read(db => db.Members.SingleAsync(one => one.Id == tomasz.Id))).ErasedAt);
    }

    static Task Choose(ConsoleInBrowser console, string file, string name = "people.csv") => console.Page.Locator("#import-file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(file) });

    Task<Roles> RolesOf(string name) => started.Host.Read(db => db.Members.Where(one => one.Name == name).Select(one => one.Roles).SingleAsync());
}
