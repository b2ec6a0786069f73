using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Bot.Settings;
using ServiceCulture.Cards;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Outbox;

/// <summary>As fast as a platform bears, and no faster.</summary>
public sealed class PaceTests : OverTheDatabase
{
    private protected override void With(IServiceCollection services) => services.AddSingleton(new OutboxSettings());

    [Fact]
    public void That_a_platform_is_there_again_is_told_once_and_not_again_for_five_minutes()
    {
        var (pace, now) = (new Pace(1, 1), Bot.Clock.Now);
        pace.Reached();
        Assert.False(pace.IsBack(now));
        pace.Missed();
        Assert.False(pace.IsBack(now));
        pace.Reached();
        Assert.True(pace.IsBack(now));
        Assert.False(pace.IsBack(now));

        pace.Missed();
        pace.Reached();
        Assert.False(pace.IsBack(now.AddMinutes(4.9)));
        Assert.True(pace.IsBack(now.AddMinutes(5)));
    }

    [Fact]
    public async Task One_place_gets_two_at_once_and_then_one_a_second()
    {
        for (var n = 0; n < 5; n++)
            await Wants($"k{n}", 1, "C-1");
        await Runs(TimeSpan.FromSeconds(10));

        var times = Bot.Slack.Sent.Select(sent => sent.At).ToList();
        Assert.Equal(5, times.Count);
        for (var n = 2; n < times.Count; n++)
            Assert.True(times[n] - times[n - 2] >= TimeSpan.FromSeconds(1), $"{times[n - 2]:O} to {times[n]:O}");
        Assert.True(times[^1] - times[0] <= TimeSpan.FromSeconds(4.5));
    }

    [Fact]
    public async Task A_workspace_gets_five_a_second_in_whichever_places()
    {
        for (var n = 0; n < 40; n++)
            await Wants($"k{n}", 1, $"C-{n}");
        await Runs(TimeSpan.FromSeconds(12));

        var times = Bot.Slack.Sent.Select(sent => sent.At).ToList();
        Assert.Equal(40, times.Count);
        for (var n = 10; n < times.Count; n++)
            Assert.True(times[n] - times[n - 10] >= TimeSpan.FromSeconds(0.95), $"{times[n - 10]:O} to {times[n]:O}");
        Assert.True(times[^1] - times[0] <= TimeSpan.FromSeconds(8.5));
    }

    [Fact]
    public async Task A_busy_place_holds_up_no_other()
    {
        for (var n = 0; n < 20; n++)
            await Wants($"busy{n}", 1, "C-busy");
        await Wants("calm", 1, "C-calm");
        await Runs(TimeSpan.FromSeconds(5));
        Assert.Contains(Bot.Slack.Sent, sent => sent.Key == "calm");
    }

    [Fact]
    public async Task One_workspace_holds_up_no_other()
    {
        for (var n = 0; n < 30; n++)
            await Wants($"k{n}", 1, $"C-{n}");
        await Wants("teams", 2, "C-1");
        await Runs(TimeSpan.FromSeconds(0.2));
        Assert.Single(Bot.Teams.Sent);
    }

    [Fact]
    public void After_a_rest_no_more_than_a_seconds_worth_goes_at_once()
    {
        var pace = new Pace(5, 1);
        Assert.Equal(5, pace.Allowed(Bot.Clock.Now));
        Bot.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(5, pace.Allowed(Bot.Clock.Now));
    }

    [Fact]
    public void What_was_promised_a_moment_keeps_it()
    {
        var (pace, now) = (new Pace(100, 1), Bot.Clock.Now);
        var messages = Enumerable.Range(0, 4).Select(_ => Guid.NewGuid()).ToList();
        var moments = messages.Select(message => pace.Reserve(message, "C-1", now)).ToList();
        Assert.Equal(moments, moments.Order());
        Assert.Equal(moments[3], pace.Reserve(messages[3], "C-1", now.AddSeconds(0.5)));
        Assert.True(pace.Reserve(messages[3], "C-1", moments[3]) <= moments[3]);
    }

    async Task Runs(TimeSpan time)
    {
        var end = Bot.Clock.Now + time;
        while (Bot.Clock.Now < end)
        {
            var rest = await Bot.Get<Dispatcher>().SendDue(default);
            Bot.Clock.Advance(rest > TimeSpan.Zero ? rest : TimeSpan.FromMilliseconds(1));
        }
    }

    async Task Wants(string key, int installation, string place)
    {
        var store = Bot.Get<IStore>();
        await using var db = store.Open();
        await Bot.Get<Post>().Enqueue(db, [new Send(key, new Address(installation, PlaceKind.Channel, place), new Card($"", new Block.Say(Text.Of(key))))], Bot.Clock.Now, default);
        await store.Save(db, default);
    }
}
