using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards;
using ServiceCulture.Tests.Support;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.Outbox;

/// <summary>A platform that takes its time.</summary>
public sealed class HangingTests : OverTheDatabase
{
    Address _slack = null!, _teams = null!;

    private protected override async Task Arrange() => (_slack, _teams) = (await Bot.Place("floor"), await Bot.Place("desk", Channel.Teams));

    [Fact]
    public async Task One_that_hangs_keeps_no_other_waiting_and_what_was_begun_is_written_down()
    {
        Bot.Slack.Hold();
        using var worker = Bot.Make<Dispatching>(Bot.Get<Dispatcher>(), Bot.Get<Lanes>(), Bot.Get<Doorbell>());
        await worker.StartAsync(default);
        await Wants("s", _slack);
        await Bot.Slack.UnderWay(1);
        for (var n = 1; n <= 3; n++)
        {
            await Wants($"t{n}", _teams with { Id = $"D-{n}" });
            Assert.True(SpinWait.SpinUntil(() => Bot.Teams.Sent.Count == n, TimeSpan.FromSeconds(30)));
        }
        Assert.Empty(Bot.Slack.Sent);
        var stopping = worker.StopAsync(default);
        Bot.Slack.LetGo();
        await stopping;
        Assert.Equal(1, (await Bot.Message("s")).SentRevision);
        Assert.Equal(1, Bot.Slack.Tries);
    }

    [Fact]
    public async Task What_was_not_begun_before_the_lane_s_lease_was_over_is_left_to_whoever_holds_it_then()
    {
        Bot.Outbox.AtOnce = 1;
        await Wants("a", _slack);
        await Wants("b", _slack with { Id = "C-other" });
        Bot.Slack.Hold();
        var round = Bot.Get<Dispatcher>().SendDue(default);
        await Bot.Slack.UnderWay(1);
        Bot.Clock.Advance(TimeSpan.FromSeconds(31));
        Bot.Slack.LetGo();
        await round;
        Assert.Equal(["a"], Bot.Slack.Sent.Select(sent => sent.Key));
        var left = await Bot.Message("b");
        Assert.Equal((0, 0, null), (left.SentRevision, left.Attempts, left.LeaseUntil));
        await Bot.Delivers();
        Assert.Equal(["a", "b"], Bot.Slack.Sent.Select(sent => sent.Key));
    }

    async Task Wants(string key, Address to)
    {
        var store = Bot.Get<IStore>();
        await using var db = store.Open();
        await Bot.Get<Post>().Enqueue(db, [new Send(key, to, new Card($"", new Block.Say($"one")))], Bot.Clock.Now, default);
        await store.Save(db, default);
        Bot.Get<Post>().Wake();
    }
}
