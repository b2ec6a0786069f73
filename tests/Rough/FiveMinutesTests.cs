using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Rough;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Cards.Rough;
using ServiceCulture.Tests.Support;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.Rough;

/// <summary>A colleague of one's own choice is asked for five minutes and learns nothing else.</summary>
public sealed class FiveMinutesTests : OverTheDatabase
{
    Someone _mira = null!, _ben = null!, _yuki = null!;

    private protected override async Task Arrange()
    {
        (_mira, _ben) = (await Bot.Member("Mira Solano", Channel.Slack, team: "Front desk", zone: "Europe/Berlin"), await Bot.Member("Ben Okafor", Channel.Teams, team: "Front desk"));
        _yuki = await Bot.Member("Yuki Tanabe", Channel.Local, team: "Phone line");
    }

    [Fact]
    public async Task The_colleague_gets_the_request_and_nothing_else_and_the_asker_hears_the_answer()
    {
        var asked = await Asks(_ben);
        Assert.True(asked.Form.Private);
        await Bot.Delivers();
        var request = Assert.Single(Bot.Teams.Sent);
        Assert.Equal(_ben.Account, request.Place);
        Assert.Contains("Mira Solano asks whether you have five minutes for them. Nothing else was shared.", request.Words.Replace("@", "", StringComparison.Ordinal));
        Assert.Equal(["I'm coming", "Not now"], request.Card.Buttons.Select(button => button.Label.Plain(Reader.Plain)));
        Assert.Contains("You asked Ben Okafor", Plain(Assert.Single(Bot.Slack.Sent)));

        var said = await Bot.Presses(_ben, request, "I'm coming");
        Assert.Contains("You're going to Mira Solano; they know it", said.Words);
        await Bot.Delivers();
        Assert.Empty(Bot.Teams.Sent[^1].Card.Buttons);
        Assert.True(Bot.Teams.Sent[^1].IsChange);
        var news = Bot.Slack.Sent.Single(sent => sent.Key.EndsWith("/answer", StringComparison.Ordinal));
        Assert.Contains("has five minutes for you and is coming", Plain(news));
        Assert.All(Bot.Slack.Sent, sent => Assert.Equal(_mira.Account, sent.Place));
        Assert.Empty(Bot.Local.Sent);
    }

    [Fact]
    public async Task Not_now_is_said_plainly_and_somebody_else_can_be_asked()
    {
        await Asks(_ben);
        await Bot.Delivers();
        await Bot.Presses(_ben, Bot.Teams.Sent[0], "Not now");
        await Bot.Delivers();
        var news = Bot.Slack.Sent.Single(sent => sent.Key.EndsWith("/answer", StringComparison.Ordinal));
        Assert.Contains("can't get away just now", Plain(news));
        var form = await Bot.Presses(_mira, news, "Ask someone else");
        Assert.True(form.Form.Private);
        Assert.Equal(RoughDone.Id, (await Bot.Submits(_mira, form, (AskFiveMinutes.PersonField, _yuki))).Form.About.Id);
        await Bot.Delivers();
        Assert.Single(Bot.Local.Sent);
    }

    [Fact]
    public async Task It_can_be_taken_back_and_a_late_answer_then_changes_nothing()
    {
        await Asks(_ben);
        await Bot.Delivers();
        var request = Bot.Teams.Sent[0];
        var taken = await Bot.Presses(_mira, Bot.Slack.Sent[0], "Take it back");
        Assert.StartsWith("Taken back", taken.Words);
        await Bot.Delivers();
        Assert.Contains("no longer needs an answer", Bot.Teams.Sent[^1].Words);
        Assert.Contains("no longer needs an answer", (await Bot.Presses(_ben, request, "I'm coming")).Words);
        Assert.Equal(FiveMinutesState.TakenBack, (await Row()).State);
        Assert.Equal(2, Bot.Slack.Sent.Count);
        Assert.StartsWith("Taken back", (await Bot.Presses(_mira, Bot.Slack.Sent[0], "Take it back")).Words);
    }

    [Fact]
    public async Task The_first_answer_stands()
    {
        await Asks(_ben);
        await Bot.Delivers();
        await Bot.Presses(_ben, Bot.Teams.Sent[0], "Not now");
        Assert.Contains("can't just now", (await Bot.Presses(_ben, Bot.Teams.Sent[0], "I'm coming")).Words);
        Assert.DoesNotContain("Take it back", (await Bot.Presses(_mira, new Ref(FiveMinutesCard.TakeBackId, (await Row()).Id.ToString()))).Buttons);
        Assert.Equal(FiveMinutesState.NotNow, (await Row()).State);
        Assert.Equal(2, (await Row()).Version);
    }

    [Fact]
    public async Task Nobody_answers_for_somebody_else()
    {
        await Asks(_ben);
        var id = (await Row()).Id.ToString();
        foreach (var (who, press) in new[] { (_yuki, FiveMinutesCard.ComingId), (_mira, FiveMinutesCard.ComingId), (_ben, FiveMinutesCard.TakeBackId) })
            Assert.Contains("isn't yours to answer", (await Bot.Presses(who, new Ref(press, id))).Words);
        Assert.Contains("no longer there", (await Bot.Presses(_ben, new Ref(FiveMinutesCard.ComingId, Guid.NewGuid().ToString()))).Words);
        Assert.Equal(FiveMinutesState.Asked, (await Row()).State);
    }

    [Fact]
    public async Task After_half_an_hour_without_an_answer_the_asker_is_told_once_and_may_ask_somebody_else()
    {
        await Asks(_ben);
        Bot.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(0, await Tells());
        Assert.Contains("You asked Ben Okafor a moment ago", (await Asks(_yuki)).Fault(AskFiveMinutes.PersonField));
        Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await Tells());
        Assert.Equal(0, await Tells());
        var told = Bot.Slack.Sent.Single(sent => sent.Key.EndsWith("/no-answer", StringComparison.Ordinal));
        Assert.Contains("hasn't answered in 30 minutes", Plain(told));
        var form = await Bot.Presses(_mira, told, "Ask someone else");
        Assert.Equal(RoughDone.Id, (await Bot.Submits(_mira, form, (AskFiveMinutes.PersonField, _yuki))).Form.About.Id);

        await Bot.Presses(_ben, Bot.Teams.Sent[0], "I'm coming");
        await Bot.Delivers();
        Assert.Contains(Bot.Slack.Sent, sent => sent.Key.EndsWith("/answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hours_later_nobody_is_told_and_an_answer_helps_nobody_any_more()
    {
        await Asks(_ben);
        await Bot.Delivers();
        Bot.Clock.Advance(TimeSpan.FromHours(4) + TimeSpan.FromMinutes(1));
        Assert.Equal(0, await Tells());
        Assert.Contains("no longer needs an answer", (await Bot.Presses(_ben, Bot.Teams.Sent[0], "I'm coming")).Words);
        Assert.Equal(FiveMinutesState.Asked, (await Row()).State);
    }

    [Fact]
    public async Task Five_a_day_are_sent_and_the_next_day_begins_anew()
    {
        for (var n = 0; n < AskFiveMinutes.MostADay; n++)
        {
            Assert.Equal(RoughDone.Id, (await Asks(n % 2 == 0 ? _ben : _yuki)).Form.About.Id);
            Bot.Clock.Advance(TimeSpan.FromMinutes(31));
        }
        Assert.Contains("at most 5 such requests a day", (await Asks(_ben)).Fault(AskFiveMinutes.PersonField));
        Bot.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(RoughDone.Id, (await Asks(_ben)).Form.About.Id);
    }

    [Fact]
    public async Task The_same_form_delivered_or_sent_twice_asks_once()
    {
        var form = await Opens();
        await Bot.Submits(_mira, form, "E-1", (AskFiveMinutes.PersonField, _ben));
        await Bot.Submits(_mira, form, "E-1", (AskFiveMinutes.PersonField, _ben));
        Assert.Contains("a moment ago", (await Bot.Submits(_mira, form, "E-2", (AskFiveMinutes.PersonField, _ben))).Fault(AskFiveMinutes.PersonField));
        Assert.Equal(1, await Bot.Read(db => db.FiveMinutes.CountAsync()));
    }

    [Fact]
    public async Task Sent_from_two_devices_at_the_same_moment_it_asks_once()
    {
        var form = await Opens();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() => Bot.Submits(_mira, form, $"E-{n}", (AskFiveMinutes.PersonField, n % 2 == 0 ? _ben : _yuki)))));
        Assert.Equal(1, await Bot.Read(db => db.FiveMinutes.CountAsync()));
    }

    [Fact]
    public async Task Nobody_is_asked_who_was_not_picked_or_can_not_come()
    {
        var form = await Opens();
        Assert.DoesNotContain(form.Form.Fields.OfType<Field.People>().Single().Nearby, choice => choice.Value == _mira.Id.ToString());
        Assert.Contains("or close this", (await Bot.Submits(_mira, form)).Fault(AskFiveMinutes.PersonField));
        Assert.Contains("This is you", (await Asks(_mira)).Fault(AskFiveMinutes.PersonField));
        Assert.Contains("is a bot", (await Asks(await Bot.Member("Robo", isBot: true))).Fault(AskFiveMinutes.PersonField));
        Assert.Contains("I can't reach", (await Asks(await Bot.Member("Gone Away", hasLeft: true))).Fault(AskFiveMinutes.PersonField));
        var unknown = await Bot.Submits(_mira, form, (AskFiveMinutes.PersonField, "nobody"));
        Assert.Contains("don't know this person", unknown.Fault(AskFiveMinutes.PersonField));
        Assert.Equal("nobody", unknown.Holds(AskFiveMinutes.PersonField));
        Assert.True(unknown.Form.Private);
        Assert.Equal(0, await Bot.Read(db => db.FiveMinutes.CountAsync()));
    }

    [Theory]
    // It is Monday at nine, UTC. Where nobody said when somebody works, nobody is taken to be away.
    [InlineData("UTC", null, null, false, true)]
    [InlineData("America/New_York", null, null, false, true)]
    [InlineData("Asia/Kathmandu", null, null, false, true)]
    [InlineData("America/New_York", -60, 60, false, true)]
    [InlineData("UTC", 60, 480, false, false)]
    [InlineData("UTC", -480, 0, false, false)]
    [InlineData("UTC", -480, 1, false, true)]
    [InlineData("UTC", -60, 60, true, false)]
    [InlineData("UTC", 60, 120, true, true)]
    public async Task Who_is_away_is_not_asked_and_nothing_is_said_of_why(string zone, int? from, int? to, bool isAbsence, bool isThere)
    {
        var noor = await Bot.Member("Noor van Dijk", Channel.Teams, zone: zone);
        if (from is { } start)
            await Bot.Do(db => Task.FromResult(db.Add(new Shift { MemberId = noor.Id, Start = Bot.Clock.Now.AddMinutes(start), End = Bot.Clock.Now.AddMinutes(to!.Value), IsAbsence = isAbsence })));
        var asked = await Asks(noor);
        Assert.Equal(isThere ? "" : "By what I know, Noor van Dijk isn't at work just now. Please pick somebody else.", asked.Fault(AskFiveMinutes.PersonField));
        Assert.True(asked.Form.Private);
        Assert.Equal(isThere ? "" : noor.Id.ToString(), asked.Holds(AskFiveMinutes.PersonField));
        await Bot.Delivers();
        Assert.Equal(isThere ? 1 : 0, Bot.Teams.Sent.Count);
    }

    [Theory]
    [InlineData("UTC", true)]
    [InlineData("America/New_York", false)]
    public async Task Their_own_hours_count_where_they_are(string zone, bool isThere)
    {
        var noor = await Bot.Member("Noor van Dijk", Channel.Teams, zone: zone);
        await Bot.Do(async db => (await db.Members.SingleAsync(one => one.Id == noor.Id)).WorkFrom = 8 * 60);
        Assert.Equal(isThere, (await Asks(noor)).Fault(AskFiveMinutes.PersonField).Length == 0);
    }

    [Fact]
    public async Task A_holiday_is_no_work_for_who_has_no_shifts_and_a_shift_on_it_is()
    {
        var (noor, dan) = (await Bot.Member("Noor van Dijk", country: "NL"), await Bot.Member("Dan Ahlers", country: "NL"));
        await Bot.Do(db =>
        {
            db.Add(new Holiday { Country = "NL", Region = "", Day = DateOnly.FromDateTime(Bot.Clock.Now), Name = "A day off" });
            db.Add(new Shift { MemberId = dan.Id, Start = Bot.Clock.Now.AddHours(-1), End = Bot.Clock.Now.AddHours(7) });
            return Task.CompletedTask;
        });
        Assert.Contains("isn't at work just now", (await Asks(noor)).Fault(AskFiveMinutes.PersonField));
        Assert.Equal(RoughDone.Id, (await Asks(dan)).Form.About.Id);
    }

    [Fact]
    public async Task After_an_erasure_a_press_changes_nothing_and_one_may_ask_anew()
    {
        await Asks(_ben);
        await Bot.Delivers();
        await Bot.Do(db => db.FiveMinutes.ExecuteDeleteAsync());
        Assert.Contains("no longer there", (await Bot.Presses(_ben, Bot.Teams.Sent[0], "I'm coming")).Words);
        Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(RoughDone.Id, (await Asks(_ben)).Form.About.Id);
        await Bot.Delivers();
        Assert.Equal(2, Bot.Slack.Sent.Count);
    }

    async Task<Heard> Opens() => await Bot.Submits(_mira, await Bot.Types(_mira, "rough"), (RoughMoment.NextField, RoughMoment.FiveMinutes));

    async Task<Heard> Asks(Someone whom) => await Bot.Submits(_mira, await Opens(), (AskFiveMinutes.PersonField, whom));

    Task<FiveMinutes> Row() => Bot.Read(db => db.FiveMinutes.AsNoTracking().SingleAsync());

    async Task<int> Tells()
    {
        var told = await Bot.Get<TellingWhoWaits>().Run(default);
        await Bot.Delivers();
        return told;
    }

    static string Plain(Delivered sent) => PlainText.Render(sent.Card, Reader.Plain);
}
