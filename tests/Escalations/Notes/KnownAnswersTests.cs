using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Notes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Escalations.Notes;

/// <summary>Who asks sees first what was answered before; where that is all they need, nobody is asked.</summary>
[Trait("Database", "Both")]
public sealed class KnownAnswersTests : IAsyncLifetime
{
    const string Known = "how do I refund an old chargeback", Answer = "Up to 200 euros you may do it yourself.";

    TestBot _bot = null!;
    AskedBot _it = null!;
    Note _note = null!;

    public async ValueTask InitializeAsync()
    {
        _it = await AskedBot.Start(_bot = await TestBot.Start(AskedBot.With));
        _note = new Note { Words = Known, Answer = Answer, AuthorId = _it.Sam.Id, OwnerId = _it.Sam.Id, MadeAt = _bot.Clock.Now, ReviewOn = new(2026, 9, 2), ChangedAt = _bot.Clock.Now };
        await _bot.Do(db =>
        {
            db.Add(_note);
            return Task.CompletedTask;
        });
        _bot.Clock.Advance(TimeSpan.FromDays(100));
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task An_answer_that_was_there_ends_the_question_and_nobody_was_asked()
    {
        _it.Routes(sure: false);
        var form = await _it.Asks("how do I refund a chargeback");
        Assert.Contains("3 months ago", Seen(form.Form));
        Assert.Contains("Check that the case is the same", Seen(form.Form));
        Assert.IsType<Reply.None>((await _bot.Submits(_it.Asker, form, (ChooseTopic.TopicField, KnownWords.Prefix + _note.Id))).Reply);
        var question = await _it.Question;
        Assert.Equal((QuestionState.Solved, _note.Id, null), (question.State, question.NoteId, question.OwnerId));
        Assert.Empty(await _bot.Read(db => db.QuestionOffers.ToListAsync()));
        var credit = await _it.Last(_it.Sam);
        Assert.Contains("Your answer helped again", credit.Words);
        var card = await _it.AskersCard();
        Assert.Contains("had answered it before, so nobody had to be asked", card.Words);
        Assert.DoesNotContain("have to repeat", card.Words, StringComparison.Ordinal);
        var thanks = await _bot.Presses(_it.Asker, card, "Thank Sam Rivers");
        Assert.Equal(_it.Sam.Id.ToString(), thanks.Holds(GiveKudos.ToField));
        Assert.Contains("earlier question", thanks.Holds(GiveKudos.WordsField));
    }

    [Fact]
    public async Task While_the_customer_waits_it_stands_on_the_card_and_ends_what_was_offered()
    {
        await _it.Asks();
        await _it.Offer(1);
        var card = await _it.AskersCard();
        Assert.Contains("Answered before", card.Words);
        Assert.Contains(Answer, card.Words);
        var done = await _bot.Presses(_it.Asker, Helps(card.Card));
        Assert.Contains("nobody had to be asked", done.Words);
        Assert.Equal(QuestionState.Solved, (await _it.Question).State);
        Assert.Contains("nobody had to be asked", (await _bot.Presses(_it.Asker, Helps(card.Card))).Words);
        await _it.Arrives();
        Assert.Equal(1, await _bot.Read(db => db.Messages.CountAsync(message => message.Key.EndsWith("/credit"))));
    }

    [Fact]
    public async Task Whoever_is_asked_reads_them_in_the_brief_and_by_when_the_answer_is_due()
    {
        await _it.Asks();
        var due = (await _it.Question).AnswerBy!.Value;
        var offer = await _it.Offer(1);
        foreach (var words in new[] { "Answers to questions like it", Answer, "Sam Rivers, 3 months ago", $"Needed: the customer is waiting now; the answer by {due:d MMM yyyy, HH:mm}" })
            Assert.Contains(words, offer.Words);
        var theirs = await _bot.Presses(_it.Sam, offer, "Accept");
        Assert.Contains(Answer, theirs.Words);
        Assert.DoesNotContain("the answer by", theirs.Words);
    }

    [Fact]
    public async Task Where_the_router_put_it_proves_nothing_and_it_teaches_the_topic_that_the_answer_has()
    {
        await _it.Asks();
        await _bot.Presses(_it.Asker, Helps((await _it.AskersCard()).Card));
        Assert.Equal(QuestionState.Solved, (await _it.Question).State);
        Assert.Empty(await _it.Learnt());

        var vouchers = await _it.Topic("Vouchers");
        await _bot.Do(async db => (await db.Notes.SingleAsync()).TopicId = vouchers);
        await _bot.Types(_it.Ada, "ask how is an old chargeback refunded #waiting");
        await _it.Arrives();
        await _bot.Presses(_it.Ada, Helps(_bot.Slack.In(_it.Ada.Account).Last(sent => sent.Key.EndsWith("/asker", StringComparison.Ordinal)).Card));
        Assert.Equal([vouchers], await _it.Learnt());
    }

    [Fact]
    public async Task It_is_not_anybodys_to_end_and_what_is_gone_ends_nothing()
    {
        await _it.Asks();
        var helps = Helps((await _it.AskersCard()).Card);
        Assert.Contains("isn't yours", (await _bot.Presses(_it.Ada, helps)).Words);
        await _bot.Do(db => db.Notes.ExecuteDeleteAsync());
        Assert.Contains("no longer there", (await _bot.Presses(_it.Asker, helps)).Words);
        Assert.Equal(QuestionState.Offered, (await _it.Question).State);
    }

    [Fact]
    public async Task What_nobody_knows_waits_a_moment_where_there_is_an_answer_already()
    {
        _it.Routes(sure: false, known: false);
        var form = await _it.Asks("how do I refund a chargeback");
        Assert.Equal([KnownWords.Prefix + _note.Id, ChooseTopic.None], form.Form.Fields.OfType<Field.Pick>().Single().Choices.Select(choice => choice.Value));
        await _bot.Submits(_it.Asker, form, (ChooseTopic.TopicField, ChooseTopic.None));
        Assert.Equal(QuestionState.Triage, (await _it.Question).State);
    }

    [Fact]
    public async Task Not_solved_after_all_opens_it_for_people()
    {
        _it.Routes(sure: false);
        await _bot.Submits(_it.Asker, await _it.Asks("how do I refund a chargeback"), (ChooseTopic.TopicField, KnownWords.Prefix + _note.Id));
        var form = await _bot.Presses(_it.Asker, await _it.AskersCard(), "Not solved after all");
        await _bot.Submits(_it.Asker, form, (NotYetSolved.WordsField, "It is more than that"));
        Assert.True((await _it.Question) is { NoteId: null, ClosedAt: null });
    }

    [Fact]
    public async Task From_the_answer_to_the_note_to_the_next_asker()
    {
        await _bot.Do(db => db.Notes.ExecuteDeleteAsync());
        await _it.Asks("how are gift vouchers extended #waiting");
        await _bot.Submits(_it.Sam, await _bot.Presses(_it.Sam, await _it.Offer(1), "Answer at once"), (AnswerQuestion.WordsField, "In the till, under vouchers."));
        var form = await _bot.Presses(_it.Sam, await _it.Offer(1), "Keep as a note");
        Assert.Equal(("how are gift vouchers extended", "In the till, under vouchers."), (form.Holds(KeepNote.QuestionField), form.Holds(KeepNote.AnswerField)));
        await _bot.Submits(_it.Sam, form);
        await _bot.Types(_it.Ada, "ask how are the gift vouchers extended #waiting");
        await _it.Arrives();
        Assert.Contains("In the till, under vouchers.", _bot.Slack.In(_it.Ada.Account).Last(sent => sent.Key.EndsWith("/asker", StringComparison.Ordinal)).Words);
    }

    static Ref Helps(Card card) => card.Body.OfType<Block.Row>().Single().Of.Single().Does;

    static string Seen(Form form) => System.Net.WebUtility.HtmlDecode(ServiceCulture.Cards.Rendering.Html.Form(form, Reader.Plain, "f"));
}
