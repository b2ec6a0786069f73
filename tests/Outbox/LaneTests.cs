using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Outbox;

/// <summary>Two nodes over one database.</summary>
public sealed class LaneTests : OverTheDatabase
{
    Lanes _ours = null!, _theirs = null!;
    Dispatcher _one = null!, _other = null!;

    private protected override Task Arrange()
    {
        (_ours, _theirs) = (Bot.Make<Lanes>(), Bot.Make<Lanes>());
        (_one, _other) = (Bot.Make<Dispatcher>(_ours), Bot.Make<Dispatcher>(_theirs));
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_lane_belongs_to_one_node_at_a_time()
    {
        Assert.NotEqual(_ours.Owner, _theirs.Owner);
        Assert.True(await _ours.Hold(1, default));
        Assert.False(await _theirs.Hold(1, default));
        Assert.True(await _ours.Hold(1, default));
        Assert.True(await _theirs.Hold(2, default));
    }

    [Fact]
    public async Task A_lane_that_is_used_is_kept()
    {
        await _ours.Hold(1, default);
        for (var second = 0; second < 120; second += 10)
        {
            Bot.Clock.Advance(TimeSpan.FromSeconds(10));
            Assert.True(await _ours.Hold(1, default));
            Assert.False(await _theirs.Hold(1, default));
        }
    }

    [Fact]
    public async Task A_node_that_falls_silent_loses_its_lane_when_the_lease_is_over()
    {
        await _ours.Hold(1, default);
        Bot.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.False(await _theirs.Hold(1, default));
        Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await _theirs.Hold(1, default));
        Assert.False(await _ours.Hold(1, default));
    }

    [Fact]
    public async Task A_node_that_leaves_lets_go_of_its_lanes_only()
    {
        await _ours.Hold(1, default);
        await _theirs.Hold(2, default);
        await _ours.Leave(default);
        Assert.True(await _theirs.Hold(1, default));
        Assert.False(await _ours.Hold(2, default));
    }

    [Fact]
    public async Task Many_who_want_one_lane_at_once_get_it_once()
    {
        var held = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Bot.Make<Lanes>().Hold(1, default))));
        Assert.Single(held, holds => holds);
    }

    [Fact]
    public async Task Two_nodes_send_each_message_once()
    {
        for (var n = 0; n < 40; n++)
            await Wants($"k{n}", $"C-{n}");
        await Task.WhenAll(Task.Run(() => Rounds(_one)), Task.Run(() => Rounds(_other)));
        await Bot.Delivers(_one);
        await Bot.Delivers(_other);
        Assert.Equal(40, Bot.Slack.Sent.Count);
        Assert.Equal(40, Bot.Slack.Sent.Select(sent => sent.Key).Distinct().Count());
    }

    [Fact]
    public async Task The_other_node_goes_on_where_the_first_one_stopped()
    {
        await Wants("a", "C-1");
        await Bot.Delivers(_one);
        await Wants("b", "C-2");
        await Bot.Delivers(_other);
        Assert.Single(Bot.Slack.Sent);

        Bot.Clock.Advance(TimeSpan.FromSeconds(31));
        await Bot.Delivers(_other);
        Assert.Equal(2, Bot.Slack.Sent.Count);
    }

    [Fact]
    public async Task Even_without_lanes_a_message_is_claimed_once()
    {
        for (var n = 0; n < 30; n++)
            await Wants($"k{n}", "C-1");
        var waiting = new Waiting(Bot.Get<IStore>());
        var claims = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => waiting.Claim(1, 10, Bot.Clock.Now, default))));
        var all = claims.SelectMany(claim => claim).Select(message => message.Key).ToList();
        Assert.Equal(all.Count, all.Distinct().Count());
    }

    static async Task Rounds(Dispatcher dispatcher)
    {
        for (var round = 0; round < 10; round++)
            await dispatcher.SendDue(default);
    }

    async Task Wants(string key, string place)
    {
        var store = Bot.Get<IStore>();
        await using var db = store.Open();
        await Bot.Get<Post>().Enqueue(db, [new Send(key, new Address(1, PlaceKind.Channel, place), new Card($"", new Block.Say(Text.Of(key))))], Bot.Clock.Now, default);
        await store.Save(db, default);
    }
}
