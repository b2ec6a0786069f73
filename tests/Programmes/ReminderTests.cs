using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Programmes;
using ServiceCulture.Tests.Support;
using Keys = ServiceCulture.Bot.Features.Programmes.Asks;

namespace ServiceCulture.Tests.Programmes;

/// <summary>A reminder says that there is still time only as long as that is so, in whatever order things happen.</summary>
public sealed class ReminderTests : AskingPeople
{
    const string Time = "there is still time", Done = "This reminder has done its part";

    Someone _mira = null!;

    private protected override async Task Arrange()
    {
        await base.Arrange();
        await Changes(programme => programme.RemindAfterMinutes = 90);
        _mira = await Willing("Mira Solano");
    }

    [Fact]
    public async Task Answered_while_it_waits_to_be_sent_it_is_not_sent()
    {
        var ask = await Reminded(delivers: false);
        await Steps(ask.Id.ToString());
        await Bot.Delivers();
        Assert.Null(Bot.Slack.Standing(Keys.ReminderKey(ask.Id)));
        Assert.StartsWith("Checked in", Standing(Keys.Key(ask.Id)));
    }

    [Theory]
    [InlineData(CheckInCard.StepId)]
    [InlineData(CheckInCard.NotTodayId)]
    public async Task Answered_after_it_came_it_changes_where_it_stands(string press)
    {
        var ask = await Reminded();
        Assert.Contains(Time, Standing(Keys.ReminderKey(ask.Id)));
        await Bot.Presses(_mira, new Ref(press, press == CheckInCard.StepId ? $"{ask.Id}/3" : ask.Id.ToString()));
        await Later();
        Assert.Contains(Done, Standing(Keys.ReminderKey(ask.Id)));
        Assert.True(Bot.Slack.Standing(Keys.ReminderKey(ask.Id))!.IsChange);
    }

    [Fact]
    public async Task Whoever_comes_by_themselves_meanwhile_finds_question_and_reminder_settled()
    {
        var ask = await Reminded();
        await Steps("");
        await Later();
        Assert.StartsWith("Checked in", Standing(Keys.Key(ask.Id)));
        Assert.Contains(Done, Standing(Keys.ReminderKey(ask.Id)));
    }

    [Fact]
    public async Task Closed_with_its_question_it_says_nothing_of_time()
    {
        var ask = await Reminded();
        await Pass(Monday.AddHours(15));
        Assert.Contains("closed", Standing(Keys.Key(ask.Id)));
        Assert.Contains(Done, Standing(Keys.ReminderKey(ask.Id)));
    }

    [Fact]
    public async Task A_pause_settles_it_too()
    {
        var ask = await Reminded();
        await Bot.Submits(_mira, await Bot.Types(_mira, "pause"), (PauseAsking.ForField, PauseAsking.ForGood));
        await Later();
        Assert.Contains(Done, Standing(Keys.ReminderKey(ask.Id)));
    }

    [Fact]
    public async Task Where_nobody_was_reminded_an_answer_sends_nothing_more()
    {
        await Pass(Monday.AddHours(10));
        var ask = Assert.Single(await Asks(_mira));
        await Steps(ask.Id.ToString());
        await Later();
        Assert.Equal(2, Heard(_mira).Count);
    }

    async Task<Ask> Reminded(bool delivers = true)
    {
        await Pass(Monday.AddHours(10));
        await Pass(Monday.AddHours(12), delivers: delivers);
        return Assert.Single(await Asks(_mira));
    }

    Task<Heard> Steps(string ask) => Bot.Presses(_mira, new Ref(CheckInCard.StepId, $"{ask}/3"));

    async Task Later()
    {
        Bot.Clock.Advance(TimeSpan.FromSeconds(2));
        await Bot.Delivers();
    }

    string Standing(string key) => ServiceCulture.Cards.Rendering.PlainText.Render(Bot.Slack.Standing(key)!.Card, Reader.Plain);
}
