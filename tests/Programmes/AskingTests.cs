using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Programmes;

/// <summary>The job that asks, over the database and with the clock moved.</summary>
public sealed class AskingTests : AskingPeople
{
    [Fact]
    public async Task Whoever_said_yes_is_asked_once_a_day_inside_the_window_and_answers_with_one_press()
    {
        var mira = await Willing("Mira Solano", "Europe/Berlin");
        await Pass(Monday.AddHours(20), 1);
        var ask = Assert.Single(await Asks(mira));
        Assert.InRange(ask.At, Monday.AddHours(8), Monday.AddHours(9));
        Bot.Clock.Set(ask.At.AddMinutes(5));
        var question = Heard(mira)[0];
        Assert.Contains("How steady", question.Words);
        await Bot.Presses(mira, new Ref(CheckInCard.StepId, $"{ask.Id}/4"));
        Bot.Clock.Set(Monday.AddHours(20));
        await Pass(Monday.AddHours(34));
        Assert.Equal([new(2026, 3, 2), new DateOnly(2026, 3, 3)], (await Asks(mira)).Select(one => one.Day));
    }

    [Fact]
    public async Task A_programme_that_is_changed_at_one_minute_to_nine_asks_by_what_it_says_then()
    {
        await Changes(programme => (programme.WindowFrom, programme.WindowTo) = (540, 541));
        var mira = await Willing("Mira Solano");
        await Pass(Monday.AddHours(8).AddMinutes(59), 1);
        await Changes(programme => (programme.WindowFrom, programme.WindowTo) = (900, 901));
        await Pass(Monday.AddHours(14).AddMinutes(59));
        Assert.Empty(await Asks(mira));
        await Pass(Monday.AddHours(16), 1);
        Assert.Equal(Monday.AddHours(15), Assert.Single(await Asks(mira)).At, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_programme_that_is_paused_at_one_minute_to_nine_asks_nobody()
    {
        var mira = await Willing("Mira Solano");
        await Pass(Monday.AddHours(8).AddMinutes(59), 1);
        await Changes(programme => programme.State = ProgrammeState.Paused);
        await Pass(Monday.AddHours(34));
        Assert.Empty(await Asks(mira));
    }

    [Fact]
    public async Task Two_runs_at_once_and_two_programmes_ask_everybody_once()
    {
        var other = Days.Programme(540, 600);
        other.Name = "Another";
        await Starts(other);
        var people = new List<Someone>();
        for (var n = 0; n < 30; n++)
            people.Add(await Willing($"Person {n}"));
        Bot.Clock.Set(Monday.AddHours(10));
        var runs = Enumerable.Range(0, 4).Select(_ => ActivatorUtilities.CreateInstance<AskingWhoIsDue>(Bot.Get<IServiceProvider>())).ToList();
        await Task.WhenAll(runs.Select(run => Task.Run(() => run.Run(default))));
        await Pass(Monday.AddHours(10.5));
        foreach (var one in people)
        {
            Assert.Single(await Asks(one));
            Assert.Single(Heard(one));
        }
    }

    [Fact]
    public async Task Three_hours_down_are_made_up_for_once()
    {
        var mira = await Willing("Mira Solano");
        await Pass(Monday.AddHours(8));
        Bot.Clock.Set(Monday.AddHours(11.9));
        await Pass(Monday.AddHours(17));
        Assert.Equal(Monday.AddHours(11.9), Assert.Single(await Asks(mira)).At, TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(-24)]
    [InlineData(24)]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_clock_that_was_wrong_and_is_put_right_brings_one_a_day(int hours)
    {
        var mira = await Willing("Mira Solano");
        await Pass(Monday.AddHours(36));
        Bot.Clock.Set(Monday.AddHours(36 + hours));
        await Pass(Monday.AddHours(36 + hours + 1));
        Bot.Clock.Set(Monday.AddHours(37));
        await Pass(Monday.AddDays(3));
        var days = (await Asks(mira)).ConvertAll(ask => ask.Day);
        Assert.Equal([new(2026, 3, 2), new(2026, 3, 3), new DateOnly(2026, 3, 4)], days.Order());
    }

    [Fact]
    public async Task The_one_reminder_goes_to_who_has_not_answered_and_to_nobody_twice()
    {
        await Changes(programme => programme.RemindAfterMinutes = 90);
        var (mira, ben) = (await Willing("Mira Solano"), await Willing("Ben Okafor"));
        await Pass(Monday.AddHours(10));
        await Bot.Presses(ben, new Ref(CheckInCard.StepId, $"{Assert.Single(await Asks(ben)).Id}/3"));
        await Pass(Monday.AddHours(12));
        Assert.Single(Heard(mira), heard => heard.Key.EndsWith("/again", StringComparison.Ordinal));
        Assert.DoesNotContain(Heard(ben), heard => heard.Key.EndsWith("/again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_reminder_comes_in_quiet_hours_and_none_after_them()
    {
        await Changes(programme => (programme.RemindAfterMinutes, programme.QuietFrom, programme.QuietTo) = (60, 600, 720));
        var mira = await Willing("Mira Solano");
        await Pass(Monday.AddHours(17), 1);
        Assert.DoesNotContain(Heard(mira), heard => heard.Key.EndsWith("/again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_that_nobody_answered_is_closed_where_it_stands()
    {
        var mira = await Willing("Mira Solano");
        await Pass(Monday.AddHours(15));
        Assert.Equal(AskState.Closed, Assert.Single(await Asks(mira)).State);
        Assert.Contains("closed", Heard(mira)[^1].Words);
        Assert.True(Heard(mira)[^1].IsChange);
    }

    [Fact]
    public async Task After_three_without_an_answer_the_bot_falls_silent_says_so_once_and_can_be_asked_to_begin_again()
    {
        var mira = await Willing("Mira Solano");
        await Pass(Monday.AddDays(11), 15);
        Assert.Equal(3, (await Asks(mira)).Count);
        var said = Assert.Single(Heard(mira), heard => heard.Key.StartsWith("silent/", StringComparison.Ordinal));
        Assert.InRange(said.At, Monday.AddDays(3).AddHours(9), Monday.AddDays(3).AddHours(10.5));
        await Bot.Presses(mira, said, "Ask me again");
        await Pass(Monday.AddDays(14), 15);
        Assert.Equal(4, (await Asks(mira)).Count);
        Assert.Single(Heard(mira), heard => heard.Key.StartsWith("silent/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_press_or_checkin_five_minutes_after_the_farewell_ends_the_silence_and_nothing_more_is_asked_that_day(bool presses)
    {
        var mira = await Willing("Mira Solano");
        var late = Days.Programme(15 * 60, 16 * 60);
        late.Name = "Late";
        await Starts(late, new Programme { Name = "Pulse", Kind = ProgrammeKind.Pulse, State = ProgrammeState.On, PackId = "", WindowFrom = 14 * 60, WindowTo = 15 * 60, Days = Weekdays.Thursday });
        await Pass(Monday.AddDays(3).AddHours(9), 30);
        while (!Heard(mira).Any(heard => heard.Key.StartsWith("silent/", StringComparison.Ordinal)) && Bot.Clock.Now < Monday.AddDays(4))
            await Pass(Bot.Clock.Now.AddMinutes(5));
        Bot.Clock.Advance(TimeSpan.FromMinutes(5));
        if (presses)
            Assert.Contains("from your next shift on", (await Bot.Presses(mira, Heard(mira)[^1], "Ask me again")).Words);
        else
            await Bot.Types(mira, "checkin");
        await Pass(Monday.AddDays(4), 30);
        Assert.Equal(3, (await Asks(mira)).Count);
        await Pass(Monday.AddDays(4).AddHours(12), 30);
        Assert.Equal(4, (await Asks(mira)).Count);
        Assert.Null((await Participation(mira)).SilentSince);
        Assert.Single(Heard(mira), heard => heard.Key.StartsWith("silent/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asked_to_begin_again_it_keeps_to_a_pause_and_to_an_erasure_that_came_since_and_says_so()
    {
        var mira = await Willing("Mira Solano");
        await Pass(Monday.AddDays(4), 15);
        var said = Assert.Single(Heard(mira), heard => heard.Key.StartsWith("silent/", StringComparison.Ordinal));
        await Bot.Do(async db => (await db.Participations.SingleAsync(one => one.MemberId == mira.Id)).PausedUntil = DateOnly.MaxValue);
        Assert.Contains("that stays so", (await Bot.Presses(mira, said, "Ask me again")).Words);
        await Bot.Do(async db =>
        {
            (await db.Participations.SingleAsync(one => one.MemberId == mira.Id)).PausedUntil = null;
            (await db.Members.SingleAsync(one => one.Id == mira.Id)).ErasedAt = Bot.Clock.Now.AddMinutes(1);
        });
        Assert.Contains("before your data were erased", (await Bot.Presses(mira, said, "Ask me again")).Words);
    }

    [Fact]
    public async Task Whoever_changes_zone_is_asked_by_the_new_one()
    {
        var mira = await Willing("Mira Solano", "Europe/Berlin");
        await Pass(Monday.AddHours(9.5));
        Assert.Single(await Asks(mira));
        await Changes(mira, member => member.Zone = "America/New_York");
        await Pass(Monday.AddHours(40), 10);
        var asks = await Asks(mira);
        Assert.Equal(2, asks.Count);
        Assert.InRange(asks[1].At, Days.Utc("2026-03-03T14:00"), Days.Utc("2026-03-03T15:00"));
    }

    [Fact]
    public async Task Holidays_of_their_region_and_a_feature_that_is_off_at_their_site_are_honoured_from_the_next_minute_on()
    {
        var (mira, ben, ana) = (await Willing("Mira Solano"), await Willing("Ben Okafor"), await Willing("Ana Petrova"));
        await Changes(mira, member => (member.Country, member.Region) = ("DE", "BY"));
        await Changes(ana, member => (member.Country, member.Region, member.Site) = ("DE", "BE", "Berlin"));
        await Changes(ben, member => member.Site = "Lisbon");
        await Pass(Monday.AddHours(8.9));
        await Bot.Do(db =>
        {
            db.AddRange(new Holiday { Country = "DE", Region = "BY", Day = new(2026, 3, 2), Name = "A day off" }, Replanning.InCountry("DE"));
            db.AddRange(new SwitchedOff { Site = "Lisbon", Feature = "check-ins", At = Bot.Clock.Now }, Replanning.AtSite("Lisbon"));
            return Task.CompletedTask;
        });
        await Pass(Monday.AddHours(12));
        Assert.Empty(await Asks(mira));
        Assert.Empty(await Asks(ben));
        Assert.Single(await Asks(ana));
    }

    [Fact]
    public async Task Shifts_that_are_imported_move_the_question()
    {
        var mira = await Willing("Mira Solano");
        await Pass(Monday.AddHours(8.5));
        await Changes(programme => (programme.WindowFrom, programme.WindowTo) = (0, 0));
        await Bot.Do(db =>
        {
            db.AddRange(new Shift { MemberId = mira.Id, Start = Monday.AddHours(13), End = Monday.AddHours(21) }, Replanning.OfMember(mira.Id));
            return Task.CompletedTask;
        });
        await Pass(Monday.AddDays(3), 10);
        Assert.InRange(Assert.Single(await Asks(mira)).At, Monday.AddHours(13), Monday.AddHours(14.2));
    }

    [Fact]
    public async Task A_night_shifts_answer_after_midnight_is_of_its_day_and_the_next_night_is_asked_again()
    {
        await Changes(programme => (programme.WindowFrom, programme.WindowTo) = (0, 0));
        var mira = await Willing("Mira Solano");
        await Changes(mira, member => (member.WorkFrom, member.WorkTo) = (22 * 60, 6 * 60));
        await Pass(Monday.AddHours(24.5));
        var ask = Assert.Single(await Asks(mira));
        await Bot.Presses(mira, new Ref(CheckInCard.StepId, $"{ask.Id}/2"));
        await Pass(Monday.AddHours(47.9), 10);
        Assert.Equal([new(2026, 3, 2), new DateOnly(2026, 3, 3)], (await Asks(mira)).Select(one => one.Day));
        Assert.Equal(new DateOnly(2026, 3, 2), (await Bot.Read(db => db.CheckIns.SingleAsync())).Day);
    }

    [Fact]
    public async Task Only_the_audience_is_asked_and_whoever_came_since_has_plans_too()
    {
        var care = await Bot.Member("Ana Petrova", team: "Care", zone: "UTC");
        var team = await Bot.Read(db => db.Teams.Select(one => one.Id).SingleAsync());
        await Changes(programme => programme.Teams = [team]);
        var mira = await Willing("Mira Solano");
        var late = await Bot.Member("Noor van Dijk", team: "Care", zone: "UTC");
        await Bot.Chose(Taking.AtStart, care, late);
        await Bot.Get<AskingWhoIsDue>().MeetNewcomers(default);
        await Pass(Monday.AddHours(12));
        Assert.Empty(await Asks(mira));
        Assert.Single(await Asks(care));
        Assert.Single(await Asks(late));
    }

    [Fact]
    public async Task Whoever_cannot_be_reached_is_passed_over_and_asked_the_next_day()
    {
        var mira = await Willing("Mira Solano");
        await Bot.Do(async db => (await db.Accounts.SingleAsync(one => one.MemberId == mira.Id)).BlockedAt = Monday);
        await Pass(Monday.AddHours(18), 10);
        Assert.Empty(await Asks(mira));
        await Bot.Do(async db => (await db.Accounts.SingleAsync(one => one.MemberId == mira.Id)).BlockedAt = null);
        await Pass(Monday.AddHours(36), 10);
        Assert.Equal(new DateOnly(2026, 3, 3), Assert.Single(await Asks(mira)).Day);
    }

    [Fact]
    public async Task One_plan_that_breaks_the_program_keeps_nobody_else_from_being_asked()
    {
        var (mira, ben) = (await Willing("Mira Solano"), await Willing("Ben Okafor"));
        // Before the calendar begins.
        await Changes(mira, member => member.WorkFrom = int.MinValue);
        await Pass(Monday.AddHours(12));
        Assert.Empty(await Asks(mira));
        Assert.Single(await Asks(ben));
    }

    [Fact]
    public async Task A_question_that_waited_too_long_is_not_sent_any_more_and_counts_for_nothing()
    {
        var mira = await Willing("Mira Solano");
        await Pass(Monday.AddHours(10), delivers: false);
        Bot.Clock.Set(Monday.AddHours(15));
        await Pass(Monday.AddHours(16));
        Assert.Empty(Heard(mira));
        Assert.Equal(0, (await Participation(mira)).Unanswered);
        Assert.Equal("not-wanted", (await Messages(mira))[0].LastError);
    }
}
