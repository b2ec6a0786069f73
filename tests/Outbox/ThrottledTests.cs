using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Outbox;

/// <summary>A platform that says to come back later.</summary>
public sealed class ThrottledTests : OverTheDatabase
{
    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(30)]
    public async Task Throttled_again_and_again_a_message_waits_as_long_as_it_was_told_and_is_never_given_up(int? seconds)
    {
        var throttled = new SendFailedException("ratelimited", Failure.Throttled, seconds is { } some ? TimeSpan.FromSeconds(some) : null);
        Bot.Slack.FailNext([.. Enumerable.Repeat(throttled, 2 * Delivery.MostAttempts)]);
        await Wants();
        for (var times = 1; times <= 2 * Delivery.MostAttempts; times++)
        {
            var before = Bot.Clock.Now;
            await Bot.Delivers();
            var message = await Bot.Message("a");
            Assert.Equal((null, 0, "ratelimited", times), (message.DeadAt, message.Attempts, message.LastError, Bot.Slack.Tries));
            Assert.Equal(Math.Max(seconds ?? 0, 1) + 0.25, (message.DueAt - before).TotalSeconds, 0.05);
            Bot.Clock.Set(message.DueAt);
        }
        await Bot.Delivers();
        Assert.Single(Bot.Slack.Sent);
    }

    [Fact]
    public async Task A_platform_that_is_away_and_says_to_come_back_at_once_is_asked_no_sooner_for_it()
    {
        Bot.Slack.Down = new SendFailedException("service_unavailable", Failure.Ambiguous, TimeSpan.FromSeconds(1));
        await Wants();
        var first = Bot.Clock.Now;
        for (var tries = 1; tries < Delivery.MostAttempts; tries++)
        {
            await Bot.Delivers();
            Bot.Clock.Set((await Bot.Message("a")).DueAt);
        }
        Assert.True(Bot.Clock.Now - first > TimeSpan.FromMinutes(70));
    }

    Task Wants() => Bot.Do(db => Bot.Get<Post>().Enqueue(db, [new Send("a", new Address(1, PlaceKind.Channel, "C-floor"), new Card($"", new Block.Say($"one")))], Bot.Clock.Now, default));
}
