using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards;
using ServiceCulture.Tests.Support;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.Outbox;

/// <summary>Messages on their way: repeated, changed, given up.</summary>
public sealed class SendingTests : OverTheDatabase
{
    static readonly Address Floor = new(1, PlaceKind.Channel, "C-floor");

    [Fact]
    public async Task A_message_is_sent_once_and_remembers_where_it_stands()
    {
        await Wants("a", "one");
        await Bot.Delivers();
        await Bot.Delivers();

        Assert.Single(Bot.Slack.Sent);
        var message = await Bot.Message("a");
        Assert.Equal(("Slack-1", "in C-floor", 1, 1), (message.RemoteId, message.RemotePlace, message.Revision, message.SentRevision));
        Assert.NotNull(message.SentAt);
    }

    [Fact]
    public async Task Wanted_at_three_while_one_is_under_way_it_is_next_sent_once_at_three()
    {
        await Wants("a", "one");
        Bot.Slack.Hold();
        var sending = Task.Run(() => Bot.Delivers());
        await Bot.Slack.UnderWay(1);
        await Changes("a", "two");
        await Changes("a", "three");
        Bot.Slack.LetGo();
        await sending;
        await Bot.Delivers();

        Assert.Equal([(1, "one", false), (3, "three", true)], Bot.Slack.Sent.Select(sent => (sent.Revision, sent.Words, sent.IsChange)));
        Assert.Equal(3, (await Bot.Message("a")).SentRevision);
    }

    [Fact]
    public async Task Changed_before_it_was_sent_it_goes_out_once_as_it_is_wanted_now()
    {
        await Wants("a", "one");
        await Changes("a", "two");
        await Bot.Delivers();
        Assert.Equal([(2, "two", false)], Bot.Slack.Sent.Select(sent => (sent.Revision, sent.Words, sent.IsChange)));
    }

    [Fact]
    public async Task A_change_of_a_message_that_was_never_wanted_is_nothing()
    {
        await Changes("never", "two");
        await Bot.Delivers();
        Assert.Empty(Bot.Slack.Sent);
    }

    [Fact]
    public async Task A_message_that_keeps_failing_blocks_nobody()
    {
        await Wants("bad", "bad", Floor with { Id = "C-gone" });
        Bot.Slack.FailNext(new SendFailedException("channel_busy", Failure.Safe));
        await Bot.Delivers();
        await Wants("good", "good");
        await Wants("good too", "good too", Floor with { Id = "C-gone" });
        await Bot.Delivers();
        Assert.Equal(["good", "good too"], Bot.Slack.Sent.Select(sent => sent.Words).Order());
    }

    [Fact]
    public async Task What_waits_for_minutes_goes_out_as_soon_as_another_message_gets_through()
    {
        Bot.Slack.Down = new SendFailedException("service_unavailable", Failure.Safe);
        await Wants("a", "one");
        for (var tries = 1; tries <= 5; tries++)
        {
            await Bot.Delivers();
            Bot.Clock.Set(tries < 5 ? (await Tried("a", tries)).DueAt : Bot.Clock.Now + TimeSpan.FromMinutes(5));
        }
        Bot.Slack.Down = null;
        await Bot.Delivers();
        Assert.Empty(Bot.Slack.Sent);

        await Wants("b", "two");
        await Bot.Delivers();
        Assert.Equal(["two", "one"], Bot.Slack.Sent.Select(sent => sent.Words));
    }

    [Fact]
    public async Task When_the_channel_says_to_wait_the_whole_lane_waits_and_other_lanes_don_t()
    {
        Bot.Slack.FailNext(new SendFailedException("ratelimited", Failure.Safe, TimeSpan.FromSeconds(30)));
        await Wants("a", "one");
        await Bot.Delivers();
        await Wants("b", "two");
        await Wants("c", "three", new Address(2, PlaceKind.Channel, "C-teams"));

        Bot.Clock.Advance(TimeSpan.FromSeconds(29));
        await Bot.Delivers();
        Assert.Empty(Bot.Slack.Sent);
        Assert.Single(Bot.Teams.Sent);

        Bot.Clock.Advance(TimeSpan.FromSeconds(1.5));
        await Bot.Delivers();
        Assert.Equal(["one", "two"], Bot.Slack.Sent.Select(sent => sent.Words).Order());
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(0.5, 1.25)]
    [InlineData(1.0, 1.5)]
    public async Task The_wait_grows_to_half_an_hour_with_a_random_part_and_after_eight_tries_in_more_than_an_hour_it_is_given_up(double chance, double factor)
    {
        Bot.Chance = chance;
        Bot.Slack.FailNext([.. Enumerable.Range(0, Delivery.MostAttempts + 1).Select(_ => new SendFailedException("internal_error", Failure.Safe))]);
        await Wants("a", "one");
        var first = Bot.Clock.Now;
        for (var attempt = 1; attempt < Delivery.MostAttempts; attempt++)
        {
            var before = Bot.Clock.Now;
            await Bot.Delivers();
            var message = await Tried("a", attempt);
            Assert.Equal(Math.Min(Math.Pow(5, attempt - 1), 1800) * factor, (message.DueAt - before).TotalSeconds, 0.05);
            Bot.Clock.Set(message.DueAt);
        }
        await Bot.Delivers();
        Assert.True(Bot.Clock.Now - first > TimeSpan.FromMinutes(70));
        var dead = await Tried("a", Delivery.MostAttempts);
        Assert.NotNull(dead.DeadAt);
        Assert.Equal("internal_error", dead.LastError);

        Bot.Clock.Advance(TimeSpan.FromDays(1));
        await Bot.Delivers();
        Assert.Equal(Delivery.MostAttempts, Bot.Slack.Tries);
    }

    [Fact]
    public async Task What_the_channel_refuses_for_good_is_given_up_at_once()
    {
        Bot.Slack.FailNext(new SendFailedException("channel_not_found", Failure.Final));
        await Wants("a", "one");
        await Bot.Delivers();
        Bot.Clock.Advance(TimeSpan.FromDays(1));
        await Bot.Delivers();
        Assert.NotNull((await Tried("a", 1)).DeadAt);
        Assert.Equal(1, Bot.Slack.Tries);
    }

    [Fact]
    public async Task A_newer_wish_brings_a_dead_message_back()
    {
        Bot.Slack.FailNext(new SendFailedException("msg_too_long", Failure.Final));
        await Wants("a", "one");
        await Bot.Delivers();
        await Changes("a", "two");
        await Bot.Delivers();
        Assert.Equal("two", Assert.Single(Bot.Slack.Sent).Words);
    }

    [Fact]
    public async Task A_newer_wish_that_came_while_it_was_refused_is_tried()
    {
        Bot.Slack.FailNext(new SendFailedException("msg_too_long", Failure.Final));
        await Wants("a", "one");
        Bot.Slack.Hold();
        var sending = Task.Run(() => Bot.Delivers());
        await Bot.Slack.UnderWay(1);
        await Changes("a", "two");
        Bot.Slack.LetGo();
        await sending;
        await Bot.Delivers();
        Assert.Equal("two", Assert.Single(Bot.Slack.Sent).Words);
    }

    [Fact]
    public async Task Whoever_blocked_the_bot_gets_no_more_there_and_the_next_kudos_go_where_they_still_are()
    {
        var (mia, ben) = (await Bot.Member("Mia Storm"), await Bot.Member("Ben Rivers"));
        await Bot.Also(ben, Channel.Teams);
        Bot.Slack.FailNext(new SendFailedException("user_blocked", Failure.Blocked));

        await Bot.Types(mia, "kudos @Ben stayed with the first caller until it was solved");
        await Bot.Delivers();
        await Bot.Types(mia, "kudos @Ben stayed with the second caller until it was solved");
        await Bot.Delivers();

        Assert.Empty(Bot.Slack.Sent);
        Assert.Contains("second", Assert.Single(Bot.Teams.Sent).Words);
        Assert.NotNull((await Bot.Read(db => db.Accounts.SingleAsync(account => account.ExternalId == ben.Account))).BlockedAt);
    }

    [Fact]
    public async Task An_answer_that_got_lost_is_tried_again_and_marked_as_uncertain()
    {
        Bot.Slack.FailNext(new SendFailedException("timeout", Failure.Ambiguous));
        await Wants("a", "one");
        await Bot.Delivers();
        Assert.NotNull((await Tried("a", 1)).UncertainAt);

        Bot.Clock.Advance(TimeSpan.FromSeconds(2));
        await Bot.Delivers();
        Assert.Single(Bot.Slack.Sent);
        Assert.NotNull((await Bot.Message("a")).UncertainAt);
    }

    [Fact]
    public async Task A_change_whose_answer_got_lost_is_not_uncertain()
    {
        await Wants("a", "one");
        await Bot.Delivers();
        Bot.Slack.FailNext(new SendFailedException("timeout", Failure.Ambiguous));
        await Changes("a", "two");
        await Bot.Delivers();
        Assert.Null((await Bot.Message("a")).UncertainAt);
    }

    [Fact]
    public async Task A_sender_that_breaks_harms_only_its_own_message()
    {
        Bot.Slack.FailNext(new DivideByZeroException());
        await Wants("a", "one");
        await Bot.Delivers();
        Assert.Equal("DivideByZeroException", (await Tried("a", 1)).LastError);
        Bot.Clock.Advance(TimeSpan.FromSeconds(2));
        await Bot.Delivers();
        Assert.Single(Bot.Slack.Sent);
    }

    [Fact]
    public async Task A_node_that_died_while_sending_is_followed_by_another_after_the_lease()
    {
        await Wants("a", "one");
        Assert.Single(await new Waiting(Bot.Get<IStore>()).Claim(1, 10, Bot.Clock.Now, default));

        Bot.Clock.Advance(Waiting.Lease - TimeSpan.FromSeconds(1));
        await Bot.Delivers();
        Assert.Empty(Bot.Slack.Sent);

        Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await Bot.Delivers();
        Assert.Single(Bot.Slack.Sent);
        Assert.NotNull((await Bot.Message("a")).UncertainAt);
    }

    [Fact]
    public async Task Whoever_comes_back_after_the_lease_changes_nothing()
    {
        await Wants("a", "one");
        var waiting = new Waiting(Bot.Get<IStore>());
        var late = Assert.Single(await waiting.Claim(1, 10, Bot.Clock.Now, default));
        Bot.Clock.Advance(Waiting.Lease);
        await Bot.Delivers();
        var before = await Bot.Message("a");

        foreach (var statement in new[] { Waiting.Sent(late, new Sent("other", "other"), Bot.Clock.Now), Waiting.Failed(late, "late", Bot.Clock.Now, true, Bot.Clock.Now), Waiting.Dead(late, "late", Bot.Clock.Now), Waiting.Later(late, Bot.Clock.Now.AddDays(1)) })
            await Bot.Get<IStore>().Execute([statement], default);
        Assert.Equivalent(before, await Bot.Message("a"), strict: true);
    }

    [Fact]
    public async Task Urgent_ones_overtake_and_bulk_waits()
    {
        Bot.Outbox.AtOnce = 1;
        await Wants("bulk", "bulk", priority: Priority.Bulk);
        Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await Wants("normal", "normal", Floor with { Id = "C-2" });
        Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await Wants("urgent", "urgent", Floor with { Id = "C-3" }, Priority.Urgent);
        await Bot.Delivers();
        Assert.Equal(["urgent", "normal", "bulk"], Bot.Slack.Sent.Select(sent => sent.Words));
    }

    Task Wants(string key, string words, Address? to = null, Priority priority = Priority.Normal) => Enqueues(new Send(key, to ?? Floor, Card(words)) { Priority = priority });

    Task Changes(string key, string words) => Enqueues(new Send(key, Floor, Card(words)) { Changes = true });

    async Task Enqueues(Send send)
    {
        var store = Bot.Get<IStore>();
        await using var db = store.Open();
        await Bot.Get<Post>().Enqueue(db, [send], Bot.Clock.Now, default);
        if (NewRows.AnythingToWrite(db))
            await store.Save(db, default);
    }

    async Task<Message> Tried(string key, int attempts)
    {
        var message = await Bot.Message(key);
        Assert.True(message.Attempts == attempts || message.SentRevision > 0, $"{message.Attempts} tries");
        return message;
    }

    static Card Card(string words) => new($"", new Block.Say(Text.Of(words)));
}
