using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Tests.Support;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.Outbox;

/// <summary>Somebody blocks the bot, and comes back.</summary>
public sealed class ComingBackTests : OverTheDatabase
{
    static readonly SendFailedException Blocked = new("MessageWritesBlocked", Failure.Blocked);

    Someone _mia = null!, _ben = null!;

    private protected override async Task Arrange() => (_mia, _ben) = (await Bot.Member("Mia Storm"), await Bot.Member("Ben Rivers", on: Channel.Teams));

    [Fact]
    public async Task What_was_given_up_meanwhile_arrives_after_all_in_its_order_as_it_is_wanted_now_and_once()
    {
        Bot.Teams.FailNext(Blocked);
        var first = await Gives("first");
        await Delivers();
        await Gives("second");
        await Delivers();
        await Bot.Submits(_mia, await Bot.Presses(_mia, first, "Edit the words"), (GiveKudos.WordsField, "stayed with the very first caller until it was solved"));
        await Gives("third");
        await Delivers();
        Assert.Empty(Bot.Teams.Sent);
        Assert.Equal(1, Bot.Teams.Tries);

        Bot.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Contains("3 thank-yous received", (await Bot.Types(_ben, "mykudos")).Words);
        await Delivers();
        await Delivers();
        await Bot.Types(_ben, "help");
        await Delivers();

        Assert.Equal(["very first", "second", "third"], Bot.Teams.Sent.Select(Which));
        Assert.Equal([2, 1, 1], Bot.Teams.Sent.Select(sent => sent.Revision));
        Assert.Equal("Mia Storm thanks you", (await Bot.Message(Bot.Teams.Sent[0].Key)).Summary);
    }

    [Fact]
    public async Task The_giver_is_told_when_none_of_a_receivers_accounts_can_be_reached()
    {
        Bot.Teams.FailNext(Blocked);
        Assert.DoesNotContain("can't be reached", (await Gives("first")).Words);
        await Delivers();
        Assert.Contains("Your thanks are saved.", (await Gives("second")).Words);
        await Bot.Member("Zoe Field");
        var both = (await Bot.Types(_mia, "kudos @Ben @Zoe stayed with the third caller until it was solved")).Words;
        Assert.Contains("on their way to Zoe Field.", both);
        Assert.Contains("Ben Rivers can't be reached by me at the moment; your thanks are kept until they can.", both);

        await Bot.Types(await Bot.Also(_ben, Channel.Local), "help");
        Assert.DoesNotContain("can't be reached", (await Gives("fourth")).Words);
    }

    [Fact]
    public async Task The_giver_is_told_too_when_no_platform_knows_the_receiver_yet()
    {
        await Bot.Do(db =>
        {
            db.Add(new Member { Name = "Kim Newman", NameKey = "kim newman", CreatedAt = Bot.Clock.Now });
            return Task.CompletedTask;
        });
        Assert.Contains("Kim Newman can't be reached by me at the moment", (await Bot.Types(_mia, "kudos @Kim stayed with the first caller until it was solved")).Words);
        Assert.Empty(await Bot.Read(db => db.Messages.ToListAsync()));
    }

    [Theory]
    [InlineData("met")]
    [InlineData("added")]
    public async Task Installing_the_bot_again_is_coming_back(string how)
    {
        await IsAway();
        await Bot.Runs(how == "met" ? new Incoming.Met(Bot.From(_ben)) : new Incoming.PlaceChanged(Bot.From(_ben), PlaceChange.Added, null));
        await Delivers();
        Assert.Equal(["first"], Bot.Teams.Sent.Select(Which));
    }

    [Fact]
    public async Task Taking_it_away_once_more_is_not()
    {
        await IsAway();
        await Bot.Runs(new Incoming.PlaceChanged(Bot.From(_ben), PlaceChange.Removed, null));
        await Bot.Runs(new Incoming.PeopleChanged(Bot.From(_ben), [new Sender(_ben.Account) { Name = "Ben Rivers" }], Gone: false));
        await Delivers();
        Assert.Empty(Bot.Teams.Sent);
        Assert.NotNull((await Bot.Read(db => db.Accounts.SingleAsync(account => account.ExternalId == _ben.Account))).BlockedAt);
    }

    [Fact]
    public async Task What_was_refused_for_another_reason_stays_given_up()
    {
        Bot.Teams.FailNext(new SendFailedException("RequestEntityTooLarge", Failure.Final));
        await Gives("refused");
        await Delivers();
        await IsAway();
        await Bot.Types(_ben, "help");
        await Delivers();
        Assert.Equal(["first"], Bot.Teams.Sent.Select(Which));
    }

    [Fact]
    public async Task After_more_than_thirty_days_nobody_waits_for_it()
    {
        await IsAway();
        Bot.Clock.Advance(TimeSpan.FromDays(30));
        await Bot.Types(_ben, "help");
        await Delivers();
        Assert.Empty(Bot.Teams.Sent);
    }

    [Fact]
    public async Task Whoever_blocks_it_again_waits_again()
    {
        await IsAway();
        Bot.Teams.FailNext(Blocked);
        await Bot.Types(_ben, "help");
        await Delivers();
        Assert.Empty(Bot.Teams.Sent);
        await Bot.Types(_ben, "help");
        await Delivers();
        Assert.Equal(["first"], Bot.Teams.Sent.Select(Which));
    }

    [Fact]
    public async Task A_node_that_did_not_know_of_the_coming_back_loses_nothing()
    {
        await Bot.Do(db => Bot.Get<Post>().Enqueue(db, [new Send("a", _ben.Direct, new Card($"Hello")) { For = _ben.Id, Waits = true }], Bot.Clock.Now, default));
        await Delivers();
        Assert.Equal("a", Assert.Single(Bot.Teams.Sent).Key);
    }

    [Fact]
    public async Task A_change_of_what_they_had_already_waits_as_well()
    {
        var sent = await Gives("first");
        await Delivers();
        Bot.Teams.FailNext(Blocked);
        await Bot.Presses(_mia, sent, "Undo");
        await Delivers();
        Assert.Single(Bot.Teams.Sent);

        await Bot.Types(_ben, "help");
        await Delivers();
        Assert.Equal((2, true), (Bot.Teams.Sent[^1].Revision, Bot.Teams.Sent[^1].IsChange));
        Assert.Contains("took these kudos back", Bot.Teams.Sent[^1].Words);
    }

    async Task IsAway()
    {
        Bot.Teams.FailNext(Blocked);
        await Gives("first");
        await Delivers();
    }

    // A second each time: what a place bears in one instant is not what is tested here.
    Task Delivers()
    {
        Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        return Bot.Delivers();
    }

    Task<Heard> Gives(string which) => Bot.Types(_mia, $"kudos @Ben stayed with the {which} caller until it was solved");

    static string Which(Delivered sent) => sent.Words.Split("with the ")[^1].Split(" caller")[0];
}
