using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Tests.Support;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.Kudos;

/// <summary>A channel in which the bot may not post.</summary>
public sealed class UnpostedKudosTests : OverTheDatabase
{
    const string Deed = "stayed with a furious caller until it was solved";

    Someone _mia = null!, _ben = null!, _zoe = null!;
    Address _floor = null!;

    private protected override async Task Arrange()
    {
        (_mia, _ben, _zoe) = (await Bot.Member("Mia Storm", on: Channel.Local), await Bot.Member("Ben Rivers", on: Channel.Teams), await Bot.Member("Zoe Field", on: Channel.Teams));
        _floor = await Bot.Place("floor");
    }

    [Theory]
    [InlineData(Obstacle.NotThere, "could not be posted in floor: I'm not a member there. Invite me, and the next ones will show up.")]
    [InlineData(Obstacle.Closed, "could not be posted in floor: nobody can write there any more. Give the next ones in a channel that is still in use.")]
    [InlineData(Obstacle.NotAllowed, "could not be posted in floor: I'm not allowed to write there. Somebody who looks after the channel can invite me")]
    [InlineData(Obstacle.Unknown, "could not be posted in floor: they were not accepted there. If it happens again, check that I'm invited there")]
    public async Task The_giver_is_told_why_what_helps_and_that_the_receivers_know(Obstacle why, string said)
    {
        Refuses(why);
        await Gives();

        var told = Assert.Single(Bot.Local.In(_mia.Account)).Words;
        Assert.Contains("Your kudos to Ben Rivers and Zoe Field " + said, told);
        Assert.Contains("Ben Rivers and Zoe Field still got your words from me directly.", told);
        Assert.DoesNotContain("the_code", told);
        Assert.Equal(2, Bot.Teams.Sent.Count);
    }

    [Fact]
    public async Task It_is_told_once_however_often_it_is_tried_again()
    {
        Refuses(Obstacle.NotThere);
        var sent = await Gives();
        Refuses(Obstacle.NotThere);
        var saved = await Edits(sent, Deed + " at last");
        Assert.Single(Bot.Local.In(_mia.Account));

        await Edits(saved, Deed + " at long last");
        Assert.Contains("at long last", Assert.Single(Bot.Slack.In(_floor.Id)).Words);
        Assert.Single(Bot.Local.In(_mia.Account));
    }

    [Fact]
    public async Task Who_was_not_reached_is_not_said_to_have_been()
    {
        Bot.Teams.FailNext(new SendFailedException("MessageWritesBlocked", Failure.Blocked));
        await Bot.Types(_mia, $"kudos @Ben {Deed} before");
        await Bot.Delivers();
        Refuses(Obstacle.NotThere);
        await Bot.Types(_mia, $"kudos @Ben {Deed}", at: _floor);
        await Bot.Delivers();
        Assert.Contains("Nothing is lost: your words are kept for them.", Assert.Single(Bot.Local.In(_mia.Account)).Words);
    }

    [Fact]
    public async Task Given_up_after_all_its_tries_it_is_told_as_well()
    {
        Bot.Slack.FailNext([.. Enumerable.Range(0, Delivery.MostAttempts).Select(_ => new SendFailedException("the_code", Failure.Safe))]);
        await Bot.Types(_mia, $"kudos @Ben {Deed}", at: _floor);
        for (var tries = 0; tries < Delivery.MostAttempts; tries++)
        {
            await Bot.Delivers();
            Bot.Clock.Advance(TimeSpan.FromMinutes(45));
        }
        Assert.Equal(Delivery.MostAttempts, Bot.Slack.Tries);
        Assert.Contains("they were not accepted there", Assert.Single(Bot.Local.In(_mia.Account)).Words);
    }

    [Fact]
    public async Task Kudos_taken_back_meanwhile_are_not_spoken_of()
    {
        Refuses(Obstacle.NotThere);
        await Bot.Presses(_mia, await Bot.Types(_mia, $"kudos @Ben {Deed}", at: _floor), "Undo");
        await Bot.Delivers();
        Assert.Empty(Bot.Local.Sent);
    }

    [Fact]
    public async Task A_change_that_was_refused_where_they_stand_is_not_told()
    {
        var sent = await Gives();
        Refuses(Obstacle.NotThere);
        await Edits(sent, Deed + " at last");
        Assert.Empty(Bot.Local.Sent);
    }

    [Fact]
    public async Task A_receiver_whose_message_was_refused_is_told_to_the_giver_once()
    {
        Bot.Teams.Down = new SendFailedException("the_code", Failure.Final);
        var sent = await Bot.Types(_mia, $"kudos @Ben {Deed}", at: _floor);
        await Bot.Delivers();
        await Edits(sent, Deed + " at last");
        Assert.Contains("Your kudos to Ben Rivers could not be delivered: the message was not accepted there. Nothing is lost", Assert.Single(Bot.Local.Sent).Words);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_nobody_saw_is_not_posted_to_say_that_it_was_taken_back(bool died)
    {
        var sent = await Bot.Types(_mia, $"kudos @Ben {Deed}", at: _floor);
        if (died)
        {
            (Bot.Teams.Down, Bot.Slack.Down) = (new SendFailedException("the_code", Failure.Final), new SendFailedException("the_code", Failure.Final));
            await Bot.Delivers();
            (Bot.Teams.Down, Bot.Slack.Down) = (null, null);
        }
        var tries = (Bot.Teams.Tries, Bot.Slack.Tries);
        await Bot.Presses(_mia, sent, "Undo");
        Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await Bot.Delivers();
        Assert.Empty(Bot.Teams.Sent.Concat(Bot.Slack.Sent));
        Assert.Equal(tries, (Bot.Teams.Tries, Bot.Slack.Tries));
        Assert.Equal(2, await Bot.Read(db => db.Messages.CountAsync(message => message.LastError == Message.NotWanted)));
    }

    [Fact]
    public async Task What_HR_hid_before_anybody_saw_it_waits_until_it_is_shown_again()
    {
        await Bot.Types(_mia, $"kudos @Ben {Deed}");
        var hr = (await Bot.Get<Register>().Member((await Bot.Member("Hera Hansen", roles: Roles.Hr)).Id, default))!;
        var (reports, id) = (Bot.Make<KeepingReports>(), await Bot.Read(db => db.Kudos.Select(kudos => kudos.Id).SingleAsync()));
        await reports.Hide(id, hr, default);
        await Bot.Delivers();
        Assert.Empty(Bot.Teams.Sent);
        await reports.Restore(id, hr, default);
        await Bot.Delivers();
        Assert.Contains(Deed, Assert.Single(Bot.Teams.In(_ben.Account)).Words);
    }

    void Refuses(Obstacle why) => Bot.Slack.FailNext(new SendFailedException("the_code", Failure.Final) { Obstacle = why });

    async Task<Heard> Gives()
    {
        var sent = await Bot.Types(_mia, $"kudos @Ben @Zoe {Deed}", at: _floor);
        await Bot.Delivers();
        return sent;
    }

    async Task<Heard> Edits(Heard sent, string words)
    {
        var saved = await Bot.Submits(_mia, await Bot.Presses(_mia, sent, "Edit the words"), (GiveKudos.WordsField, words));
        Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await Bot.Delivers();
        return saved;
    }
}
