using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Tests.Support;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.Kudos;

/// <summary>Undo, edit, and what stands where meanwhile.</summary>
public sealed class ChangingKudosTests : OverTheDatabase
{
    const string Deed = "stayed with a furious caller until it was solved";
    const string Better = "stayed an hour with a furious caller until it was solved";

    Someone _mia = null!, _ben = null!;
    Address _floor = null!;
    Heard _sent = null!;

    private protected override async Task Arrange()
    {
        (_mia, _ben, _floor) = (await Bot.Member("Mia Storm"), await Bot.Member("Ben Rivers", on: Channel.Teams), await Bot.Place("floor"));
        _sent = await Bot.Types(_mia, $"kudos @Ben #patience {Deed}", at: _floor);
        await Bot.Delivers();
    }

    [Fact]
    public async Task The_confirmation_can_be_edited_and_undone()
    {
        Assert.Equal(["Edit the words", "Undo"], _sent.Buttons);
        Assert.Empty(await Bot.Read(db => db.Audit.ToListAsync()));
    }

    [Fact]
    public async Task Undo_changes_every_card_in_place_and_is_written_down()
    {
        Bot.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        var undone = await Bot.Presses(_mia, _sent, "Undo");
        await Bot.Delivers();

        Assert.IsType<Reply.Replace>(undone.Reply);
        Assert.Contains("These kudos are taken back.", undone.Words);
        foreach (var card in new[] { Bot.Slack.In(_floor.Id), Bot.Teams.In(_ben.Account) })
        {
            Assert.Equal([(1, false), (2, true)], card.Select(one => (one.Revision, one.IsChange)));
            Assert.Contains("took these kudos back", card[^1].Words);
            Assert.DoesNotContain(Deed, card[^1].Body);
        }
        var audit = await Bot.Read(db => db.Audit.SingleAsync());
        Assert.Equal(("kudos.undo", (Guid?)_mia.Id, Bot.Clock.Now.Date), (audit.Act, audit.Actor, audit.At.Date));
    }

    [Fact]
    public async Task Undo_before_anything_was_sent_shows_nobody_the_words()
    {
        await Bot.Presses(_mia, await Bot.Types(_mia, $"kudos @Ben {Better}", at: _floor), "Undo");
        await Bot.Delivers();
        Assert.DoesNotContain(Bot.Teams.Sent.Concat(Bot.Slack.Sent), sent => sent.Words.Contains(Better, StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_five_minutes_undo_is_refused_in_words()
    {
        Bot.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        var late = await Bot.Presses(_mia, _sent, "Undo");
        Assert.Contains("five minutes, and those are over", late.Words);
        Assert.Null((await Bot.Read(db => db.Kudos.SingleAsync())).UndoneAt);
    }

    [Fact]
    public async Task Undo_twice_is_once()
    {
        await Bot.Presses(_mia, _sent, "Undo");
        var again = await Bot.Presses(_mia, _sent, "Undo");
        await Bot.Delivers();
        Assert.Contains("taken back", again.Words);
        Assert.Single(await Bot.Read(db => db.Audit.ToListAsync()));
        Assert.Equal(2, Bot.Teams.Sent.Count);
    }

    [Fact]
    public async Task Nobody_else_can_undo_or_edit()
    {
        var id = (await Bot.Read(db => db.Kudos.SingleAsync())).Id.ToString();
        foreach (var act in new[] { KudosSent.UndoId, EditKudos.OpenId })
        {
            Assert.Contains("These aren't your kudos", (await Bot.Presses(_ben, new ServiceCulture.Cards.Ref(act, id, 1))).Words);
            Assert.Contains("belongs to someone else's card", (await Bot.Presses(_ben, new ServiceCulture.Cards.Ref(act, id, 1), only: _mia.Id)).Words);
        }
        Assert.Null((await Bot.Read(db => db.Kudos.SingleAsync())).UndoneAt);
    }

    [Fact]
    public async Task An_edit_changes_every_card_in_place_and_marks_it()
    {
        Bot.Clock.Advance(TimeSpan.FromDays(3));
        var form = await Bot.Presses(_mia, _sent, "Edit the words");
        Assert.Equal(Deed, form.Holds(GiveKudos.WordsField));

        var saved = await Bot.Submits(_mia, form, (GiveKudos.WordsField, Better));
        await Bot.Delivers();

        Assert.Equal(["Edit the words"], saved.Buttons);
        foreach (var card in new[] { Bot.Slack.In(_floor.Id)[^1], Bot.Teams.In(_ben.Account)[^1] })
        {
            Assert.True(card.IsChange);
            Assert.Contains($"> {Better}", card.Words);
            Assert.EndsWith("Edited", card.Words);
            Assert.Contains("for patience", card.Words);
        }
        Assert.Equal("kudos.edit", (await Bot.Read(db => db.Audit.SingleAsync())).Act);
        Assert.Equal(2, (await Bot.Read(db => db.Kudos.SingleAsync())).Version);
    }

    [Fact]
    public async Task Soon_after_sending_an_edited_one_can_still_be_undone()
    {
        var saved = await Bot.Submits(_mia, await Bot.Presses(_mia, _sent, "Edit the words"), (GiveKudos.WordsField, Better));
        await Bot.Presses(_mia, saved, "Undo");
        await Bot.Delivers();
        Assert.Contains("took these kudos back", Bot.Teams.Sent[^1].Words);
    }

    [Fact]
    public async Task The_same_words_again_change_nothing()
    {
        var heard = await Bot.Submits(_mia, await Bot.Presses(_mia, _sent, "Edit the words"));
        Assert.IsType<Reply.None>(heard.Reply);
        await Bot.Delivers();
        Assert.Single(Bot.Teams.Sent);
    }

    [Theory]
    [InlineData("too short")]
    [InlineData("")]
    public async Task Edited_words_pass_the_same_rules(string words)
    {
        var wrong = await Bot.Submits(_mia, await Bot.Presses(_mia, _sent, "Edit the words"), (GiveKudos.WordsField, words));
        Assert.NotEqual("", wrong.Fault(GiveKudos.WordsField));
        Assert.Equal(words, wrong.Holds(GiveKudos.WordsField));
    }

    [Fact]
    public async Task Two_edits_from_the_same_card_don_t_overwrite_each_other()
    {
        var (first, second) = (await Bot.Presses(_mia, _sent, "Edit the words"), await Bot.Presses(_mia, _sent, "Edit the words"));
        await Bot.Submits(_mia, first, (GiveKudos.WordsField, Better));

        var wrong = await Bot.Submits(_mia, second, (GiveKudos.WordsField, Deed + " at last"));
        Assert.Contains("changed elsewhere", wrong.Fault(GiveKudos.WordsField));
        Assert.Equal(Deed + " at last", wrong.Holds(GiveKudos.WordsField));

        await Bot.Submits(_mia, wrong);
        Assert.Equal(Deed + " at last", (await Bot.Read(db => db.Kudos.SingleAsync())).Words);
    }

    [Fact]
    public async Task Two_edits_at_the_same_moment_leave_one_whole_and_ask_the_other()
    {
        var form = await Bot.Presses(_mia, _sent, "Edit the words");
        var heard = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() => Bot.Submits(_mia, form, (GiveKudos.WordsField, $"{Better} {n}")))));
        await Bot.Delivers();

        Assert.Single(heard, one => one.Reply is Reply.Whisper);
        Assert.Equal(3, heard.Count(one => one.Reply is Reply.Wrong));
        Assert.Single(await Bot.Read(db => db.Audit.ToListAsync()));
        Assert.Contains((await Bot.Read(db => db.Kudos.SingleAsync())).Words, Bot.Teams.Sent[^1].Words);
        Assert.Equal(2, (await Bot.Message(Bot.Teams.Sent[^1].Key)).Revision);
    }

    [Fact]
    public async Task What_was_taken_back_can_t_be_edited()
    {
        var form = await Bot.Presses(_mia, _sent, "Edit the words");
        await Bot.Presses(_mia, _sent, "Undo");
        Assert.Contains("nothing left to edit", (await Bot.Submits(_mia, form, (GiveKudos.WordsField, Better))).Words);
        Assert.Contains("nothing left to edit", (await Bot.Presses(_mia, _sent, "Edit the words")).Words);
    }

    [Fact]
    public async Task An_edit_reaches_who_was_told_even_when_they_changed_home()
    {
        var there = await Bot.Also(_ben, Channel.Local);
        await Bot.Types(there, "help");
        await Bot.Submits(_mia, await Bot.Presses(_mia, _sent, "Edit the words"), (GiveKudos.WordsField, Better));
        await Bot.Delivers();
        Assert.Contains(Better, Bot.Teams.In(_ben.Account)[^1].Words);
        Assert.Empty(Bot.Local.Sent);
    }
}
