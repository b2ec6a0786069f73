using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Programmes;

/// <summary>A question that its channel would not take for a while: it comes late where that is still a good time, else never, and nobody is counted as silent.</summary>
[Trait("Database", "Both")]
public sealed class HeldUpTests : AskingPeople
{
    [Theory]
    [InlineData(11, true)]
    [InlineData(18, false)]
    public async Task It_is_delivered_inside_the_shift_and_outside_quiet_hours_only(int hour, bool arrives)
    {
        await Changes(programme => (programme.QuietFrom, programme.QuietTo, programme.ResponseMinutes, programme.RemindAfterMinutes) = (12 * 60, 14 * 60, 20 * 60, 15 * 60));
        var mira = await Willing("Mira Solano");
        await Pass(Monday.AddHours(10), delivers: false);
        Assert.Single(await Asks(mira));
        await Pass(Monday.AddHours(hour), delivers: false);
        await Bot.Delivers();
        Assert.Equal(arrives ? 1 : 0, Heard(mira).Count);
        // Nor is anybody reminded of a question that they never saw, or told that it is closed.
        await Pass(Monday.AddHours(31), every: 60);
        Assert.Equal(arrives, Heard(mira).Any(one => one.Body.Contains("This question is closed", StringComparison.Ordinal)));
        Assert.DoesNotContain(Heard(mira), one => one.Body.Contains("there is still time", StringComparison.Ordinal) && !arrives);
        Assert.Equal(arrives ? 1 : 0, (await Participation(mira)).Unanswered);
        Assert.Equal(AskState.Closed, (await Asks(mira))[0].State);
    }

    [Fact]
    public async Task Quiet_hours_put_it_off_until_they_are_over()
    {
        await Changes(programme => (programme.QuietFrom, programme.QuietTo, programme.ResponseMinutes) = (12 * 60, 14 * 60, 20 * 60));
        var mira = await Willing("Mira Solano");
        await Pass(Monday.AddHours(10), delivers: false);
        foreach (var (hour, heard) in new[] { (12, 0), (13.9, 0), (14, 1) })
        {
            Bot.Clock.Set(Monday.AddHours(hour));
            await Bot.Delivers();
            Assert.Equal(heard, Heard(mira).Count);
        }
        Assert.Equal(0, Assert.Single(await Messages(mira)).Attempts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_first_card_and_the_word_before_the_silence_wait_for_the_shift_and_for_the_end_of_quiet_hours(bool isFirst)
    {
        await Changes(programme => (programme.QuietFrom, programme.QuietTo) = (16 * 60, 9 * 60 + 30));
        var mira = isFirst ? await Bot.Member("Mira Solano", zone: "UTC") : await Willing("Mira Solano");
        if (!isFirst)
            await Bot.Do(async db => (await db.Participations.SingleAsync(one => one.MemberId == mira.Id)).Unanswered = ServiceCulture.Bot.Features.Programmes.Participation.MostUnanswered);
        await Pass(Monday.AddHours(10), delivers: false);
        Assert.StartsWith(isFirst ? "invite/" : "silent/", Assert.Single(await Messages(mira)).Key, StringComparison.Ordinal);
        foreach (var (hour, heard) in new[] { (16.5, 0), (20, 0), (33, 0), (33.4, 0), (33.5, 1) })
        {
            Bot.Clock.Set(Monday.AddHours(hour));
            await Bot.Delivers();
            Assert.Equal(heard, Heard(mira).Count);
        }
    }

    [Fact]
    public async Task Of_several_programmes_the_first_that_may_be_heard_is_enough()
    {
        await Changes(programme => (programme.QuietFrom, programme.QuietTo) = (10 * 60, 15 * 60));
        var other = Days.Programme(540, 600);
        (other.Name, other.QuietFrom, other.QuietTo) = ("Evenings", 15 * 60, 10 * 60);
        await Starts(other);
        var mira = await Bot.Member("Mira Solano", zone: "UTC");
        await Pass(Monday.AddHours(10), delivers: false);
        Bot.Clock.Set(Monday.AddHours(11));
        await Bot.Delivers();
        Assert.Single(Heard(mira));
    }

    [Fact]
    public async Task A_pause_for_today_puts_the_first_card_off_and_one_for_good_takes_it_back()
    {
        var (mira, ben) = (await Bot.Member("Mira Solano", zone: "UTC"), await Bot.Member("Ben Okafor", zone: "UTC"));
        await Pass(Monday.AddHours(10), delivers: false);
        await Bot.Do(async db => (await db.Participations.SingleAsync(one => one.MemberId == mira.Id)).PausedUntil = new DateOnly(2026, 3, 3));
        await Bot.Do(async db => (await db.Participations.SingleAsync(one => one.MemberId == ben.Id)).PausedUntil = DateOnly.MaxValue);
        foreach (var (hour, heard) in new[] { (11, 0), (32, 0), (33, 1) })
        {
            Bot.Clock.Set(Monday.AddHours(hour));
            await Bot.Delivers();
            Assert.Equal((heard, 0), (Heard(mira).Count, Heard(ben).Count));
        }
    }

    [Fact]
    public async Task A_pulse_may_come_on_another_day_of_its_week()
    {
        var pulse = new Programme { Name = "Pulse", Kind = ProgrammeKind.Pulse, State = ProgrammeState.On, PackId = "", WindowFrom = 15 * 60, WindowTo = 16 * 60, ResponseMinutes = 20 * 60 };
        await Changes(programme => programme.State = ProgrammeState.Ended);
        await Starts(pulse);
        var mira = await Willing("Mira Solano");
        await Pass(Monday.AddHours(16), delivers: false);
        foreach (var (hour, heard) in new[] { (17.5, 0), (33, 1) })
        {
            Bot.Clock.Set(Monday.AddHours(hour));
            await Bot.Delivers();
            Assert.Equal(heard, Heard(mira).Count);
        }
    }

    [Fact]
    public async Task A_first_card_that_was_held_up_waits_while_no_programme_would_ask()
    {
        var mira = await Bot.Member("Mira Solano", zone: "UTC");
        await Pass(Monday.AddHours(10), delivers: false);
        Assert.Single(await Messages(mira));
        await Changes(programme => programme.State = ProgrammeState.Paused);
        Bot.Clock.Set(Monday.AddHours(11));
        await Bot.Delivers();
        Bot.Clock.Set(Monday.AddDays(4).AddHours(11));
        await Bot.Delivers();
        Assert.Empty(Heard(mira));
        await Changes(programme => (programme.State, programme.To) = (ProgrammeState.On, new DateOnly(2026, 3, 6)));
        Bot.Clock.Set(Monday.AddDays(7).AddHours(11));
        await Bot.Delivers();
        Assert.Empty(Heard(mira));
        await Changes(programme => programme.To = null);
        Bot.Clock.Set(Monday.AddDays(8).AddHours(12));
        await Bot.Delivers();
        Assert.Single(Heard(mira));
    }

    [Theory]
    [InlineData(ProgrammeState.Paused)]
    [InlineData(ProgrammeState.Ended)]
    public async Task It_is_not_delivered_once_its_programme_asks_no_more(ProgrammeState state)
    {
        await Changes(programme => programme.ResponseMinutes = 20 * 60);
        var mira = await Willing("Mira Solano");
        await Pass(Monday.AddHours(10), delivers: false);
        Assert.Single(await Asks(mira));
        await Changes(programme => programme.State = state);
        Bot.Clock.Set(Monday.AddHours(10.5));
        await Pass(Monday.AddHours(11));
        Assert.Empty(Heard(mira));
    }
}
