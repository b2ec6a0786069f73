using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Outbox;

/// <summary>What became of messages that did not arrive: shown without words, sent again, put aside and brought back.</summary>
public sealed class LookingAfterUndeliveredTests : OverTheDatabase
{
    LookingAfterUndelivered Desk => Bot.Make<LookingAfterUndelivered>();

    [Fact]
    public async Task Nothing_is_shown_while_everything_arrives()
    {
        await Wants("kudos/1/posted");
        await Bot.Delivers();
        Assert.Empty(await Desk.Find(default));
    }

    [Fact]
    public async Task A_dead_message_says_whom_it_was_for_and_why_and_none_of_its_words()
    {
        var row = await Dead("kudos/1/posted");
        Assert.Equal(("kudos", UndeliveredKind.Dead, "Ana Anders", "channel_not_found", true), (row.Feature, row.Kind, row.To, row.Error, row.HasBody));
        Assert.DoesNotContain("secret words", row.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tried_again_it_goes_out_once_and_stands_here_no_more()
    {
        var (row, hr) = (await Dead("kudos/1/posted"), await Hr());
        Assert.True(await Desk.Again(hr, row.Id, default));
        Assert.False(await Desk.Again(hr, row.Id, default));
        await Bot.Delivers();
        Assert.Empty(Bot.Slack.Sent);
        Bot.Clock.Advance(LookingAfterUndelivered.Grace);
        await Bot.Delivers();
        Assert.Single(Bot.Slack.Sent);
        Assert.Empty(await Desk.Find(default));
        Assert.Equal([LookingAfterUndelivered.AgainAct], await Audit(row.Id));
    }

    [Fact]
    public async Task Tried_again_by_mistake_it_is_taken_back_as_it_was_until_it_goes_out()
    {
        var (row, hr) = (await Dead("kudos/1/posted"), await Hr());
        Assert.False(await Desk.TakeBack(hr, row, default));
        await Desk.Again(hr, row.Id, default);
        Assert.True(await Desk.TakeBack(hr, row, default));
        Assert.Equal(row, Assert.Single(await Desk.Find(default)));
        Bot.Clock.Advance(LookingAfterUndelivered.Grace);
        await Bot.Delivers();
        Assert.Empty(Bot.Slack.Sent);

        await Desk.Again(hr, row.Id, default);
        Bot.Clock.Advance(LookingAfterUndelivered.Grace);
        Assert.False(await Desk.TakeBack(hr, row, default));
        await Bot.Delivers();
        Assert.Single(Bot.Slack.Sent);
        Assert.Equal([LookingAfterUndelivered.AgainAct, LookingAfterUndelivered.TakeBackAct, LookingAfterUndelivered.AgainAct], await Audit(row.Id));
    }

    [Fact]
    public async Task Put_aside_it_is_gone_from_here_and_the_way_back_brings_it_as_it_was()
    {
        var (row, hr) = (await Dead("kudos/1/posted"), await Hr());
        Assert.True(await Desk.Discard(hr, row.Id, default));
        Assert.Empty(await Desk.Find(default));
        Assert.True(await Desk.BringBack(hr, row, default));
        Assert.Equal(row, Assert.Single(await Desk.Find(default)));
        Assert.Equal(2, (await Audit(row.Id)).Count);
    }

    [Fact]
    public async Task What_may_stand_twice_is_looked_at_and_stands_here_no_more()
    {
        Bot.Slack.FailNext(new SendFailedException("timed_out", Failure.Ambiguous));
        await Wants("question/1/offer");
        await Bot.Delivers();
        var row = Assert.Single(await Desk.Find(default));
        Assert.Equal(UndeliveredKind.Uncertain, row.Kind);
        var hr = await Hr();
        Assert.False(await Desk.Again(hr, row.Id, default));
        Assert.True(await Desk.Discard(hr, row.Id, default));
        Assert.Empty(await Desk.Find(default));
        Assert.True(await Desk.BringBack(hr, row, default));
        Assert.Equal(row, Assert.Single(await Desk.Find(default)));
    }

    [Fact]
    public async Task What_its_feature_took_back_is_no_matter_for_anybody()
    {
        var row = await Dead("kudos/1/posted");
        await Bot.Do(db => db.Messages.Where(message => message.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(message => message.LastError, Message.NotWanted)));
        Assert.Empty(await Desk.Find(default));
    }

    async Task<UndeliveredRow> Dead(string key)
    {
        Bot.Slack.FailNext(new SendFailedException("channel_not_found", Failure.Final));
        await Wants(key);
        await Bot.Delivers();
        return Assert.Single(await Desk.Find(default));
    }

    async Task Wants(string key)
    {
        var ana = await Bot.Member("Ana Anders");
        await Bot.Do(db => Bot.Get<Post>().Enqueue(db, [new Send(key, ana.Direct, new Card($"Hello", new Block.Say($"secret words"))) { For = ana.Id }], Bot.Clock.Now, default));
    }

    async Task<MemberInfo> Hr() => (await Bot.Get<Register>().Member((await Bot.Member("Hera Hansen", roles: Roles.Hr)).Id, default))!;

    Task<List<string>> Audit(Guid row) => Bot.Read(db => db.Audit.Where(entry => entry.Row == row.ToString()).Select(entry => entry.Act).ToListAsync());
}
