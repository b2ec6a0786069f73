using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Pulse;
using ServiceCulture.Bot.Settings;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Programmes;

/// <summary>What a programme will send: by zone, day and hour, and never who.</summary>
public sealed class DryRunTests : OverTheDatabase
{
    Someone _ines = null!;

    private protected override async Task Arrange() => _ines = await Bot.Member("Ines Moor", roles: Roles.Hr, zone: "Pacific/Auckland");

    [Fact]
    public async Task Each_zone_stands_by_itself_with_its_own_clock()
    {
        await People(6, "Europe/Berlin");
        await People(7, "Asia/Kathmandu");
        await Programme();
        var words = (await Bot.Types(_ines, "dryrun")).Words;
        Assert.Contains("Europe/Berlin", words);
        // It is ten in Berlin, so today is made up for, and a quarter to three in Kathmandu, where it is too late.
        Assert.Contains("Tue 3 Mar to Fri 6 Mar, Mon 9 Mar to Fri 13 Mar: 09:00–10:00 6 people", words);
        Assert.Contains("Asia/Kathmandu", words);
        Assert.Contains("09:00–10:00 7 people", words);
        Assert.DoesNotContain("P0", words);
        Assert.DoesNotContain("Sat 7 Mar", words);
    }

    [Theory]
    [InlineData(4, "09:00–10:00 fewer than 5 people")]
    [InlineData(1, "09:00–10:00 fewer than 5 people")]
    [InlineData(5, "09:00–10:00 5 people")]
    public async Task Fewer_than_five_are_no_number(int people, string told)
    {
        await People(people, "Europe/Berlin");
        await Programme();
        var words = (await Bot.Types(_ines, "dryrun")).Words;
        Assert.Contains(told, words[words.IndexOf("Europe/Berlin", StringComparison.Ordinal)..words.IndexOf("Pacific/Auckland", StringComparison.Ordinal)]);
    }

    [Theory]
    [InlineData("Europe/Berlin", 2026, 3, 23, "Sun 29 Mar: the clock is put forward 1 hour")]
    [InlineData("Europe/Berlin", 2026, 10, 20, "Sun 25 Oct: the clock is put back 1 hour")]
    [InlineData("Australia/Lord_Howe", 2026, 3, 30, "Sun 5 Apr: the clock is put back 30 minutes")]
    [InlineData("America/Santiago", 2026, 8, 31, "Sun 6 Sep: the clock is put forward 1 hour")]
    public async Task A_moved_clock_is_marked_on_its_day(string zone, int year, int month, int day, string told)
    {
        Bot.Clock.Set(new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc));
        await People(5, zone);
        await Programme();
        var words = (await Bot.Types(_ines, "dryrun")).Words;
        Assert.Contains(told, words);
        Assert.DoesNotContain("10:00–11:00", words[words.IndexOf(zone, StringComparison.Ordinal)..]);
    }

    [Fact]
    public async Task Early_and_late_in_the_shift_are_both_told_and_nobody_stands_twice_in_one_hour()
    {
        await People(6, "Europe/Berlin");
        await Programme(one => (one.WindowFrom, one.WindowTo) = (0, 0));
        var words = (await Bot.Types(_ines, "dryrun")).Words;
        Assert.Contains("in the hour in which they would be asked early in their shift and in the one late in it, though each is asked in one of them", words);
        Assert.Contains("Tue 3 Mar to Fri 6 Mar, Mon 9 Mar to Fri 13 Mar: 09:00–10:00 6 people and 16:00–17:00 6 people", words);
    }

    [Theory]
    [InlineData(DayOfWeek.Monday, "Mon 2 Mar, Mon 9 Mar")]
    [InlineData(DayOfWeek.Thursday, "Mon 2 Mar, Thu 5 Mar, Thu 12 Mar")]
    public async Task A_pulse_s_weeks_begin_on_the_organisation_s_day(DayOfWeek start, string told)
    {
        var programme = new Programme { Name = "Pulse", Kind = ProgrammeKind.Pulse, State = ProgrammeState.On, PackId = "", Days = Weekdays.Workdays };
        await People(6, "UTC");
        Bot.Clock.Set(new DateTime(2026, 3, 2, 7, 0, 0, DateTimeKind.Utc));
        var asking = new AskingForPulse(new OrganisationSettings { WeekStart = start }, Bot.Get<Register>());
        var (zones, _) = await Bot.Read(db => Foreseeing.Read(programme, asking.CountsFor, db, Bot.Clock.Now, default));
        var days = zones.Single(zone => zone.Zone == "UTC").Days.SelectMany(run => run.Days).Order();
        Assert.Equal(told, string.Join(", ", days.Select(day => day.ToString("ddd d MMM", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task What_somebody_chose_changes_nothing_in_it()
    {
        var some = await People(6, "Europe/Berlin");
        await Programme();
        var before = (await Bot.Types(_ines, "dryrun")).Words;
        await Bot.Do(db =>
        {
            db.AddRange(
                new Participation { MemberId = some[0].Id, Taking = Taking.No },
                new Participation { MemberId = some[1].Id, Taking = Taking.AtStart, PausedUntil = DateOnly.MaxValue },
                new Participation { MemberId = some[2].Id, Taking = Taking.AtEnd, OwnDays = Weekdays.Monday },
                new Ask { MemberId = some[3].Id, Kind = ProgrammeKind.CheckIn, Day = new DateOnly(2026, 3, 2), At = Bot.Clock.Now, Until = Bot.Clock.Now });
            return Task.CompletedTask;
        });
        Assert.Equal(before, (await Bot.Types(_ines, "dryrun")).Words);
    }

    [Fact]
    public async Task Audience_holidays_switches_and_shifts_are_heeded()
    {
        var some = await People(12, "Europe/Berlin", "DE", "Kiel");
        await People(5, "Europe/Rome", "IT", "Bari");
        await Programme(one =>
        {
            one.Sites = ["Kiel", "Bari"];
            one.Days = Weekdays.All;
        });
        await Bot.Do(db =>
        {
            db.Add(new Holiday { Country = "DE", Region = "", Day = new DateOnly(2026, 3, 10), Name = "A day off" });
            db.Add(new SwitchedOff { Site = "Bari", Feature = "check-ins", At = Bot.Clock.Now });
            foreach (var one in some.Take(6))
                db.Add(new Shift { MemberId = one.Id, Start = new DateTime(2026, 3, 7, 13, 0, 0, DateTimeKind.Utc), End = new DateTime(2026, 3, 7, 21, 0, 0, DateTimeKind.Utc) });
            return Task.CompletedTask;
        });
        var words = (await Bot.Types(_ines, "dryrun")).Words;
        Assert.DoesNotContain("Rome", words);
        Assert.DoesNotContain("Auckland", words);
        Assert.Contains("Mon 9 Mar, Wed 11 Mar to Fri 13 Mar: 09:00–10:00 6 people", words);
        Assert.Contains("Sat 7 Mar: 14:00–15:00 6 people", words);
    }

    [Fact]
    public async Task A_draft_and_a_pause_are_told_and_of_several_one_is_picked()
    {
        await People(5, "Europe/Berlin");
        await Programme(one => (one.Name, one.State) = ("Mornings", ProgrammeState.Draft));
        Assert.Contains("It has not been started", (await Bot.Types(_ines, "dryrun")).Words);
        await Programme(one => (one.Name, one.State) = ("Evenings", ProgrammeState.Paused));
        await Programme(one => (one.Name, one.State) = ("Past", ProgrammeState.Ended));
        var pick = await Bot.Types(_ines, "dryrun");
        Assert.Equal(["Evenings", "Mornings"], pick.Card.Body.OfType<Block.Row>().Single().Of.Select(button => button.Label.Plain(Reader.Plain)));
        Assert.Contains("It is paused", (await Bot.Presses(_ines, pick.Card.Body.OfType<Block.Row>().Single().Of[0].Does)).Words);
        Assert.Contains("“Evenings”", (await Bot.Types(_ines, "dryrun evenings")).Words);
        Assert.Contains("I know no programme called “Past”", (await Bot.Types(_ines, "dryrun Past")).Words);
        Assert.Contains("has ended", (await Bot.Presses(_ines, new Ref(DryRun.OpenId, Guid.CreateVersion7().ToString()))).Words);
    }

    [Fact]
    public async Task Without_programmes_or_people_it_says_so()
    {
        Assert.Contains("no programme yet", (await Bot.Types(_ines, "dryrun")).Words);
        await Programme(one => one.Sites = ["Nowhere"]);
        Assert.Contains("Nobody would be asked", (await Bot.Types(_ines, "dryrun")).Words);
    }

    [Fact]
    public async Task HR_and_the_works_council_see_it_and_nobody_else()
    {
        await Programme();
        var (council, mia) = (await Bot.Member("Cora Wells", roles: Roles.WorksCouncil), await Bot.Member("Mia Storm", roles: Roles.Expert));
        Assert.Contains("Programmes", (await Bot.Types(_ines, "dryrun")).Buttons);
        Assert.Empty((await Bot.Types(council, "dryrun")).Buttons);
        Assert.Contains("Only HR and the works council", (await Bot.Types(mia, "dryrun")).Words);
        Assert.Contains("Only HR and the works council", (await Bot.Presses(mia, new Ref(DryRun.OpenId, Guid.CreateVersion7().ToString()))).Words);
    }

    [Fact]
    public async Task It_changes_no_row()
    {
        await Programme(one => one.State = ProgrammeState.Draft);
        await Bot.Types(_ines, "dryrun");
        Assert.Equal(ProgrammeState.Draft, await Bot.Read(db => db.Programmes.Select(one => one.State).SingleAsync()));
        Assert.Equal(0, await Bot.Read(db => db.Plans.CountAsync()));
    }

    async Task<IReadOnlyList<Member>> People(int count, string zone, string? country = null, string? site = null)
    {
        var members = Enumerable.Range(0, count).Select(n => new Member { Name = $"P{n}", NameKey = $"p{n}", Zone = zone, Country = country, Site = site, CreatedAt = Bot.Clock.Now }).ToList();
        await Bot.Do(db =>
        {
            db.AddRange(members);
            return Task.CompletedTask;
        });
        return members;
    }

    [Fact]
    public async Task Who_begins_later_or_leaves_before_is_not_counted()
    {
        await People(6, "Europe/Berlin");
        await People(5, "Asia/Kathmandu");
        await Programme();
        await Bot.Do(async db =>
        {
            foreach (var member in await db.Members.Where(one => one.Zone == "Europe/Berlin").ToListAsync())
                member.StartsOn = new DateOnly(2026, 3, 12);
            foreach (var member in await db.Members.Where(one => one.Zone == "Asia/Kathmandu").ToListAsync())
                member.LeavesOn = new DateOnly(2026, 3, 4);
        });
        var words = (await Bot.Types(_ines, "dryrun")).Words;
        Assert.Contains("Thu 12 Mar to Fri 13 Mar: 09:00–10:00 6 people", words);
        Assert.Contains("Tue 3 Mar to Wed 4 Mar: 09:00–10:00 5 people", words.Replace("Wed 4 Mar: ", "Tue 3 Mar to Wed 4 Mar: ", StringComparison.Ordinal));
    }

    Task Programme(Action<Programme>? with = null) => Bot.Do(db =>
    {
        var programme = new Programme { Name = "Daily", Kind = ProgrammeKind.CheckIn, State = ProgrammeState.On, PackId = "six-needs" };
        with?.Invoke(programme);
        db.Add(programme);
        return Task.CompletedTask;
    });
}
