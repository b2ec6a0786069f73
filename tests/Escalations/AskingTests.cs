using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Escalations;

/// <summary>The asker's side: from the question to the thanks.</summary>
[Trait("Database", "Both")]
public sealed class AskingTests : IAsyncLifetime
{
    TestBot _bot = null!;
    AskedBot _it = null!;

    public async ValueTask InitializeAsync() => _it = await AskedBot.Start(_bot = await TestBot.Start(AskedBot.With));

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task While_the_customer_waits_and_the_topic_is_sure_nothing_is_asked()
    {
        Assert.IsType<Reply.None>((await _it.Asks()).Reply);
        var card = await _it.AskersCard();
        Assert.StartsWith("Your question: somebody is asked", card.Words);
        Assert.Contains("I have somebody on this who decides refunds", card.Words);
        Assert.Contains("You may offer meanwhile: a written confirmation by e-mail", card.Words);
        Assert.Contains("Sam Rivers is asked, until", card.Words);
        var offer = await _it.Offer(1);
        Assert.Contains("how do I refund a chargeback", offer.Words);
        Assert.Equal((_it.Sam.Account, Urgency.Waiting), (offer.Place, (await _it.Question).Urgency));
    }

    [Fact]
    public async Task Else_its_asker_says_where_it_belongs_and_is_told_why()
    {
        _it.Routes(sure: false);
        var form = await _it.Asks("how do I refund a chargeback");
        var pick = Assert.IsType<Field.Pick>(form.Form.Fields[0]);
        Assert.Equal("12 similar questions, words: refund, chargeback", pick.Choices[0].Describes!.Plain(Reader.Plain));
        Assert.Equal(pick.Choices[0].Value, pick.Initial);
        Assert.IsType<Reply.None>((await _bot.Submits(_it.Asker, form)).Reply);
        Assert.Contains("Sam Rivers is asked", (await _it.AskersCard()).Words);
        Assert.Contains("moved on", (await _bot.Submits(_it.Asker, form)).Words);
    }

    [Fact]
    public async Task None_of_these_goes_to_a_person()
    {
        _it.Routes(sure: false);
        await _bot.Submits(_it.Asker, await _it.Asks("how do I refund a chargeback"), (ChooseTopic.TopicField, ChooseTopic.None));
        Assert.Contains("Tess Lang looks at it", (await _it.AskersCard()).Words);
        Assert.Contains("A question for triage", (await _it.Last(_it.Tess)).Words);
    }

    [Fact]
    public async Task What_nobody_here_knows_goes_to_a_person_at_once()
    {
        _it.Routes(sure: false, known: false);
        await _it.Asks("is the moon made of cheese");
        Assert.Equal(_it.Tess.Id, (await _it.Question).TriageId);
    }

    [Fact]
    public async Task Whoever_closes_the_form_has_asked_all_the_same()
    {
        _it.Routes(sure: false);
        await _it.Asks("how do I refund a chargeback");
        Assert.Contains("Say where it belongs", (await _it.AskersCard()).Words);
        await _it.Later(EscalationRules.Choosing(Urgency.Today));
        Assert.Contains("Sam Rivers is asked", (await _it.AskersCard()).Words);
    }

    [Fact]
    public async Task The_form_takes_all_that_helps_and_keeps_it_where_it_is_refused()
    {
        var form = await _bot.Types(_it.Asker, "ask");
        var refused = await _bot.Submits(_it.Asker, form, (AskQuestion.WordsField, "why"), (AskQuestion.CustomerField, "Case 48213"));
        Assert.Contains("A few more words", refused.Fault(AskQuestion.WordsField));
        Assert.Equal("Case 48213", refused.Holds(AskQuestion.CustomerField));
        await _bot.Submits(_it.Asker, refused, (AskQuestion.WordsField, "May I refund this chargeback?"), (AskQuestion.UrgencyField, AskQuestion.Waiting), (AskQuestion.TriedField, "The refund tool"),
            (AskQuestion.NeedField, "Rent is due"), (AskQuestion.DecisionField, "yes"), (AskQuestion.CallBackField, "23:30"));
        var brief = (await _it.Offer(1)).Words;
        foreach (var said in new[] { "Case 48213", "The refund tool", "Rent is due", "a decision", "Mira Solano", "the customer is waiting now" })
            Assert.Contains(said, brief);
        Assert.Contains("You call back at 23:30", (await _it.AskersCard()).Words);
    }

    [Fact]
    public async Task A_message_becomes_the_question_and_is_linked()
    {
        var form = await _bot.Picks(_it.Asker, "question.from-message", null, "Customer wants a refund of a chargeback", "https://acme.slack.com/archives/C1/p1");
        Assert.Equal("Customer wants a refund of a chargeback", form.Holds(AskQuestion.WordsField));
        await _bot.Submits(_it.Asker, form, (AskQuestion.UrgencyField, AskQuestion.Waiting));
        Assert.Equal("https://acme.slack.com/archives/C1/p1", (await _it.Question).Link);
        Assert.Contains("It began with this message", (await _it.Offer(1)).Words);
    }

    [Fact]
    public async Task Nobody_on_duty_is_said_at_once_with_when()
    {
        _it.Finds();
        _it.NobodyOnTriage(_bot.Clock.Now.AddHours(9));
        await _it.Asks();
        await _bot.Settles();
        Assert.Contains(_bot.Slack.In(_it.Asker.Account), sent => sent.Words.Contains("Nobody who could answer is on duty just now; somebody is from", StringComparison.Ordinal));
        _it.Finds(_it.Ada);
        await _it.Later(TimeSpan.FromMinutes(3));
        Assert.Contains("Ada Obi is asked", (await _it.AskersCard()).Words);
    }

    [Fact]
    public async Task Nobody_of_the_topic_on_duty_is_said_at_once_with_when_to_the_asker_and_to_whoever_is_on_triage()
    {
        var monday = _bot.Clock.Now.AddDays(3);
        _it.NobodyOnDuty(monday);
        await _it.Asks();
        var why = $"Nobody who knows “Refunds” is on duty and free before {monday:d MMM yyyy, HH:mm}.";
        Assert.Contains($"{why} Tess Lang looks at it now, for triage, and finds who can help", (await _it.AskersCard()).Words);
        Assert.Contains($"{why} You are on triage, so it came to you: the customer is waiting now.", (await _it.Last(_it.Tess)).Words);
    }

    [Fact]
    public async Task Where_the_asker_chose_the_topic_a_message_says_so_too_and_a_decision_needs_who_may_decide()
    {
        _it.Routes(sure: false);
        var form = await _it.Asks("may I refund a chargeback #decision");
        _it.NobodyOnDuty(_bot.Clock.Now.AddDays(3));
        await _bot.Submits(_it.Asker, form);
        var news = (await _it.Last(_it.Asker)).Words;
        Assert.StartsWith("Tess Lang looks at it", news);
        Assert.Contains("Nobody who may decide about “Refunds” is on duty and free before 5 Mar 2026", news);
        var triage = await _bot.Presses(_it.Tess, await _it.Last(_it.Tess), "Send on");
        var topic = (await _it.Question).TopicId!.Value.ToString();
        Assert.Equal("Nobody who may decide about “Refunds” is on duty and free before 5 Mar 2026, 09:00. Pick another topic, or a person.", (await _bot.Submits(_it.Tess, triage, (AssignQuestion.TopicField, topic))).Fault(AssignQuestion.TopicField));
    }

    [Fact]
    public async Task Who_comes_on_duty_before_the_deadline_is_asked_and_the_asker_knows_from_when()
    {
        _it.Routes(sure: false);
        var form = await _it.Asks("how do I refund a chargeback");
        var from = _bot.Clock.Now.AddHours(2);
        _it.Finds(_it.Ada, from);
        await _bot.Submits(_it.Asker, form);
        var said = $"Nobody who can take it is on duty before {from:d MMM yyyy, HH:mm}. Ada Obi is the first then and is asked";
        Assert.Contains(said, (await _it.Last(_it.Asker)).Words);
        Assert.Contains(said, (await _it.AskersCard()).Words);
        await _it.Later(TimeSpan.FromHours(2));
        Assert.DoesNotContain("Nobody who can take it", (await _bot.Presses(_it.Asker, new Ref(QuestionCard.NudgeId, (await _it.Question).Id.ToString()))).Words);
    }

    [Theory]
    [InlineData("", 5 * 60)]
    [InlineData(" #waiting", 60)]
    [InlineData(" #week", 30 * 60)]
    public async Task A_quarter_before_it_is_sent_on_the_asker_is_told_on_the_card_and_by_a_message_that_opens_the_form(string urgency, int seconds)
    {
        _it.Routes(sure: false);
        await _it.Asks($"how do I refund a chargeback{urgency}");
        Assert.DoesNotContain("A quarter", (await _it.AskersCard()).Words);
        var due = (await _it.Question).Deadline!.Value;
        await _it.Later((due - _bot.Clock.Now) - TimeSpan.FromSeconds(seconds / 4.0));
        var time = urgency == " #waiting" ? $"{due:HH:mm:ss}" : $"{due:HH:mm}";
        var warned = await _it.Last(_it.Asker);
        Assert.Contains($"A quarter of the time to say so is left. If you do nothing, it goes to “Refunds” at {time}.", warned.Words);
        Assert.Contains($"A quarter of the time is left. Say where it belongs; at {time} I send it on myself.", (await _it.AskersCard()).Words);
        var version = (await _it.Question).Version;
        await _it.Later(TimeSpan.FromSeconds(1));
        Assert.Equal(version, (await _it.Question).Version);
        await _bot.Submits(_it.Asker, await _bot.Presses(_it.Asker, warned, "Choose"));
        Assert.Contains("Sam Rivers is asked", (await _it.AskersCard()).Words);
    }

    [Fact]
    public async Task Nobody_on_triage_is_said_with_when_the_rota_goes_on_and_it_goes_to_them_in_that_moment()
    {
        _it.Routes(sure: false, known: false);
        _it.NobodyOnTriage();
        var from = _bot.Clock.Now.AddMinutes(20);
        await _bot.Do(db =>
        {
            db.Add(new TriageTurn { MemberId = _it.Tess.Id, From = from, To = from.AddHours(8) });
            return Task.CompletedTask;
        });
        await _it.Asks("is the moon made of cheese");
        await _bot.Settles();
        Assert.Contains(_bot.Slack.In(_it.Asker.Account), sent => sent.Words.Contains($"Nobody who could answer is on duty just now; somebody is from 2 Mar 2026, {from:HH:mm} on.", StringComparison.Ordinal));
        Assert.Contains($"somebody is from 2 Mar 2026, {from:HH:mm} on", (await _it.AskersCard()).Words);
        Assert.Equal(from, (await _it.Question).Deadline);
        _it.OnTriage(_it.Tess);
        await _it.Later(from - _bot.Clock.Now);
        Assert.Contains("Tess Lang looks at it", (await _it.AskersCard()).Words);
    }

    [Fact]
    public async Task From_the_answer_to_the_thanks()
    {
        await _it.Asks();
        await _bot.Presses(_it.Sam, await _it.Offer(1), "Accept");
        Assert.Contains("Sam Rivers has it since", (await _it.AskersCard()).Words);
        Assert.Contains("Sam Rivers got this because they know the topic", (await _bot.Presses(_it.Asker, await _it.AskersCard(), "Why them?")).Words);
        var sent = await _bot.Submits(_it.Sam, await _bot.Presses(_it.Sam, await _it.Offer(1), "Answer"), (AnswerQuestion.WordsField, "Yes, in the refund tool under Disputes."));
        Assert.IsType<Reply.None>(sent.Reply);
        Assert.Equal(QuestionState.Answered, (await _it.Question).State);
        Assert.Contains("Yes, in the refund tool under Disputes.", (await _it.Last(_it.Asker)).Words);
        Assert.Contains("Yes, in the refund tool under Disputes.", (await _it.AskersCard()).Words);
        var solved = await _bot.Presses(_it.Asker, await _it.AskersCard(), "Solved");
        Assert.Contains("Did you or the customer have to repeat anything?", solved.Words);
        // Said once, where it is not missed, with all that there is to do about it.
        var heard = await _it.Last(_it.Sam);
        Assert.Contains("Mira Solano says that it is solved. Thank you.", heard.Words);
        Assert.Equal(("Yes, in the refund tool under Disputes.", 0), ((await _bot.Presses(_it.Sam, heard, "Keep as a note")).Holds(KeepNote.AnswerField), (await _it.Offer(1)).Card.Buttons.Count));
        Assert.DoesNotContain("Thank you", (await _it.Offer(1)).Words);
        Assert.Equal((await _it.Question).TopicId, (await _bot.Read(db => db.LearntExamples.SingleAsync())).TopicId);
        var said = await _bot.Presses(_it.Asker, await _it.AskersCard(), "No, nothing");
        Assert.Equal(Repeated.No, (await _it.Question).Repeated);
        var thanks = await _bot.Presses(_it.Asker, said, "Thank Sam Rivers");
        Assert.Equal((_it.Sam.Id.ToString(), "competence"), (thanks.Holds(GiveKudos.ToField), thanks.Holds(GiveKudos.ValuesField)));
        Assert.Contains("while the customer was still there", thanks.Holds(GiveKudos.WordsField));
    }

    [Fact]
    public async Task Not_yet_opens_it_again_with_everything()
    {
        await _it.Asks();
        await _bot.Submits(_it.Sam, await _bot.Presses(_it.Sam, await _it.Offer(1), "Answer at once"), (AnswerQuestion.WordsField, "Try the tool."));
        await _bot.Submits(_it.Asker, await _bot.Presses(_it.Asker, await _it.AskersCard(), "Not yet"), (NotYetSolved.WordsField, "The tool refuses it."));
        Assert.Contains("The tool refuses it.", (await _it.Last(_it.Sam)).Words);
        Assert.Contains("Try the tool.", (await _it.Offer(1)).Words);
        Assert.Equal((QuestionState.Owned, 1), ((await _it.Question).State, (await _it.Question).Reopened));
    }

    [Fact]
    public async Task Adding_nudging_changing_and_withdrawing()
    {
        await _it.Asks("how do I refund a chargeback #week");
        await _bot.Presses(_it.Sam, await Chosen(), "Accept");
        await _bot.Submits(_it.Asker, await _bot.Presses(_it.Asker, await _it.AskersCard(), "Add information"), (AddInformation.WordsField, "It is case 48213."));
        Assert.Contains("It is case 48213.", (await _it.Last(_it.Sam)).Words);
        Assert.Contains("It is case 48213.", (await _it.Offer(1)).Words);
        await _bot.Presses(_it.Asker, await _it.AskersCard(), "Nudge");
        Assert.Contains("Mira Solano asks how it stands", (await _it.Last(_it.Sam)).Words);
        Assert.Contains("a moment ago", (await _bot.Presses(_it.Asker, await _it.AskersCard(), "Nudge")).Words);
        await _bot.Submits(_it.Asker, await _bot.Presses(_it.Asker, await _it.AskersCard(), "Change urgency"), (ChangeUrgency.UrgencyField, AskQuestion.Waiting), (ChangeUrgency.CallBackField, "23:45"));
        Assert.Equal(Urgency.Waiting, (await _it.Question).Urgency);
        Assert.NotNull((await _it.Question).CallBackAt);
        Assert.Contains("was taken back", (await _bot.Presses(_it.Asker, await _it.AskersCard(), "Withdraw")).Words);
        Assert.Contains("No longer needed", (await _it.Offer(1)).Words);
        Assert.Contains("was taken back", (await _bot.Presses(_it.Asker, new Ref(QuestionCard.SolvedId, (await _it.Question).Id.ToString()))).Words);
    }

    [Fact]
    public async Task Somebody_elses_question_is_nobodys_to_change()
    {
        await _it.Asks();
        var row = (await _it.Question).Id.ToString();
        foreach (var id in new[] { QuestionCard.WithdrawId, QuestionCard.SolvedId, QuestionCard.NudgeId, AddInformation.OpenId, OfferCard.AcceptId, AnswerQuestion.OpenId, AssignQuestion.OpenId })
            Assert.Contains("nothing was changed", (await _bot.Presses(_it.Ada, new Ref(id, row, 1))).Words);
        Assert.Equal(QuestionState.Offered, (await _it.Question).State);
        Assert.Single(await _bot.Read(db => db.QuestionOffers.ToListAsync()));
    }

    async Task<Delivered> Chosen()
    {
        await _it.Later(EscalationRules.Choosing(Urgency.Week));
        return await _it.Offer(1);
    }
}
