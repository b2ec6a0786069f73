using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Programmes;

/// <summary>Shifts, holidays and working hours out of CSV files: all of a file or nothing, and every fault by its line.</summary>
public sealed class ImportTests : OverTheDatabase
{
    const string Shifts = "person,start,end,absence\n", Holidays = "country,region,day,name\n", People = "e-mail,name,site,region,work_days,work_from,work_to\n";

    Someone _mia = null!, _ben = null!;

    private protected override async Task Arrange() =>
        (_mia, _ben) = (await Bot.Member("Mia Storm", zone: "Europe/Berlin", email: "mia@x.example", country: "DE"), await Bot.Member("Ben Lake", email: "ben@x.example", country: "AT"));

    [Fact]
    public async Task Shifts_are_read_in_the_persons_own_zone_or_with_an_offset()
    {
        var result = await Shift("mia@x.example,2026-03-27 22:00,2026-03-28 06:00,\nMIA@x.example,2026-03-29T08:00+02:00,2026-03-29T16:00Z,no\nben@x.example,2026-03-30 09:00,2026-04-03 17:00,yes");
        Assert.Equal("2 shifts and 1 absence of 2 people.", result.Words);
        Assert.Equal([(Utc(27, 21), Utc(28, 5), false), (Utc(29, 6), Utc(29, 16), false)], await Of(_mia));
        Assert.Equal([(Utc(30, 9), new DateTime(2026, 4, 3, 17, 0, 0, DateTimeKind.Utc), true)], await Of(_ben));
    }

    [Fact]
    public async Task A_new_roster_takes_the_place_of_the_old_one_in_its_own_span_and_for_its_own_people()
    {
        await Shift("mia@x.example,2026-03-10 08:00,2026-03-10 16:00,\nmia@x.example,2026-03-11 08:00,2026-03-11 16:00,\nmia@x.example,2026-03-12 08:00,2026-03-12 16:00,\nben@x.example,2026-03-11 08:00,2026-03-11 16:00,");
        await Shift("mia@x.example,2026-03-11 10:00,2026-03-11 18:00,\nmia@x.example,2026-03-12 10:00,2026-03-12 18:00,");
        Assert.Equal([Utc(10, 7), Utc(11, 9), Utc(12, 9)], (await Of(_mia)).Select(shift => shift.Start));
        Assert.Single(await Of(_ben));
    }

    [Fact]
    public async Task An_absence_that_begins_with_the_shift_cuts_it()
    {
        await Shift("ben@x.example,2026-03-10 08:00,2026-03-10 16:00,\nben@x.example,2026-03-10 08:00,2026-03-10 12:00,yes\nben@x.example,2026-03-11 08:00,2026-03-11 16:00,\nben@x.example,2026-03-11 08:00,2026-03-11 16:00,x");
        Assert.Equal([(Utc(10, 8), Utc(10, 12), true), (Utc(10, 12), Utc(10, 16), false), (Utc(11, 8), Utc(11, 16), true)], await Of(_ben));
    }

    [Theory]
    [InlineData("who@x.example,2026-03-10 08:00,2026-03-10 16:00,", "line 2, person: “who@x.example” is nobody I know")]
    [InlineData(",2026-03-10 08:00,2026-03-10 16:00,", "line 2, person: is missing")]
    [InlineData("mia@x.example,,2026-03-10 16:00,", "line 2, start: is missing")]
    [InlineData("mia@x.example,10.03.2026 08:00,2026-03-10 16:00,", "line 2, start: “10.03.2026 08:00” is not a moment")]
    [InlineData("mia@x.example,2026-03-10 08:00,2026-03-10 24:30,", "line 2, end: “2026-03-10 24:30” is not a moment")]
    [InlineData("mia@x.example,2026-03-10 08:00,2026-03-10 08:00,", "line 2, end: is not after the start")]
    [InlineData("mia@x.example,2026-03-10 22:00,2026-03-10 06:00,", "of a night shift the end is on the next day")]
    [InlineData("mia@x.example,2026-03-10 08:00,2026-03-11 08:01,", "a shift of more than 24 hours")]
    [InlineData("mia@x.example,2026-03-10 08:00,2028-03-11 08:01,yes", "an absence of more than a year")]
    [InlineData("mia@x.example,2026-03-29 02:30,2026-03-29 10:00,", "line 2, start: “2026-03-29 02:30” does not exist in Europe/Berlin")]
    [InlineData("mia@x.example,2026-03-10 08:00,2026-03-10 16:00,perhaps", "line 2, absence: “perhaps” is neither yes nor no")]
    [InlineData("mia@x.example,2026-03-10 08:00,2026-03-10 16:00,\nmia@x.example,2026-03-10 08:00,2026-03-10 14:00,", "line 3, start: mia@x.example has another shift with this start on line 2")]
    [InlineData("mia@x.example,2026-03-10 08:00,2026-03-10 16:00,\nben@x.example,2026-03-10 08:00,2026-03-10 16:00,\nmia@x.example,2026-03-10 12:00,2026-03-10 20:00,", "line 4, start: mia@x.example has two shifts at once, on line 2 and this one")]
    [InlineData("mia@x.example,2026-03-10 08:00", "line 2: has 2 fields, the heading has 4")]
    public async Task A_wrong_line_of_shifts_is_named_and_nothing_is_changed(string lines, string why)
    {
        var result = await Shift("mia@x.example,2026-03-02 08:00,2026-03-02 16:00,");
        Assert.True(result.IsDone);
        result = await Shift(lines);
        Assert.Contains(why, result.Words);
        Assert.Contains("nothing was changed", result.Words);
        Assert.Single(await Bot.Read(db => db.Shifts.ToListAsync()));
        Assert.Equal(1, await Bot.Read(db => db.Audit.CountAsync(entry => entry.About == null)));
    }

    [Fact]
    public async Task A_heading_that_is_none_is_refused() =>
        Assert.Contains("line 1: “shift” is not a column I know; the columns are person, start, end, absence", (await Bot.Make<ImportShifts>().Run(Bytes("person,shift\n"), false, null, default)).Words);

    [Fact]
    public async Task A_dry_run_says_the_same_and_changes_nothing()
    {
        Assert.Contains("1 shift and 0 absences of 1 person.", (await Shift("mia@x.example,2026-03-02 08:00,2026-03-02 16:00,", dryRun: true)).Words);
        Assert.Contains("1 holiday of 1 country.", (await Holiday("DE,,2026-10-03,Unity", dryRun: true)).Words);
        Assert.Equal((0, 0, 0), await Bot.Read(async db => (await db.Shifts.CountAsync(), await db.Holidays.CountAsync(), await db.Audit.CountAsync())));
    }

    [Fact]
    public async Task Holidays_of_a_country_and_year_take_the_place_of_those_before()
    {
        await Holiday("DE,,2026-10-03,Unity\nde,BY,2026-11-01,All Saints\nDE,,2027-10-03,Unity\nAT,,2026-10-26,National day");
        await Holiday("DE,,2026-12-25,Christmas");
        Assert.Equal(["AT//2026-10-26", "DE//2026-12-25", "DE//2027-10-03"],
            (await Bot.Read(db => db.Holidays.ToListAsync())).Select(one => $"{one.Country}/{one.Region}/{one.Day:yyyy-MM-dd}").Order());
    }

    [Theory]
    [InlineData("UK,,2026-10-03,Unity", "line 2, country: “UK” is not a country code of two letters (ISO 3166); did you mean GB?")]
    [InlineData(",,2026-10-03,Unity", "line 2, country: is missing")]
    [InlineData("DE,,3.10.2026,Unity", "line 2, day: “3.10.2026” is not a day")]
    [InlineData("DE,,1926-10-03,Unity", "line 2, day: lies before 2000")]
    [InlineData("DE,,2026-10-03,", "line 2, name: is missing")]
    [InlineData("DE,,2026-10-03,Unity\nde,,2026-10-03,Again", "line 3, day: the same day is on line 2 too")]
    public async Task A_wrong_line_of_holidays_is_named_and_nothing_is_changed(string lines, string why)
    {
        var result = await Holiday(lines);
        Assert.Contains(why, result.Words);
        Assert.Equal((0, 0), await Bot.Read(async db => (await db.Holidays.CountAsync(), await db.Audit.CountAsync())));
    }

    [Fact]
    public async Task Hr_brings_holidays_too_and_nobody_else_does()
    {
        var ines = await Bot.Member("Ines Moor", roles: Roles.Hr);
        Assert.Contains("Only HR", (await Holiday("DE,BY,2026-11-01,All Saints", by: await Known(_mia))).Words);
        Assert.Equal(0, await Bot.Read(db => db.Holidays.CountAsync()));
        Assert.True((await Holiday("DE,BY,2026-11-01,All Saints", by: await Known(ines))).IsDone);
        Assert.Equal("BY", (await Bot.Read(db => db.Holidays.SingleAsync())).Region);
        var entry = await Bot.Read(db => db.Audit.SingleAsync());
        Assert.Equal((ines.Id, "holidays.import"), (entry.Actor, entry.Act));
    }

    async Task<MemberInfo> Known(Someone who) => (await Bot.Get<Register>().Member(who.Id, default))!;

    [Fact]
    public async Task Plans_of_those_concerned_are_looked_at_anew()
    {
        await Shift("mia@x.example,2026-03-02 08:00,2026-03-02 16:00,");
        Assert.Equal([(_mia.Id, null)], await Replanned());
        await Holiday("AT,,2026-10-26,National day");
        Assert.Equal([(null, "AT")], await Replanned());
        await Persons("mia@x.example,Mia Storm,Kiel,,,,\nben@x.example,Ben Lake,,,,,");
        Assert.Equal([(_mia.Id, null)], await Replanned());
    }

    [Fact]
    public async Task The_people_file_brings_site_region_and_working_hours_and_what_is_empty_stays()
    {
        Assert.True((await Persons("mia@x.example,Mia Storm,Kiel,SH,Mon-Thu,08:00,16:30")).IsDone);
        Assert.True((await Persons("mia@x.example,Mia Storm,,,,,")).IsDone);
        var mia = await Bot.Read(db => db.Members.SingleAsync(one => one.Id == _mia.Id));
        Assert.Equal(("Kiel", "SH", 480, 990), (mia.Site, mia.Region, mia.WorkFrom, mia.WorkTo));
        Assert.Equal(Weekdays.Monday | Weekdays.Tuesday | Weekdays.Wednesday | Weekdays.Thursday, mia.WorkDays);
        Assert.True((await Persons("mia@x.example,Mia Storm,,,\"Sat, sun tue\",22:00,06:00")).IsDone);
        Assert.Equal(Weekdays.Saturday | Weekdays.Sunday | Weekdays.Tuesday, (await Bot.Read(db => db.Members.SingleAsync(one => one.Id == _mia.Id))).WorkDays);
    }

    [Theory]
    [InlineData("mia@x.example,Mia,,,Mo-Fr,,", "line 2, work_days: “Mo-Fr” is not a day")]
    [InlineData("mia@x.example,Mia,,,Mon-Wed-Fri,,", "is not a day")]
    [InlineData("mia@x.example,Mia,,,,8,16:00", "line 2, work_from: “8” is not a time")]
    [InlineData("mia@x.example,Mia,,,,08:00,", "line 2, work_to: is missing: give both times, or neither")]
    [InlineData("mia@x.example,Mia,,,,08:00,08:00", "line 2, work_to: is the same as work_from")]
    public async Task Wrong_working_hours_are_named(string lines, string why) => Assert.Contains(why, (await Persons(lines)).Words);

    Task<CsvResult> Shift(string lines, bool dryRun = false) => Bot.Make<ImportShifts>().Run(Bytes(Shifts + lines), dryRun, null, default);

    Task<CsvResult> Holiday(string lines, bool dryRun = false, MemberInfo? by = null) => Bot.Make<ImportHolidays>().Run(Bytes(Holidays + lines), dryRun, by, default);

    Task<CsvResult> Persons(string lines) => Bot.Make<ImportPeople>().Run(Bytes(People + lines), false, null, default);

    // Whose plans are to be looked at anew, since the last time.
    async Task<List<(Guid? Member, string? Country)>> Replanned()
    {
        var found = await Bot.Read(db => db.Replannings.AsNoTracking().ToListAsync());
        await Bot.Do(async db => db.RemoveRange(await db.Replannings.ToListAsync()));
        return found.ConvertAll(one => (one.MemberId, one.Country));
    }

    async Task<IReadOnlyList<(DateTime Start, DateTime End, bool IsAbsence)>> Of(Someone who) =>
        [.. (await Bot.Read(db => db.Shifts.Where(shift => shift.MemberId == who.Id).OrderBy(shift => shift.Start).ToListAsync())).Select(shift => (shift.Start, shift.End, shift.IsAbsence))];

    static MemoryStream Bytes(string file) => new(Encoding.UTF8.GetBytes(file));

    static DateTime Utc(int day, int hour) => new(2026, 3, day, hour, 0, 0, DateTimeKind.Utc);
}
