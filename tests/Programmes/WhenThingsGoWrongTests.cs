using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;

namespace ServiceCulture.Tests.Programmes;

/// <summary>A job that stood still, a clock that is off, people who travel: one question at most, and only where it may be.</summary>
public sealed class WhenThingsGoWrongTests
{
    static readonly DateTime Monday = Days.Utc("2026-03-02T00:00");

    [Fact]
    public void Three_hours_down_over_the_window_are_made_up_for_once()
    {
        var sent = Down(Days.Programme()).Sent;
        Assert.Equal((new DateOnly(2026, 3, 2), Monday.AddHours(12)), sent[0]);
        Assert.Equal(2, sent.Count);
        Assert.Equal(new DateOnly(2026, 3, 3), sent[1].Day);
    }

    [Fact]
    public void Nothing_is_made_up_for_past_the_response_window()
    {
        var programme = Days.Programme();
        programme.ResponseMinutes = 60;
        Assert.Equal([new DateOnly(2026, 3, 3)], Down(programme).Sent.Select(one => one.Day));
    }

    [Fact]
    public void Nothing_is_made_up_for_in_quiet_hours_but_after_them()
    {
        var programme = Days.Programme();
        (programme.QuietFrom, programme.QuietTo) = (11 * 60 + 30, 12 * 60 + 30);
        Assert.Equal(Monday.AddHours(12.5), Down(programme).Sent[0].At);
        (programme.QuietFrom, programme.QuietTo) = (11 * 60 + 30, 20 * 60);
        Assert.Equal([new DateOnly(2026, 3, 3)], Down(programme).Sent.Select(one => one.Day));
    }

    [Fact]
    public void Nothing_is_made_up_for_outside_the_shift() =>
        Assert.Equal([new DateOnly(2026, 3, 3)], Down(Days.Programme(), Days.At("UTC") with { WorkTo = 12 * 60 }).Sent.Select(one => one.Day));

    [Theory]
    [InlineData(-60)]
    [InlineData(60)]
    [InlineData(-1440)]
    [InlineData(1440)]
    public void A_clock_that_is_off_for_some_hours_never_brings_two_in_a_day(int minutes)
    {
        for (var hour = 0; hour < 24; hour++)
            for (var hours = 1; hours < 30; hours += 7)
            {
                var (off, back) = (Monday.AddDays(2).AddHours(hour), Monday.AddDays(2).AddHours(hour + hours));
                var days = new Days(Days.Programme(), Days.At("UTC")).Pass(Monday, Monday.AddDays(5), real => real >= off && real < back ? real.AddMinutes(minutes) : real);
                Assert.Equal(days.Sent.Count, days.Sent.Select(one => one.Day).Distinct().Count());
                // An hour's error shows in no real day; a day's may put two days of the clock into one. Before and long after all is as ever.
                if (Math.Abs(minutes) < 1440)
                    Assert.All(days.Sent.CountBy(one => DateOnly.FromDateTime(one.At)), day => Assert.Equal(1, day.Value));
                Assert.Contains(days.Sent, one => one.Day == new DateOnly(2026, 3, 2));
                Assert.Contains(days.Sent, one => one.Day == new DateOnly(2026, 3, 6));
            }
    }

    [Theory]
    [InlineData("Australia/Sydney", "America/New_York")]
    [InlineData("America/New_York", "Australia/Sydney")]
    [InlineData("Europe/Berlin", "Asia/Kathmandu")]
    [InlineData("Pacific/Apia", "Pacific/Honolulu")]
    public void Whoever_travels_is_asked_once_a_day_wherever_they_are(string from, string to)
    {
        for (var hour = 0; hour < 24; hour++)
        {
            var flight = Monday.AddDays(2).AddHours(hour);
            var days = new Days(Days.Programme(), Days.At(from) with { WorkDays = Weekdays.All });
            days.Pass(Monday, flight);
            var there = Days.At(to) with { WorkDays = Weekdays.All };
            days.Life = there;
            days.Changed();
            days.Pass(flight, Monday.AddDays(6));
            Assert.Equal(days.Sent.Count, days.Sent.Select(one => one.Day).Distinct().Count());
            Assert.InRange(days.Sent.Count, 3, 6);
            Assert.All(days.Sent.Where(one => one.At >= flight), one => Assert.InRange(TimeZoneInfo.ConvertTimeFromUtc(one.At, there.Zone).Hour, 9, 16));
        }
    }

    [Fact]
    public void A_night_and_an_evening_shift_on_one_calendar_day_bring_one_question()
    {
        var life = Days.At("UTC") with { Shifts = [new(Monday.AddHours(22), Monday.AddHours(30)), new(Monday.AddHours(38), Monday.AddHours(46))] };
        Assert.Single(new Days(Days.Programme(0, 0), life) { Wish = new(Taking.AtEnd) }.Pass(Monday, Monday.AddDays(2)).Sent);
    }

    [Fact]
    public void The_pulse_comes_once_a_week_on_the_first_day_on_which_it_can()
    {
        var programme = new Programme { Name = "Pulse", Kind = ProgrammeKind.Pulse, State = ProgrammeState.On, PackId = "", Days = Weekdays.Workdays };
        var ahead = WhenToAsk.Ahead(programme, Days.At("UTC"), new(Taking.AtStart), [new(new(2026, 2, 27), Monday.AddDays(-3))], Monday, Monday.AddDays(14));
        Assert.Equal([new(2026, 3, 2), new DateOnly(2026, 3, 9)], ahead.Select(one => one.Day));
    }

    [Fact]
    public void A_day_on_which_they_came_by_themselves_is_not_asked_again()
    {
        var next = WhenToAsk.Next(Days.Programme(), Days.At("UTC"), new(Taking.AtStart), [new(new(2026, 3, 2), Monday.AddHours(7))], Monday.AddHours(8));
        Assert.Equal(new DateOnly(2026, 3, 3), next.Ask!.Day);
    }

    static Days Down(Programme programme, WorkLife? life = null)
    {
        var days = new Days(programme, life ?? Days.At("UTC"));
        days.Pass(Monday, Monday.AddHours(9));
        return days.Pass(Monday.AddHours(12), Monday.AddDays(2));
    }
}
