using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;

namespace ServiceCulture.Tests.Programmes;

/// <summary>When somebody is asked, with the clock moved.</summary>
public sealed class WhenToAskTests
{
    static readonly DateTime Monday = Days.Utc("2026-03-02T00:00");

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("America/Santiago")]
    [InlineData("Australia/Sydney")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("Pacific/Chatham")]
    [InlineData("Pacific/Apia")]
    public void Everywhere_and_all_year_it_is_one_a_working_day_inside_window_and_shift(string zone)
    {
        // A year in which Apia still changed its clocks, from both sides.
        var (from, to) = (Days.Utc("2020-01-06T00:00"), Days.Utc("2021-01-04T00:00"));
        var life = Days.At(zone) with { WorkDays = Weekdays.All };
        var programme = Days.Programme();
        programme.Days = Weekdays.All;
        // The first may be caught up with: it is the middle of the day somewhere.
        var sent = new Days(programme, life).Pass(from, to).Sent[1..];
        Assert.InRange(sent.Count, 362, 365);
        Assert.Equal(sent.Count, sent.Select(one => one.Day).Distinct().Count());
        Assert.Single(sent.Select(one => Local(one.At, life).TimeOfDay).Distinct());
        Assert.All(sent, one => Assert.InRange(Local(one.At, life).Hour, 9, 10));
        Assert.All(sent, one => Assert.Equal(one.Day, DateOnly.FromDateTime(Local(one.At, life))));
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("America/Santiago")]
    [InlineData("Australia/Sydney")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("Pacific/Chatham")]
    [InlineData("Pacific/Apia")]
    public void A_night_shift_is_one_day_also_when_the_clock_is_moved_in_it(string zone)
    {
        var life = Days.At(zone) with { WorkDays = Weekdays.All, WorkFrom = 22 * 60, WorkTo = 6 * 60 };
        var programme = Days.Programme(0, 0);
        programme.Days = Weekdays.All;
        foreach (var taking in new[] { Taking.AtStart, Taking.AtEnd })
        {
            var sent = new Days(programme, life) { Wish = new(taking) }.Pass(Days.Utc("2020-01-06T12:00"), Days.Utc("2021-01-04T12:00")).Sent[1..];
            Assert.InRange(sent.Count, 362, 365);
            Assert.Equal(sent.Count, sent.Select(one => one.Day).Distinct().Count());
            Assert.Equal(sent.Count, sent.Select(one => DateOnly.FromDateTime(Local(one.At, life))).Distinct().Count());
            Assert.All(sent, one => Assert.InRange(Local(one.At, life).Hour, taking is Taking.AtStart ? 22 : 5, taking is Taking.AtStart ? 22 : 6));
        }
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", 120, 180, "2026-03-29T01:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", 120, 150, "2026-10-03T15:30")]
    [InlineData("America/Santiago", "2026-09-06", 0, 60, "2026-09-06T04:00")]
    public void A_window_that_is_skipped_whole_has_nobody_in_it(string zone, string day, int from, int to, string skipped)
    {
        var life = Days.At(zone) with { WorkDays = Weekdays.All, WorkFrom = 0, WorkTo = 0 };
        var programme = Days.Programme(from, to);
        programme.Days = Weekdays.All;
        var ahead = WhenToAsk.Ahead(programme, life, new(Taking.AtStart), [], Days.Utc(skipped).AddHours(-12), Days.Utc(skipped).AddHours(36)).ToList();
        Assert.DoesNotContain(ahead, one => one.Day == DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        Assert.NotEmpty(ahead);
    }

    [Fact]
    public void A_minute_that_comes_twice_is_taken_the_first_time_only()
    {
        var life = Days.At("Europe/Berlin") with { WorkDays = Weekdays.All, WorkFrom = 0, WorkTo = 8 * 60 };
        var programme = Days.Programme(0, 0);
        programme.Days = Weekdays.All;
        var days = new Days(programme, life) { Wish = new Wish(Taking.AtStart) { OwnMinute = 150 } };
        var sent = days.Pass(Days.Utc("2026-10-24T12:00"), Days.Utc("2026-10-25T12:00")).Sent;
        Assert.Equal(Days.Utc("2026-10-25T00:30"), Assert.Single(sent).At);
    }

    [Fact]
    public void People_are_spread_over_the_window_each_by_a_minute_of_their_own()
    {
        var minutes = Enumerable.Range(0, 6000).Select(n => Planned(Days.At("UTC") with { Member = Someone(n) }, Days.Programme(), new(Taking.AtStart)).TimeOfDay).ToList();
        var counts = minutes.CountBy(minute => minute).Select(pair => pair.Value).ToList();
        Assert.Equal(120, counts.Count);
        Assert.All(counts, count => Assert.InRange(count, 15, 100));
    }

    [Theory]
    [InlineData(600, 780, 180)]
    [InlineData(600, 781, 181)]
    [InlineData(540, 1020, 480)]
    [InlineData(0, 1439, 480)]
    [InlineData(480, 1080, 480)]
    [InlineData(990, 60, 30)]
    public void A_window_is_used_whole_inside_the_shift_whatever_they_chose(int from, int to, int minutes)
    {
        foreach (var taking in new[] { Taking.AtStart, Taking.AtEnd })
        {
            var all = Enumerable.Range(0, 12_000).Select(n => Planned(Days.At("UTC") with { Member = Someone(n) }, Days.Programme(from, to), new(taking))).CountBy(at => at).ToDictionary();
            Assert.Equal(minutes, all.Count);
            Assert.Equal(minutes - 1, (all.Keys.Max() - all.Keys.Min()).TotalMinutes);
            Assert.All(all.Keys, at => Assert.InRange(at, Monday.AddHours(9), Monday.AddHours(17).AddMinutes(-1)));
            // Evenly: no minute has three times its share.
            Assert.All(all.Values, count => Assert.InRange(count, 1, 3 * Math.Max(12_000 / minutes, 15)));
        }
    }

    [Fact]
    public void Without_a_window_it_is_the_first_hour_of_the_shift_or_the_last()
    {
        foreach (var (taking, first) in new[] { (Taking.AtStart, 9), (Taking.AtEnd, 16) })
        {
            var all = Enumerable.Range(0, 6000).Select(n => Planned(Days.At("UTC") with { Member = Someone(n) }, Days.Programme(0, 0), new(taking))).Distinct().ToList();
            Assert.Equal(60, all.Count);
            Assert.All(all, at => Assert.Equal(first, at.Hour));
        }
    }

    [Fact]
    public void The_minute_stays_the_same_when_a_shift_gets_shorter_as_long_as_it_lies_inside_and_else_is_one_that_does()
    {
        var programme = Days.Programme(540, 1020);
        for (var n = 0; n < 500; n++)
        {
            var life = Days.At("UTC") with { Member = Someone(n) };
            var whole = Planned(life, programme, new(Taking.AtStart));
            var half = Planned(life with { Shifts = [new(Monday.AddHours(6), Monday.AddHours(14))] }, programme, new(Taking.AtStart));
            if (whole < Monday.AddHours(14))
                Assert.Equal(whole, half);
            Assert.InRange(half, Monday.AddHours(9), Monday.AddHours(14).AddMinutes(-1));
            programme.QuietFrom = 12 * 60;
            programme.QuietTo = 13 * 60;
            Assert.NotEqual(12, Planned(life, programme, new(Taking.AtStart)).Hour);
            programme.QuietFrom = programme.QuietTo = 0;
        }
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("America/Santiago")]
    public void A_wide_window_brings_one_a_day_all_year_at_one_time_of_the_wall(string zone)
    {
        var life = Days.At(zone) with { WorkDays = Weekdays.All, Member = Someone(7) };
        var programme = Days.Programme(480, 1080);
        programme.Days = Weekdays.All;
        var sent = new Days(programme, life).Pass(Days.Utc("2020-01-06T00:00"), Days.Utc("2021-01-04T00:00")).Sent[1..];
        Assert.InRange(sent.Count, 362, 365);
        Assert.Equal(sent.Count, sent.Select(one => one.Day).Distinct().Count());
        Assert.Single(sent.Select(one => Local(one.At, life).TimeOfDay).Distinct());
    }

    [Theory]
    [InlineData(Taking.AtStart, 8, 8)]
    [InlineData(Taking.AtEnd, 15, 15)]
    public void At_the_start_and_at_the_end_of_the_shift_are_its_first_and_last_hour(Taking taking, int from, int to)
    {
        var life = Days.At("Europe/Berlin") with { Shifts = [new(Monday.AddHours(7), Monday.AddHours(15))] };
        var local = TimeZoneInfo.ConvertTimeFromUtc(Planned(life, Days.Programme(0, 0), new(taking)), life.Zone);
        Assert.InRange(local.Hour, from, to);
    }

    [Fact]
    public void Who_has_shifts_is_asked_inside_these_only_and_not_in_working_hours()
    {
        var life = Days.At("UTC") with { Shifts = [new(Monday.AddDays(3).AddHours(9), Monday.AddDays(3).AddHours(17))] };
        var ahead = WhenToAsk.Ahead(Days.Programme(), life, new(Taking.AtStart), [], Monday, Monday.AddDays(14)).ToList();
        Assert.Equal(new DateOnly(2026, 3, 5), Assert.Single(ahead).Day);
    }

    [Fact]
    public void Nobody_is_asked_while_absent_on_a_holiday_or_where_it_is_switched_off()
    {
        var life = Days.At("UTC") with { Absences = [new(Monday, Monday.AddDays(1))], Holidays = new HashSet<DateOnly> { new(2026, 3, 3) } };
        Assert.Equal(new DateOnly(2026, 3, 4), WhenToAsk.Next(Days.Programme(), life, new(Taking.AtStart), [], Monday).Ask!.Day);
        Assert.Equal(default, WhenToAsk.Next(Days.Programme(), life with { IsSwitchedOff = true }, new(Taking.AtStart), [], Monday));
    }

    [Fact]
    public void An_absence_of_the_morning_leaves_the_afternoon()
    {
        var life = Days.At("UTC") with { Absences = [new(Monday, Monday.AddHours(13))] };
        Assert.Equal(13, Planned(life, Days.Programme(0, 0), new(Taking.AtStart)).Hour);
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(120, 180)]
    [InlineData(200, 240)]
    public void Where_shifts_move_about_a_window_over_midnight_no_day_of_the_wall_has_two(int from, int to)
    {
        // Nights to 4:00 and evenings to midnight in turns, and a window from 22:00 to 2:00: whoever's minute lies after midnight has
        // had the evening's day of the wall already, and that shift is let be rather than asked a second time on one day.
        var shifts = Enumerable.Range(0, 12).Select(day => day % 2 == 0 ? new Stretch(Monday.AddDays(day).AddHours(20), Monday.AddDays(day).AddHours(28)) : new(Monday.AddDays(day).AddHours(16), Monday.AddDays(day).AddHours(24)));
        var programme = Days.Programme(22 * 60, 2 * 60);
        programme.Days = Weekdays.All;
        var someone = Enumerable.Range(0, 1000).Select(Someone).First(one => WhenToAsk.OwnMinute(one, 240) is var own && own >= from && own < to);
        var sent = new Days(programme, Days.At("UTC") with { Member = someone, Shifts = [.. shifts] }).Pass(Monday, Monday.AddDays(13)).Sent;
        Assert.Equal(sent.Count, sent.Select(one => DateOnly.FromDateTime(one.At)).Distinct().Count());
        Assert.Equal(to <= 120 ? 12 : 6, sent.Select(one => one.Day).Distinct().Count());
    }

    [Fact]
    public void An_absence_at_noon_leaves_one_shift_with_its_first_hour_its_last_and_its_minute()
    {
        var life = Days.At("UTC") with { Shifts = [new(Monday.AddHours(9), Monday.AddHours(17))] };
        var noon = life with { Absences = [new(Monday.AddHours(12), Monday.AddHours(13))] };
        foreach (var taking in new[] { Taking.AtStart, Taking.AtEnd })
            Assert.Equal(Planned(life, Days.Programme(0, 0), new(taking)), Planned(noon, Days.Programme(0, 0), new(taking)));
        for (var n = 0; n < 200; n++)
            if (Planned(life with { Member = Someone(n) }, Days.Programme(540, 1020), new(Taking.AtStart)) is { Hour: not 12 } at)
                Assert.Equal(at, Planned(noon with { Member = Someone(n) }, Days.Programme(540, 1020), new(Taking.AtStart)));
    }

    [Fact]
    public void What_was_missed_in_the_morning_is_made_up_for_after_an_absence_only_within_the_response_window()
    {
        var life = Days.At("UTC") with { Shifts = [new(Monday.AddHours(9), Monday.AddHours(17))], Absences = [new(Monday.AddHours(12), Monday.AddHours(13))] };
        var programme = Days.Programme(540, 541);
        programme.ResponseMinutes = 270;
        Assert.Equal(new Occasion(new(2026, 3, 2), Monday.AddHours(13), Monday.AddHours(13.5)), WhenToAsk.Next(programme, life, new(Taking.AtStart), [], Monday.AddHours(12.25)).Ask);
        Assert.Null(WhenToAsk.Next(programme, life, new(Taking.AtStart), [], Monday.AddHours(13.5)).Ask);
    }

    [Fact]
    public void Own_minute_and_own_days_go_before_the_window_but_never_outside_the_shift()
    {
        var wish = new Wish(Taking.AtStart) { OwnMinute = 15 * 60 + 7, OwnDays = Weekdays.Tuesday };
        Assert.Equal(Monday.AddDays(1).AddHours(15).AddMinutes(7), Planned(Days.At("UTC"), Days.Programme(), wish));
        Assert.Null(WhenToAsk.Next(Days.Programme(), Days.At("UTC"), wish with { OwnMinute = 20 * 60 }, [], Monday).Ask);
    }

    [Fact]
    public void Quiet_hours_move_the_first_hour_behind_them()
    {
        var programme = Days.Programme(0, 0);
        (programme.QuietFrom, programme.QuietTo) = (20 * 60, 10 * 60);
        Assert.Equal(10, Planned(Days.At("UTC"), programme, new(Taking.AtStart)).Hour);
    }

    [Fact]
    public void From_to_and_pauses_hold_and_far_ones_are_looked_at_again_in_time()
    {
        var programme = Days.Programme();
        (programme.From, programme.To) = (new(2026, 3, 4), new(2026, 3, 5));
        var ahead = WhenToAsk.Ahead(programme, Days.At("UTC"), new(Taking.AtStart), [], Monday, Monday.AddDays(14));
        Assert.Equal([new(2026, 3, 4), new DateOnly(2026, 3, 5)], ahead.Select(one => one.Day));
        Assert.Equal(default, WhenToAsk.Next(programme, Days.At("UTC"), new(Taking.AtStart), [], Monday.AddDays(7)));
        var far = WhenToAsk.Next(Days.Programme(), Days.At("UTC"), new Wish(Taking.AtStart) { NotBefore = new(2026, 5, 1) }, [], Monday);
        Assert.Equal((null, Days.Utc("2026-04-30T00:00")), (far.Ask, far.LookAt!.Value));
    }

    [Fact]
    public void A_yes_alone_brings_questions()
    {
        var yes = new Participation { MemberId = Guid.NewGuid(), Taking = Taking.AtEnd };
        Assert.NotNull(Wish.Of(yes));
        Assert.Null(Wish.Of(null));
        foreach (var taking in new[] { Taking.Undecided, Taking.No, Taking.OnMyOwn })
            Assert.Null(Wish.Of(new Participation { MemberId = yes.MemberId, Taking = taking }));
        (yes.SilentSince, yes.Unanswered) = (Monday, Participation.MostUnanswered);
        Assert.Null(Wish.Of(yes));
        (yes.SilentSince, yes.PausedUntil) = (null, DateOnly.MaxValue);
        Assert.Null(Wish.Of(yes));
    }

    [Fact]
    public void A_reminder_waits_for_nobody_outside_the_shift_or_in_quiet_hours()
    {
        var programme = Days.Programme();
        (programme.QuietFrom, programme.QuietTo) = (12 * 60, 13 * 60);
        Assert.True(WhenToAsk.MayHear(programme, Days.At("UTC"), Monday.AddHours(11)));
        Assert.Equal(Monday.AddHours(13), WhenToAsk.MayHearAt(programme, Days.At("UTC"), Monday.AddHours(12)));
        Assert.Equal(Monday.AddHours(33), WhenToAsk.MayHearAt(programme, Days.At("UTC"), Monday.AddHours(17)));
        Assert.Equal(Monday.AddDays(7).AddHours(9), WhenToAsk.MayHearAt(programme, Days.At("UTC"), Monday.AddDays(5).AddHours(11)));
        Assert.Null(WhenToAsk.MayHearAt(programme, Days.At("UTC") with { IsSwitchedOff = true }, Monday.AddHours(11)));
    }

    // Always the same ones: what chance would bring now and then is no test.
    static Guid Someone(int n) => new(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(n)).AsSpan(0, 16));

    static DateTime Planned(WorkLife life, Programme programme, Wish wish) => WhenToAsk.Next(programme, life, wish, [], Monday).Ask!.At;

    static DateTime Local(DateTime utc, WorkLife life) => TimeZoneInfo.ConvertTimeFromUtc(utc, life.Zone);
}
