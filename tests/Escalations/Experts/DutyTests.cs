using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Experts;
using ServiceCulture.Bot.Features.Programmes;

namespace ServiceCulture.Tests.Escalations.Experts;

/// <summary>When somebody is there for questions: by the clock on their own wall.</summary>
public sealed class DutyTests
{
    static readonly WorkLife Berlin = new() { Member = Guid.NewGuid(), Zone = LocalDay.Zone("Europe/Berlin") };

    [Fact]
    public void Who_set_nothing_is_on_duty_as_they_work()
    {
        var duty = new Duty(Berlin);
        Assert.Equal(At("2026-03-02 08:00"), duty.FirstFrom(At("2026-03-02 03:00")));
        Assert.True(duty.Has(At("2026-03-02 15:59")));
        Assert.Equal(At("2026-03-03 08:00"), duty.FirstFrom(At("2026-03-02 16:00")));
        // Friday evening to Monday.
        Assert.Equal(At("2026-03-09 08:00"), duty.FirstFrom(At("2026-03-06 20:00")));
    }

    [Fact]
    public void Own_duty_hours_go_before_and_keep_to_the_wall_clock_when_it_is_moved()
    {
        var duty = new Duty(Berlin, Weekdays.All, 9 * 60, 12 * 60);
        Assert.Equal(At("2026-03-28 08:00"), duty.FirstFrom(At("2026-03-28 01:00")));
        // On the 29th the clock is put forward: nine o'clock is seven in UTC.
        Assert.Equal(At("2026-03-29 07:00"), duty.FirstFrom(At("2026-03-28 11:00")));
        Assert.Equal(At("2026-10-25 08:00"), duty.FirstFrom(At("2026-10-24 10:00")));
    }

    [Fact]
    public void A_night_over_the_moved_clock_is_one_duty()
    {
        var night = new Duty(Berlin, Weekdays.Saturday, 22 * 60, 6 * 60);
        Assert.True(night.Has(At("2026-03-28 23:30")));
        Assert.True(night.Has(At("2026-03-29 03:59")));
        Assert.False(night.Has(At("2026-03-29 04:00")));
        // When it is put back, the night is an hour longer.
        Assert.True(night.Has(At("2026-10-25 04:59")));
        Assert.False(night.Has(At("2026-10-25 05:00")));
    }

    [Fact]
    public void Only_days_or_only_hours_of_their_own_leave_the_rest_as_they_work()
    {
        Assert.Equal(At("2026-03-07 08:00"), new Duty(Berlin, Weekdays.Saturday).FirstFrom(At("2026-03-02 09:00")));
        Assert.Equal(At("2026-03-02 13:00"), new Duty(Berlin, null, 14 * 60, 17 * 60).FirstFrom(At("2026-03-02 09:00")));
    }

    [Fact]
    public void Absences_and_holidays_are_no_duty()
    {
        var away = Berlin with { Absences = [new(At("2026-03-02 00:00"), At("2026-03-04 10:00"))], Holidays = new HashSet<DateOnly> { new(2026, 3, 5) } };
        foreach (var duty in new[] { new Duty(away), new Duty(away, Weekdays.All, 9 * 60, 17 * 60) })
        {
            Assert.Equal(At("2026-03-04 10:00"), duty.FirstFrom(At("2026-03-02 09:00")));
            Assert.Equal(At("2026-03-06 08:00"), duty.FirstFrom(At("2026-03-04 17:00")));
        }
    }

    [Fact]
    public void Shifts_are_duty_also_on_a_holiday()
    {
        var shifts = Berlin with { Shifts = [new(At("2026-03-05 18:00"), At("2026-03-06 02:00"))], Holidays = new HashSet<DateOnly> { new(2026, 3, 5) } };
        Assert.Equal(At("2026-03-05 18:00"), new Duty(shifts).FirstFrom(At("2026-03-02 09:00")));
        Assert.Null(new Duty(shifts).FirstFrom(At("2026-03-06 02:00")));
    }

    [Fact]
    public void Beyond_a_fortnight_nothing_is_foreseen() => Assert.Null(new Duty(Berlin, Weekdays.None, 0, 60).FirstFrom(At("2026-03-02 09:00")));

    static DateTime At(string utc) => DateTime.SpecifyKind(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
