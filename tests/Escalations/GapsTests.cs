using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Crisis;
using ServiceCulture.Cards.Escalations;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Escalations;

/// <summary>Decisions, times for offers, and crisis words where people talk about a question.</summary>
[Trait("Database", "Both")]
public sealed class GapsTests : IAsyncLifetime
{
    const string Crisis = "I want to kill myself";

    TestBot _bot = null!;
    AskedBot _it = null!;

    public async ValueTask InitializeAsync() => _it = await AskedBot.Start(_bot = await TestBot.Start(AskedBot.With));

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Who_is_asked_to_decide_says_what_they_decided()
    {
        await _it.Asks("may I refund a chargeback of 300 euros #waiting #decision");
        var form = await _bot.Presses(_it.Sam, await _it.Offer(1), "Answer at once");
        var wrong = await _bot.Submits(_it.Sam, form, (AnswerQuestion.WordsField, "Yes, this once."));
        Assert.Equal("They asked for a decision. Which is it?", wrong.Fault(AnswerQuestion.DecisionField));
        Assert.Equal("Yes, this once.", wrong.Holds(AnswerQuestion.WordsField));
        await _bot.Submits(_it.Sam, wrong, (AnswerQuestion.DecisionField, AnswerQuestion.Granted));
        Assert.Equal((int)Decision.Granted, (await _bot.Read(db => db.QuestionEvents.SingleAsync(one => one.Kind == EventKind.Answered))).Amount);
    }

    [Fact]
    public async Task Who_is_asked_what_they_know_decides_nothing()
    {
        await _it.Asks();
        var form = await _bot.Presses(_it.Sam, await _it.Offer(1), "Answer at once");
        Assert.DoesNotContain(form.Form.Fields, field => field.Id == AnswerQuestion.DecisionField);
        await _bot.Submits(_it.Sam, form, (AnswerQuestion.WordsField, "In the refund tool."));
        Assert.Null((await _bot.Read(db => db.QuestionEvents.SingleAsync(one => one.Kind == EventKind.Answered))).Amount);
    }

    [Fact]
    public async Task An_offer_of_45_seconds_says_until_which_second()
    {
        await _it.Asks();
        var until = (await _it.Question).Deadline!.Value;
        Assert.Contains($"It is yours to accept, until {until:HH:mm:ss};", (await _it.Offer(1)).Words);
        Assert.Contains($"is asked, until {until:HH:mm:ss}.", (await _it.AskersCard()).Words);
    }

    [Fact]
    public async Task Hr_sets_the_times_for_offers_and_the_next_one_goes_by_them()
    {
        var hr = await _bot.Member("Ines Moreau", roles: Roles.Hr);
        var form = await _bot.Presses(hr, await _bot.Types(hr, "experts"), "Times for offers");
        Assert.Equal(("45", "20", "180"), (form.Holds(OfferTimes.WaitingField), form.Holds(OfferTimes.TodayField), form.Holds(OfferTimes.WeekField)));
        var wrong = await _bot.Submits(hr, form, (OfferTimes.WaitingField, "5"), (OfferTimes.TodayField, "soon"), (OfferTimes.WeekField, "60"));
        Assert.Equal(("A whole number from 10 to 3,600, please.", "A whole number from 1 to 480, please.", "60"), (wrong.Fault(OfferTimes.WaitingField), wrong.Fault(OfferTimes.TodayField), wrong.Holds(OfferTimes.WeekField)));
        Assert.Contains("The times are set", (await _bot.Submits(hr, wrong, (OfferTimes.WaitingField, "10"), (OfferTimes.TodayField, "30"))).Words);
        await _it.Asks();
        Assert.Equal(TimeSpan.FromSeconds(10), (await _it.Question).Deadline!.Value - (await _bot.Read(db => db.QuestionOffers.SingleAsync())).At);
        Assert.Contains("Only HR can set", (await _bot.Presses(_it.Sam, OfferTimes.Button.Does)).Words);
    }

    [Fact]
    public async Task Crisis_words_below_a_question_are_answered_and_still_reach_the_other_side()
    {
        await _it.Asks();
        await _bot.Presses(_it.Sam, await _it.Offer(1), "Accept");
        await _bot.Settles();
        var key = QuestionMessages.OfferKey((await _it.Question).Id, 1);
        Help(await _bot.Replies(_it.Sam, key, Crisis));
        Assert.Contains(Crisis, (await _it.Reached(_it.Asker)).Words);
        Assert.IsType<Reply.None>((await _bot.Replies(_it.Sam, key, "Which case is it?", "m2")).Reply);
        Assert.Equal(2, (await _bot.Said()).Count);
    }

    [Fact]
    public async Task Crisis_words_typed_into_the_card_itself_leave_it_where_it_is_and_the_help_comes_beside_it()
    {
        await _it.Asks();
        await _bot.Presses(_it.Sam, await _it.Offer(1), "Accept");
        Assert.Contains(Crisis, (await _bot.Writes(_it.Sam, await _it.Offer(1), Crisis)).Words);
        Assert.Contains(Crisis, (await _it.Reached(_it.Asker)).Words);
        var help = await _it.Last(_it.Sam);
        Assert.StartsWith("You don't have to carry this alone", help.Words);
        Assert.DoesNotContain("on a list", help.Words);
        Assert.Contains("emergency number now", help.Words);
    }

    [Fact]
    public async Task What_could_not_be_passed_on_is_said_before_the_help()
    {
        await _it.Asks();
        await _bot.Presses(_it.Sam, await _it.Offer(1), "Accept");
        var (row, key) = ((await _it.Question).Id.ToString(), QuestionMessages.OfferKey((await _it.Question).Id, 1));
        await _bot.Settles();
        var form = await _bot.Presses(_it.Asker, new Ref(AddInformation.OpenId, row));
        await _bot.Presses(_it.Asker, new Ref(QuestionCard.WithdrawId, row));
        var late = await _bot.Submits(_it.Asker, form, (AddInformation.WordsField, Crisis));
        Assert.Equal(GetHelp.Id, late.Form.About.Id);
        Assert.Contains("so nothing was changed. Ask again if there is more. Some of your words are on a list", Shown(late));
        Assert.DoesNotContain(GetHelp.PassedOn.Plain(Reader.Plain), Shown(late));
        var typed = await _bot.Replies(_it.Sam, key, Crisis);
        Assert.Contains("this was not passed on", typed.Words);
        Help(typed);
    }

    [Fact]
    public async Task Crisis_words_in_a_question_are_answered_to_its_asker_and_it_goes_on_by_itself()
    {
        _it.Routes(sure: false);
        Help(await _it.Asks($"a caller told me: {Crisis}. What do I do?"));
        Assert.Equal(QuestionState.Offered, (await _it.Question).State);
        Assert.Contains("Sam Rivers is asked", (await _it.AskersCard()).Words);
        Assert.Contains(Crisis, (await _it.Offer(1)).Words);
    }

    [Fact]
    public async Task In_the_form_that_asks_they_are_answered_by_a_private_one_and_the_question_goes_on_by_itself()
    {
        _it.Routes(sure: false);
        Helped(await _bot.Submits(_it.Asker, await _bot.Types(_it.Asker, "ask"), (AskQuestion.WordsField, $"A caller told me: {Crisis}. What do I do?")));
        Assert.Equal(QuestionState.Offered, (await _it.Question).State);
        Assert.Contains(Crisis, (await _it.Offer(1)).Words);
        Assert.DoesNotContain(_bot.Slack.Sent, sent => sent.Words.Contains("carry this alone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Crisis_words_in_what_is_added_answered_or_passed_on_are_answered_to_whoever_wrote_them()
    {
        await _it.Asks();
        var row = (await _it.Question).Id.ToString();
        Helped(await _bot.Submits(_it.Asker, await _bot.Presses(_it.Asker, new Ref(AddInformation.OpenId, row)), (AddInformation.WordsField, Crisis)));
        Helped(await _bot.Submits(_it.Sam, await _bot.Presses(_it.Sam, await _it.Offer(1), "Answer at once"), (AnswerQuestion.WordsField, $"Ring 112. {Crisis}.")));
        Assert.Equal(QuestionState.Answered, (await _it.Question).State);
        Helped(await _bot.Submits(_it.Asker, await _bot.Presses(_it.Asker, new Ref(NotYetSolved.OpenId, row)), (NotYetSolved.WordsField, Crisis)));
        Assert.Equal([EventKind.Added, EventKind.Answered, EventKind.NotYet], await _bot.Read(db => db.QuestionEvents.Where(one => one.Words.Contains(Crisis)).OrderBy(one => one.Number).Select(one => one.Kind).ToListAsync()));
    }

    [Fact]
    public async Task A_conversation_longer_than_a_card_is_read_page_by_page_by_those_it_concerns()
    {
        await _it.Asks();
        await _bot.Presses(_it.Sam, await _it.Offer(1), "Accept");
        var id = (await _it.Question).Id;
        await _bot.Do(async db =>
        {
            var question = await db.Questions.SingleAsync();
            db.AddRange(Enumerable.Range(1, 40).Select(at => new QuestionEvent { QuestionId = id, Number = question.LastEvent + at, At = _bot.Clock.Now, Kind = EventKind.Said, MemberId = _it.Asker.Id, Words = $"Word number {at}." }));
            question.LastEvent += 40;
        });
        var card = await _bot.Presses(_it.Sam, new Ref(OfferCard.AcceptId, id.ToString(), 1));
        Assert.Contains("More was said before this", card.Words);
        var last = await _bot.Presses(_it.Sam, new Ref(ReadAll.OpenId, id.ToString()));
        Assert.Contains("Word number 11.", Shown(last));
        Assert.DoesNotContain("Word number 10.", Shown(last));
        var first = await _bot.Submits(_it.Sam, last);
        Assert.Contains("Word number 1.", Shown(first));
        Assert.DoesNotContain("Word number 11.", Shown(first));
        Assert.Contains("isn't yours to read", (await _bot.Presses(_it.Tess, new Ref(ReadAll.OpenId, id.ToString()))).Words);
    }

    // In a chat: nothing says why.
    static void Help(Heard typed)
    {
        Assert.Contains("You don't have to carry this alone", typed.Words);
        Assert.DoesNotContain("on a list", typed.Words);
        Assert.DoesNotContain(Crisis, typed.Words);
    }

    // In the next private form, which says why and what became of the words.
    static void Helped(Heard sent)
    {
        Assert.Equal((GetHelp.Id, true), (sent.Form.About.Id, sent.Form.Private));
        Assert.Contains("What you wrote was passed on. Some of your words are on a list", Shown(sent));
        Assert.DoesNotContain("on a list", PlainText.Render(sent.Form.Entrance!, Reader.Plain));
    }

    static string Shown(Heard heard) => Html.Form(heard.Form, Reader.Plain, "f");
}
