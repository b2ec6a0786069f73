using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Escalations;

/// <summary>The expert's side, and the job that acts on every deadline.</summary>
[Trait("Database", "Both")]
public sealed class OfferTests : IAsyncLifetime
{
    static readonly TimeSpan Seconds45 = TimeSpan.FromSeconds(45);

    TestBot _bot = null!;
    AskedBot _it = null!;

    public async ValueTask InitializeAsync()
    {
        _it = await AskedBot.Start(_bot = await TestBot.Start(AskedBot.With));
        await _it.Asks();
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Two_offers_of_45_seconds_then_triage_and_everybody_sees_it()
    {
        await _it.Offer(1);
        await _it.Later(Seconds45 * 0.75);
        Assert.Contains("A quarter of the time is left", (await _it.Last(_it.Sam)).Words);
        await _it.Later(Seconds45 * 0.25);
        Assert.Contains("The time ran out", (await _it.Offer(1)).Words);
        Assert.Contains("You got this because", (await _it.Offer(2)).Words);
        Assert.Equal(_it.Ada.Account, (await _it.Offer(2)).Place);
        await _it.Later(Seconds45);
        Assert.Contains("Whoever was asked could not take it. Tess Lang looks at it", (await _it.AskersCard()).Words);
        Assert.Contains("A question for triage", (await _it.Last(_it.Tess)).Words);
    }

    [Fact]
    public async Task Who_comes_too_late_is_told_and_changes_nothing()
    {
        var first = await _it.Offer(1);
        var answering = await _bot.Presses(_it.Sam, first, "Answer at once");
        await _it.Later(Seconds45);
        await _bot.Presses(_it.Ada, await _it.Offer(2), "Accept");
        Assert.Contains("The time ran out", (await _bot.Presses(_it.Sam, first, "Accept")).Words);
        Assert.Contains("Ada Obi has it meanwhile", (await _bot.Submits(_it.Sam, answering, (AnswerQuestion.WordsField, "Yes"))).Words);
        Assert.Equal(_it.Ada.Id, (await _it.Question).OwnerId);
        Assert.Contains("You have this question", (await _bot.Presses(_it.Ada, await _it.Offer(2) with { Card = (await First(2)).Card }, "Accept")).Words);
    }

    [Fact]
    public async Task Accepting_and_the_time_running_out_in_the_same_moment_leave_one_who_has_it()
    {
        var offer = await _it.Offer(1);
        _bot.Clock.Advance(Seconds45);
        await Task.WhenAll(_bot.Presses(_it.Sam, offer, "Accept"), Task.Run(() => _bot.Get<WatchingQuestions>().Run(default)), Task.Run(() => _bot.Get<WatchingQuestions>().Run(default)));
        var question = await _it.Question;
        var live = await _bot.Read(db => db.QuestionOffers.Where(one => one.Outcome == OfferOutcome.Live).ToListAsync());
        Assert.True(question.State is QuestionState.Owned ? question.OwnerId == _it.Sam.Id && live.Count == 0 : question.State is QuestionState.Offered && live.Count == 1 && live[0].MemberId == _it.Ada.Id);
        Assert.NotNull(question.DueAt);
    }

    [Fact]
    public async Task Passing_names_a_colleague_and_says_why()
    {
        var form = await _bot.Presses(_it.Sam, await _it.Offer(1), "Pass");
        Assert.Contains("They asked it", (await _bot.Submits(_it.Sam, form, (PassQuestion.ToField, _it.Asker))).Fault(PassQuestion.ToField));
        await _bot.Submits(_it.Sam, form, (PassQuestion.ToField, _it.Tess), (PassQuestion.WhyField, "She wrote that rule."));
        var named = await _it.Offer(2);
        Assert.Equal(_it.Tess.Account, named.Place);
        Assert.Contains("Sam Rivers named you for this", named.Words);
        Assert.Contains("She wrote that rule.", named.Words);
        Assert.Contains("Passed on", (await _it.Offer(1)).Words);
    }

    [Fact]
    public async Task Not_now_asks_the_next_at_once()
    {
        await _bot.Submits(_it.Sam, await _bot.Presses(_it.Sam, await _it.Offer(1), "Not now"), (NotNowQuestion.MinutesField, "30"));
        Assert.Equal(_it.Ada.Account, (await _it.Offer(2)).Place);
        Assert.InRange((await _bot.Read(db => db.QuestionOffers.SingleAsync(one => one.Number == 1))).BackAt!.Value, _bot.Clock.Now.AddMinutes(29), _bot.Clock.Now.AddMinutes(30));
    }

    [Fact]
    public async Task Triage_sends_it_to_a_person_and_may_take_it()
    {
        await _it.Offer(1);
        await _it.Later(Seconds45);
        await _it.Later(Seconds45);
        var triage = await _it.Last(_it.Tess);
        var form = await _bot.Presses(_it.Tess, triage, "Send on");
        Assert.Contains("Pick a topic or a person", (await _bot.Submits(_it.Tess, form)).Fault(AssignQuestion.ToField));
        await _bot.Submits(_it.Tess, form, (AssignQuestion.ToField, _it.Sam));
        Assert.Contains("Tess Lang named you for this", (await _it.Offer(3)).Words);
        await _it.Later(Seconds45);
        await _it.Later(Seconds45);
        await _it.Later(Seconds45);
        Assert.Equal(QuestionState.Triage, (await _it.Question).State);
        Assert.Contains("You have this question", (await _bot.Presses(_it.Tess, await _it.Last(_it.Tess), "I take it")).Words);
        Assert.Contains("Tess Lang has it since", (await _it.AskersCard()).Words);
    }

    [Fact]
    public async Task An_expert_who_leaves_leaves_no_question_behind()
    {
        await _bot.Presses(_it.Sam, await _it.Offer(1), "Accept");
        await _bot.Do(async db => (await db.Members.SingleAsync(one => one.Id == _it.Sam.Id)).LeftAt = _bot.Clock.Now);
        await _it.Later(TimeSpan.FromSeconds(5));
        Assert.Contains("Ada Obi is asked", (await _it.AskersCard()).Words);
    }

    [Fact]
    public async Task An_expert_who_erases_their_data_leaves_it_to_the_next()
    {
        await _bot.Presses(_it.Sam, await _it.Offer(1), "Accept");
        await _bot.Do(db => _bot.Get<IEnumerable<ServiceCulture.Bot.Privacy.IPersonalData>>().OfType<EscalationsData>().Single().Erase(db, _it.Sam.Id, new ServiceCulture.Bot.Privacy.Erasure(false, _bot.Clock.Now), default));
        _it.Finds(_it.Ada);
        await _it.Later(TimeSpan.FromSeconds(5));
        Assert.Contains("Ada Obi is asked", (await _it.AskersCard()).Words);
    }

    [Fact]
    public async Task An_asker_who_erases_their_data_takes_their_words_along_and_whoever_had_it_sees_that_it_is_over()
    {
        var offer = await _it.Offer(1);
        await _bot.Presses(_it.Sam, offer, "Accept");
        await _bot.Do(db => _bot.Get<IEnumerable<ServiceCulture.Bot.Privacy.IPersonalData>>().OfType<EscalationsData>().Single().Erase(db, _it.Asker.Id, new ServiceCulture.Bot.Privacy.Erasure(false, _bot.Clock.Now), default));
        await _it.Arrives();
        var over = _it.Standing(offer.Key);
        Assert.Contains("There is nothing for you to do.", over.Words);
        Assert.DoesNotContain("chargeback", over.Words + over.Body);
        Assert.Empty(over.Card.Buttons);
        Assert.Contains("no longer there", (await _bot.Presses(_it.Sam, offer, "Accept")).Words);
        Assert.Equal(0, await _bot.Read(db => db.Questions.CountAsync()));
    }

    [Fact]
    public async Task Two_experts_who_accept_in_the_same_second_one_has_it_and_the_other_is_told()
    {
        var first = await _it.Offer(1);
        await _it.Later(Seconds45);
        var second = await _it.Offer(2);
        var heard = await Task.WhenAll(Task.Run(() => _bot.Presses(_it.Sam, first, "Accept")), Task.Run(() => _bot.Presses(_it.Ada, second, "Accept")));
        Assert.Contains("The time ran out", heard[0].Words);
        Assert.Contains("You have this question", heard[1].Words);
        Assert.Equal((QuestionState.Owned, _it.Ada.Id), ((await _it.Question).State, (await _it.Question).OwnerId!.Value));
    }

    [Fact]
    public async Task A_topic_that_is_archived_meanwhile_asks_nobody_else_and_a_person_looks_at_it()
    {
        await _it.Offer(1);
        await _bot.Do(async db => (await db.Topics.SingleAsync()).ArchivedAt = _bot.Clock.Now);
        await _it.Later(TimeSpan.FromSeconds(5));
        Assert.Equal((null, QuestionState.Offered), ((await _it.Question).TopicId, (await _it.Question).State));
        Assert.DoesNotContain("a written confirmation by e-mail", (await _it.AskersCard()).Words);
        await _it.Later(Seconds45);
        Assert.Contains("It fits none of the topics. Tess Lang looks at it", (await _it.AskersCard()).Words);
        Assert.Equal(1, await _bot.Read(db => db.QuestionEvents.CountAsync(one => one.Kind == EventKind.TopicArchived)));
    }

    [Fact]
    public async Task An_asker_who_leaves_closes_it_and_whoever_was_asked_sees_that()
    {
        await _it.Offer(1);
        await _bot.Do(async db => (await db.Members.SingleAsync(one => one.Id == _it.Asker.Id)).LeftAt = _bot.Clock.Now);
        await _it.Later(TimeSpan.FromSeconds(5));
        Assert.Contains("No longer needed", (await _it.Offer(1)).Words);
        Assert.Equal((QuestionState.AskerLeft, null), ((await _it.Question).State, (await _it.Question).DueAt));
    }

    [Fact]
    public async Task The_platform_is_down_for_an_hour_and_nothing_is_lost()
    {
        await _it.Later(TimeSpan.FromHours(1));
        Assert.Contains("Messages were held up for a while", (await _it.AskersCard()).Words);
        Assert.Equal(QuestionState.Offered, (await _it.Question).State);
        Assert.InRange((await _it.Question).Deadline!.Value, _bot.Clock.Now + Seconds45 - TimeSpan.FromSeconds(1), _bot.Clock.Now + Seconds45);
    }

    [Fact]
    public async Task The_job_moves_nothing_that_is_not_due()
    {
        await _it.Offer(1);
        var before = await _it.Question;
        await _it.Later(TimeSpan.FromSeconds(5));
        Assert.Equal(before.Version, (await _it.Question).Version);
    }

    async Task<Delivered> First(int number)
    {
        var key = QuestionMessages.OfferKey((await _it.Question).Id, number);
        return new[] { _bot.Slack, _bot.Teams, _bot.Local }.SelectMany(channel => channel.Sent).First(sent => sent.Key == key);
    }
}
