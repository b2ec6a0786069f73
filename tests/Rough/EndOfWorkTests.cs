using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards.Rough;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Rough;

/// <summary>When what was parked comes back: the end of the shift, else of working hours, else the start of the next, and never at night.</summary>
public sealed class EndOfWorkTests : OverTheDatabase
{
    Someone _mira = null!;

    private protected override async Task Arrange() => _mira = await Bot.Member("Mira Solano", zone: "Europe/Berlin");

    [Theory]
    // Monday the 2nd of March in Berlin, an hour ahead: working hours are 9:00 to 17:00.
    [InlineData("2026-03-02T09:00", "2026-03-02T16:00", ComesBack.AtEnd)]
    [InlineData("2026-03-02T06:00", "2026-03-02T16:00", ComesBack.AtEnd)]
    [InlineData("2026-03-02T16:00", "2026-03-03T08:00", ComesBack.AtNextStart)]
    [InlineData("2026-03-01T12:00", "2026-03-02T08:00", ComesBack.AtNextStart)]
    // A Friday's evening.
    [InlineData("2026-03-06T18:00", "2026-03-09T08:00", ComesBack.AtNextStart)]
    // The day on which the clock is moved is a Sunday; on the Monday after it Berlin is two hours ahead.
    [InlineData("2026-03-29T12:00", "2026-03-30T07:00", ComesBack.AtNextStart)]
    [InlineData("2026-03-30T09:00", "2026-03-30T15:00", ComesBack.AtEnd)]
    public async Task Without_shifts_working_hours_count(string now, string end, ComesBack when) => Assert.Equal((At(end), when), await Find(now));

    [Fact]
    public async Task Own_working_hours_go_before_the_usual_ones_also_across_midnight()
    {
        await Bot.Do(async db =>
        {
            var member = await db.Members.SingleAsync(one => one.Id == _mira.Id);
            (member.WorkDays, member.WorkFrom, member.WorkTo) = (Weekdays.All, 22 * 60, 6 * 60);
        });
        Assert.Equal((At("2026-03-02T05:00"), ComesBack.AtEnd), await Find("2026-03-02T03:00"));
        Assert.Equal((At("2026-03-03T05:00"), ComesBack.AtEnd), await Find("2026-03-02T22:30"));
    }

    [Fact]
    public async Task A_shift_goes_before_working_hours_and_a_night_shift_ends_on_the_next_day()
    {
        await Works("2026-03-02T20:00", "2026-03-03T04:00");
        Assert.Equal((At("2026-03-03T04:00"), ComesBack.AtEnd), await Find("2026-03-02T23:30"));
        Assert.Equal((At("2026-03-03T04:00"), ComesBack.AtEnd), await Find("2026-03-02T09:00"));
        Assert.Equal((At("2026-03-04T08:00"), ComesBack.NextMorning), await Find("2026-03-03T09:00"));
    }

    [Fact]
    public async Task Absence_is_no_work()
    {
        await Works("2026-03-02T08:00", "2026-03-02T16:00");
        await Works("2026-03-02T12:00", "2026-03-02T16:00", isAbsence: true);
        Assert.Equal((At("2026-03-02T12:00"), ComesBack.AtEnd), await Find("2026-03-02T09:00"));
        Assert.Equal((At("2026-03-03T08:00"), ComesBack.NextMorning), await Find("2026-03-02T13:00"));
    }

    [Fact]
    public async Task On_a_day_off_it_is_the_start_of_the_next_shift_and_on_a_holiday_of_the_next_working_day()
    {
        await Bot.Do(async db =>
        {
            (await db.Members.SingleAsync(one => one.Id == _mira.Id)).Country = "DE";
            db.Add(new Holiday { Country = "DE", Region = "", Day = new DateOnly(2026, 3, 3), Name = "A holiday" });
        });
        Assert.Equal((At("2026-03-04T08:00"), ComesBack.AtNextStart), await Find("2026-03-02T18:00"));
        Assert.Equal((At("2026-03-04T08:00"), ComesBack.AtNextStart), await Find("2026-03-03T10:00"));
        await Works("2026-03-07T12:00", "2026-03-07T20:00");
        Assert.Equal((At("2026-03-07T12:00"), ComesBack.AtNextStart), await Find("2026-03-03T10:00"));
    }

    [Fact]
    public async Task An_absence_in_the_middle_of_a_shift_does_not_end_it()
    {
        await Works("2026-03-02T08:00", "2026-03-02T16:00");
        await Works("2026-03-02T11:00", "2026-03-02T12:00", isAbsence: true);
        foreach (var now in new[] { "2026-03-02T09:00", "2026-03-02T11:30", "2026-03-02T13:00" })
            Assert.Equal((At("2026-03-02T16:00"), ComesBack.AtEnd), await Find(now));
    }

    [Fact]
    public async Task Somebody_elses_shift_is_theirs()
    {
        var ben = await Bot.Member("Ben Okafor");
        await Bot.Do(db => Task.FromResult(db.Add(new Shift { MemberId = ben.Id, Start = At("2026-03-02T08:00"), End = At("2026-03-02T10:00") })));
        Assert.Equal((At("2026-03-02T16:00"), ComesBack.AtEnd), await Find("2026-03-02T09:00"));
    }

    Task Works(string start, string end, bool isAbsence = false) =>
        Bot.Do(db => Task.FromResult(db.Add(new Shift { MemberId = _mira.Id, Start = At(start), End = At(end), IsAbsence = isAbsence })));

    async Task<(DateTime, ComesBack)> Find(string now)
    {
        var who = (await Bot.Get<Register>().Member(_mira.Id, default))!;
        return await Bot.Read(db => EndOfWork.Find(db, who, At(now), default));
    }

    static DateTime At(string utc) => DateTime.SpecifyKind(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
