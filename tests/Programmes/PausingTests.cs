using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Programmes;

/// <summary>A pause is honoured by every entrance, at once; and ends when its person says.</summary>
public sealed class PausingTests : AskingPeople
{
    Someone _mira = null!;

    private protected override async Task Arrange()
    {
        await base.Arrange();
        await Changes(programme => programme.RemindAfterMinutes = 60);
        _mira = await Willing("Mira Solano");
    }

    [Fact]
    public async Task For_today_means_tomorrow_again()
    {
        await Pauses(PauseAsking.Today);
        await Pass(Monday.AddHours(34), 15);
        Assert.Equal([new DateOnly(2026, 3, 3)], (await Asks(_mira)).Select(ask => ask.Day));
    }

    [Fact]
    public async Task Until_a_date_means_that_day_is_the_first_again()
    {
        await Pauses(PauseAsking.Until, (PauseAsking.FromField, "2026-03-05"));
        await Pass(Monday.AddDays(4), 15);
        Assert.Equal([new DateOnly(2026, 3, 5)], (await Asks(_mira)).Select(ask => ask.Day));
    }

    [Fact]
    public async Task For_good_means_nothing_until_they_say_so_and_checkin_works_all_the_same()
    {
        Assert.Contains("Paused for good", Says(await Pauses(PauseAsking.ForGood)));
        await Pass(Monday.AddDays(7), 30);
        Assert.Empty(Heard(_mira));
        Assert.Contains("How steady", (await Bot.Types(_mira, "checkin")).Words);
        Assert.Contains("I ask early", Says(await Pauses(PauseAsking.NotNow)));
        await Pass(Monday.AddDays(8), 15);
        Assert.Single(await Asks(_mira));
    }

    [Fact]
    public async Task What_waits_unsent_is_taken_back_and_what_stands_there_is_closed_and_not_reminded_of()
    {
        await Pass(Monday.AddHours(10), delivers: false);
        Assert.Single(await Messages(_mira));
        await Pauses(PauseAsking.Today);
        await Pass(Monday.AddHours(14));
        Assert.Empty(Heard(_mira));
        Assert.Equal(AskState.NotToday, Assert.Single(await Asks(_mira)).State);

        // Whatever minute is hers, she is not reminded before she pauses.
        await Changes(programme => programme.RemindAfterMinutes = 120);
        await Pass(Monday.AddHours(34));
        await Pauses(PauseAsking.ForGood);
        await Pass(Monday.AddHours(40));
        Assert.Equal(2, Heard(_mira).Count);
        Assert.Contains("closed", Heard(_mira)[1].Words);
        Assert.Equal(0, (await Participation(_mira)).Unanswered);
    }

    [Fact]
    public async Task A_pause_that_comes_while_the_job_writes_still_holds_the_question_back()
    {
        await Pass(Monday.AddHours(10), delivers: false);
        // As though the pause's turn had not yet seen the ask.
        await Bot.Do(async db => (await db.Participations.SingleAsync()).PausedUntil = DateOnly.MaxValue);
        await Bot.Delivers();
        Assert.Empty(Heard(_mira));
    }

    [Fact]
    public async Task Own_time_and_own_days_are_kept_shown_and_held_to()
    {
        await Pauses(PauseAsking.NotNow, (PauseAsking.TimeField, "15:20"), (PauseAsking.DaysField, (string[])["tuesday", "thursday"]));
        var form = await Bot.Types(_mira, "pause");
        Assert.Equal(("15:20", "tuesday,thursday", "start"), (form.Holds(PauseAsking.TimeField), form.Holds(PauseAsking.DaysField), form.Holds(PauseAsking.WhenField)));
        await Pass(Monday.AddDays(4), 20);
        Assert.Equal([Monday.AddHours(39).AddMinutes(20), Monday.AddHours(87).AddMinutes(20)], (await Asks(_mira)).Select(ask => new DateTime(ask.At.Year, ask.At.Month, ask.At.Day, ask.At.Hour, ask.At.Minute, 0, DateTimeKind.Utc)));
    }

    [Theory]
    [InlineData("", "", "", "", PauseAsking.ForField)]
    [InlineData("sometime", "", "", "", PauseAsking.ForField)]
    [InlineData(PauseAsking.Until, "", "", "", PauseAsking.FromField)]
    [InlineData(PauseAsking.Until, "2026-03-02", "", "", PauseAsking.FromField)]
    [InlineData(PauseAsking.Until, "2036-03-02", "", "", PauseAsking.FromField)]
    [InlineData(PauseAsking.NotNow, "", "start", "25:61", PauseAsking.TimeField)]
    [InlineData(PauseAsking.NotNow, "", Invitation.OnMyOwn, "09:00", PauseAsking.WhenField)]
    public async Task What_cannot_be_is_said_at_its_field_with_everything_kept(string pause, string from, string when, string time, string field)
    {
        var wrong = await Bot.Submits(_mira, await Bot.Types(_mira, "pause"), (PauseAsking.ForField, pause), (PauseAsking.FromField, from), (PauseAsking.WhenField, when), (PauseAsking.TimeField, time));
        Assert.IsType<Reply.Wrong>(wrong.Reply);
        Assert.NotEmpty(wrong.Fault(field));
        Assert.Equal((pause, from, time), (wrong.Holds(PauseAsking.ForField), wrong.Holds(PauseAsking.FromField), wrong.Holds(PauseAsking.TimeField)));
        Assert.True(wrong.Form.Private);
        Assert.Null((await Participation(_mira)).PausedUntil);
    }

    [Fact]
    public async Task A_form_from_before_an_erasure_saves_nothing_and_somebody_elses_is_refused()
    {
        var form = await Bot.Types(_mira, "pause");
        var ben = await Bot.Member("Ben Okafor", zone: "UTC");
        Assert.Contains("someone else", (await Bot.Submits(ben, form, (PauseAsking.ForField, PauseAsking.ForGood))).Words);
        await Bot.Do(async db => (await db.Members.SingleAsync(one => one.Id == _mira.Id)).ErasedAt = Bot.Clock.Now.AddMinutes(1));
        Assert.Contains("your data erased after this form was opened", (await Bot.Submits(_mira, form, (PauseAsking.ForField, PauseAsking.ForGood))).Words);
        Assert.Null((await Participation(_mira)).PausedUntil);
    }

    [Fact]
    public async Task Whoever_pauses_before_they_were_invited_is_not_invited()
    {
        var ben = await Bot.Member("Ben Okafor", zone: "UTC");
        await Bot.Submits(ben, await Bot.Types(ben, "pause"), (PauseAsking.ForField, PauseAsking.ForGood));
        await Pass(Monday.AddDays(2), 30);
        Assert.Empty(Heard(ben));
    }

    async Task<Heard> Pauses(string pause, params (string Field, object Value)[] more) =>
        await Bot.Submits(_mira, await Bot.Types(_mira, "pause"), [(PauseAsking.ForField, pause), .. more]);

    static string Says(Heard heard) => heard.Form.Fields.OfType<Field.Note>().First().Label.Plain(Reader.Plain);
}
