using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;
using ServiceCulture.Tests.Support;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.Escalations;

/// <summary>The conversation between an asker and whoever has the question, each on a platform of their own.</summary>
[Trait("Database", "Both")]
public sealed class TalkingTests : IAsyncLifetime
{
    TestBot _bot = null!;
    AskedBot _it = null!;

    public async ValueTask InitializeAsync() => await Start(Channel.Slack, Channel.Teams);

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    async Task Start(Channel asker, Channel sam)
    {
        if (_bot is not null)
            await _bot.DisposeAsync();
        _it = await AskedBot.Start(_bot = await TestBot.Start(AskedBot.With), asker, sam);
        await _it.Asks();
        await _bot.Presses(_it.Sam, await _it.Offer(1), "Accept");
        await _bot.Settles();
    }

    async Task<string> AskerKey() => QuestionMessages.AskerKey((await _it.Question).Id);

    async Task<string> OfferKey(int number = 1) => QuestionMessages.OfferKey((await _it.Question).Id, number);

    [Theory]
    [InlineData(Channel.Slack, Channel.Teams)]
    [InlineData(Channel.Teams, Channel.Slack)]
    [InlineData(Channel.Local, Channel.Teams)]
    public async Task What_either_side_writes_below_its_card_reaches_the_other_below_theirs(Channel asker, Channel expert)
    {
        await Start(asker, expert);
        Assert.IsType<Reply.None>((await _bot.Replies(_it.Asker, await AskerKey(), "help me, it is case 48213")).Reply);
        var arrived = await _it.Reached(_it.Sam);
        Assert.Equal((_it.Sam.Account, "Mira Solano: help me, it is case 48213"), (arrived.Place, (await _bot.Message(arrived.Key)).Summary));
        Assert.StartsWith("Mira Solano writes", arrived.Words);
        Assert.Equal(await OfferKey(), Address.KeyOf((await _bot.Message(arrived.Key)).Thread));
        Assert.Contains("it is case 48213", (await _it.Offer(1)).Words);

        await _bot.Replies(_it.Sam, arrived.Key, "Then it can be refunded.", "m2");
        var back = await _it.Reached(_it.Asker);
        Assert.Contains("> Then it can be refunded.\n– Sam Rivers", back.Words);
        Assert.Equal((_it.Asker.Account, await AskerKey()), (back.Place, Address.KeyOf((await _bot.Message(back.Key)).Thread)));
        Assert.Contains("Then it can be refunded.", (await _it.AskersCard()).Words);
        Assert.Equal([(_it.Asker.Id, "help me, it is case 48213"), (_it.Sam.Id, "Then it can be refunded.")], (await _bot.Said()).Select(one => (one.MemberId!.Value, one.Words)));
        Assert.NotNull((await _it.Question).FirstAnswerAt);
    }

    [Fact]
    public async Task A_line_on_the_card_does_the_same_and_the_card_comes_back_as_it_stands()
    {
        var card = await _bot.Writes(_it.Sam, await _it.Offer(1), "Which case is it?");
        Assert.StartsWith("You have this question", card.Words);
        Assert.Contains("Which case is it?", card.Words);
        var arrived = await _it.Reached(_it.Asker);
        Assert.Equal("Write to Sam Rivers", arrived.Card.Body.OfType<Block.Write>().Single().Opens.Label.Plain(Reader.Plain));
        var form = await _bot.Presses(_it.Asker, arrived.Card.Opens(), only: _it.Asker.Id);
        Assert.IsType<Reply.None>((await _bot.Submits(_it.Asker, form, (SayToOther.WordsField, "Case 48213."))).Reply);
        var back = await _it.Reached(_it.Sam);
        Assert.Contains("Case 48213.", back.Words);
        var answered = await _bot.Writes(_it.Sam, back, "Thank you.");
        Assert.Contains("> Thank you.\n– Your answer", answered.Words);
        Assert.Contains("Thank you.", (await _it.Reached(_it.Asker)).Words);
    }

    [Fact]
    public async Task Nothing_and_too_much_are_refused_with_the_words_kept()
    {
        var empty = await _bot.Writes(_it.Sam, await _it.Offer(1), " ");
        Assert.Contains("Write a few words", empty.Words);
        var tooLong = new string('x', SayToOther.MostWords + 1);
        Assert.Equal(tooLong, (await _bot.Writes(_it.Sam, await _it.Offer(1), tooLong)).Card.Body.OfType<Block.Write>().Single().Here.Standing[SayToOther.WordsField][0]);
        var form = await _bot.Presses(_it.Asker, (await _it.AskersCard()).Card.Opens(), only: _it.Asker.Id);
        var refused = await _bot.Submits(_it.Asker, form, (SayToOther.WordsField, tooLong));
        Assert.Contains("at most 3,000", refused.Fault(SayToOther.WordsField));
        Assert.Equal(tooLong, refused.Holds(SayToOther.WordsField));
        Assert.Contains("was not passed on", (await _bot.Replies(_it.Asker, await AskerKey(), tooLong)).Words);
        Assert.Empty(await _bot.Said());
    }

    [Fact]
    public async Task Edits_and_deletions_are_followed_wherever_the_words_stand()
    {
        await _bot.Replies(_it.Asker, await AskerKey(), "It is case 48213.");
        var key = (await _it.Reached(_it.Sam)).Key;
        await _bot.Edits(_it.Asker, "It is case 48214.");
        await _bot.Settles();
        Assert.Contains("edited", _it.Standing(key).Words);
        foreach (var words in new[] { _it.Standing(key).Words, (await _it.Offer(1)).Words, (await _it.AskersCard()).Words })
            Assert.True(words.Contains("48214", StringComparison.Ordinal) && !words.Contains("48213", StringComparison.Ordinal), words);

        var revision = _it.Standing(key).Revision;
        await _bot.Edits(_it.Asker, "It is case 48214.");
        await _bot.Edits(_it.Sam, "Not mine to edit.");
        await _bot.Deletes(_it.Sam);
        await _bot.Deletes(_it.Asker, "another");
        await _bot.Settles();
        Assert.Equal(revision, _it.Standing(key).Revision);

        await _bot.Deletes(_it.Asker);
        await _bot.Deletes(_it.Asker);
        await _bot.Settles();
        Assert.StartsWith("Mira Solano took this back", _it.Standing(key).Words);
        foreach (var words in new[] { _it.Standing(key).Words, (await _it.Offer(1)).Words, (await _it.AskersCard()).Words })
            Assert.DoesNotContain("48214", words);
        Assert.Equal("", (await _bot.Said()).Single().Words);

        await _bot.Edits(_it.Asker, "It is case 48214 after all.");
        await _bot.Settles();
        Assert.Contains("after all", _it.Standing(key).Words);
    }

    [Fact]
    public async Task Attachments_are_linked_and_an_edit_keeps_them()
    {
        await _bot.Replies(_it.Asker, await AskerKey(), "See the invoice", files: [new Attached("invoice 7.pdf", new Uri("https://acme.slack.com/files/U1/F1/invoice.pdf")), new Attached("", new Uri("https://acme.slack.com/files/U1/F2/x"))]);
        var arrived = await _it.Reached(_it.Sam);
        Assert.Contains("> See the invoice\n", arrived.Words);
        Assert.Contains("https://acme.slack.com/files/U1/F1/invoice.pdf", arrived.Body);
        Assert.Contains("Attached: invoice 7.pdf", arrived.Words);
        await _bot.Edits(_it.Asker, "See both");
        await _bot.Settles();
        Assert.Contains("> See both\n", _it.Standing(arrived.Key).Words);
        Assert.Contains("Attached: invoice 7.pdf", _it.Standing(arrived.Key).Words);
        await _bot.Replies(_it.Sam, arrived.Key, "", "m2", new Attached("rule.docx", new Uri("https://acme.sharepoint.com/rule.docx")));
        Assert.Contains("Attached: rule.docx", (await _it.Reached(_it.Asker)).Words);
    }

    [Fact]
    public async Task Both_sides_write_and_answer_at_once_and_nothing_is_lost()
    {
        var (asker, offer) = (await AskerKey(), await OfferKey());
        var form = await _bot.Presses(_it.Sam, await _it.Offer(1), "Answer");
        await Task.WhenAll(
            Task.Run(() => _bot.Replies(_it.Asker, asker, "I found it myself.", "a1")),
            Task.Run(() => _bot.Replies(_it.Sam, offer, "One moment.", "s1")),
            Task.Run(() => _bot.Submits(_it.Sam, form, (AnswerQuestion.WordsField, "Under Disputes."))));
        var said = await _bot.Said();
        Assert.Equal(["I found it myself.", "One moment.", "Under Disputes."], said.Select(one => one.Words).Order());
        Assert.Equal(said.Count, said.Select(one => one.Number).Distinct().Count());
        await _bot.Settles();
        Assert.Contains("I found it myself.", (await _it.Reached(_it.Sam, said.Single(one => one.MemberId == _it.Asker.Id).Number)).Words);
        Assert.Contains("One moment.", (await _it.Reached(_it.Asker, said.Single(one => one.Words == "One moment.").Number)).Words);
        Assert.Equal(QuestionState.Answered, (await _it.Question).State);
    }

    [Fact]
    public async Task A_reply_to_a_card_whose_sending_has_not_ended_is_not_lost()
    {
        var key = await AskerKey();
        await _bot.Do(async db => (await db.Messages.SingleAsync(one => one.Key == key)).RemoteId = null);
        await _bot.RepliesTo(_it.Asker, "known to Slack only", "It is case 48213.");
        Assert.Contains("It is case 48213.", (await _it.Reached(_it.Sam)).Words);
    }

    [Fact]
    public async Task A_reply_to_something_else_is_read_as_ever()
    {
        Assert.Contains("kudos", (await _bot.RepliesTo(_it.Asker, "some message", "help")).Words, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await _bot.Said());
    }

    [Fact]
    public async Task Before_somebody_has_it_what_the_asker_writes_goes_to_whoever_is_asked_and_to_whoever_gets_it()
    {
        await _bot.DisposeAsync();
        _it = await AskedBot.Start(_bot = await TestBot.Start(AskedBot.With));
        await _it.Asks();
        var offer = await _it.Offer(1);
        Assert.Contains("accept the question first", (await _bot.Replies(_it.Sam, offer.Key, "Which case?")).Words);
        await _bot.Replies(_it.Asker, await AskerKey(), "It is case 48213.", "m2");
        var arrived = await _it.Reached(_it.Sam);
        Assert.Contains("It is case 48213.", arrived.Words);
        Assert.Empty(arrived.Card.Body.OfType<Block.Write>());
        await _bot.Presses(_it.Sam, await _it.Offer(1), "Accept");
        await _bot.Edits(_it.Asker, "It is case 48214.", "m2");
        await _bot.Settles();
        Assert.Contains("48214", (await _it.Offer(1)).Words);
        Assert.Contains("48214", _it.Standing(arrived.Key).Words);
    }

    [Fact]
    public async Task Who_is_no_side_of_it_is_told_and_nobody_hears_it()
    {
        var before = (await _bot.Said()).Count;
        var stale = await _it.Offer(1);
        var form = await _bot.Presses(_it.Sam, stale.Card.Opens(), only: _it.Sam.Id);
        await HandedTo(_it.Ada);
        var said = (await _bot.Said()).Count;
        Assert.Contains("Ada Obi has the question now", (await _bot.Replies(_it.Sam, stale.Key, "One more thing")).Words);
        var refused = await _bot.Submits(_it.Sam, form, (SayToOther.WordsField, "One more thing"));
        Assert.Contains("Ada Obi has the question now", refused.Fault(SayToOther.WordsField));
        Assert.Equal("One more thing", refused.Holds(SayToOther.WordsField));
        var card = await _bot.Writes(_it.Sam, stale, "One more thing");
        Assert.Contains("> One more thing\n– Not sent", card.Words);
        Assert.Contains("isn't yours", (await _bot.Presses(_it.Tess, stale.Card.Opens())).Words);
        Assert.Equal((0, said), (before, (await _bot.Said()).Count));
        await _bot.Replies(_it.Ada, await OfferKey(2), "It is mine now.");
        Assert.Contains("It is mine now.", (await _it.Reached(_it.Asker)).Words);
    }

    [Fact]
    public async Task A_closed_question_passes_nothing_on()
    {
        await _bot.Presses(_it.Asker, await _it.AskersCard(), "Solved");
        Assert.Contains("The question is closed", (await _bot.Replies(_it.Asker, await AskerKey(), "Thanks again")).Words);
        Assert.Contains("The question is closed", (await _bot.Replies(_it.Sam, await OfferKey(), "Any time")).Words);
        Assert.Empty(await _bot.Said());
    }

    [Fact]
    public async Task Whoever_erases_their_data_leaves_no_trace_of_where_they_wrote()
    {
        await _bot.Replies(_it.Sam, await OfferKey(), "Which case?");
        await _bot.Do(db => _bot.Get<IEnumerable<ServiceCulture.Bot.Privacy.IPersonalData>>().OfType<EscalationsData>().Single().Erase(db, _it.Sam.Id, new ServiceCulture.Bot.Privacy.Erasure(false, _bot.Clock.Now), default));
        Assert.Equal(0, await _bot.Read(db => db.RelayedMessages.CountAsync()));
        Assert.Equal(("Which case?", (Guid?)null), (await _bot.Said()) is [var one] ? (one.Words, one.MemberId) : default);
    }

    async Task HandedTo(Someone other)
    {
        var form = await _bot.Presses(_it.Sam, await _it.Offer(1), "Hand over");
        await _bot.Submits(_it.Sam, form, (HandOver.ToField, other));
        await _bot.Presses(other, await _it.Offer(2), "Accept");
        await _bot.Settles();
    }
}
