using ServiceCulture.Bot.Features.Escalations.Course;
using static ServiceCulture.Tests.Escalations.Course.QuestionAtHand;

namespace ServiceCulture.Tests.Escalations.Course;

/// <summary>The course of a question, step by step.</summary>
public sealed class MovingTests
{
    static readonly TimeSpan Seconds45 = TimeSpan.FromSeconds(45), Minute = TimeSpan.FromMinutes(1), Day = TimeSpan.FromDays(1);

    [Fact]
    public void Waiting_two_offers_of_45_seconds_then_triage()
    {
        var question = new QuestionAtHand().OfferedTo(1);
        Assert.Equal((QuestionState.Offered, Start + Seconds45, Start + Seconds45 * 0.75), (question.Question.State, question.Question.Deadline, question.Question.WarnAt));
        Assert.True(question.Heard(1, News.Offered));
        question.TimeComes(Seconds45, next: 2);
        Assert.True(question.Heard(1, News.OfferExpired) && question.Heard(2, News.Offered));
        question.TimeComes(Seconds45, next: 3);
        Assert.Equal((QuestionState.Triage, Who(9)), (question.Question.State, question.Question.Holder));
        Assert.True(question.Heard(9, News.Triage) && question.Heard(0, News.ToTriage));
    }

    [Theory]
    [InlineData(Urgency.Waiting, 45)]
    [InlineData(Urgency.Today, 20 * 60)]
    [InlineData(Urgency.Week, 3 * 3600)]
    public void An_offer_stands_as_long_as_its_urgency_says_and_is_warned_of_at_three_quarters(Urgency urgency, int seconds)
    {
        var question = new QuestionAtHand(urgency).OfferedTo(1);
        Assert.Equal(seconds, (question.Question.Deadline - Start)!.Value.TotalSeconds);
        question.TimeComes(TimeSpan.FromSeconds(seconds * 0.75));
        Assert.True(question.Heard(1, News.OfferWarned));
        Assert.Equal((QuestionState.Offered, null), (question.Question.State, question.Question.WarnAt));
    }

    [Fact]
    public void Nobody_on_duty_is_said_at_once_with_when()
    {
        var monday = Start.AddHours(9);
        var question = new QuestionAtHand { Triage = null, Next = new ExpertFound.Nobody(monday) };
        question.On(new Happening.TopicChosen(Who(0), Topic(1)));
        Assert.Equal(new Notice(Who(0), News.NobodyOnDuty, monday), Assert.Single(question.Last.Notices));
        Assert.NotNull(question.Question.Deadline);
        question.TimeComes(TimeSpan.FromMinutes(3));
        Assert.Empty(question.Last.Notices);
        question.TimeComes(question.Question.Deadline!.Value - question.Now, next: 4);
        Assert.Equal(Who(4), question.Question.Holder);
    }

    [Fact]
    public void Who_comes_on_duty_in_time_is_asked_and_the_asker_hears_from_when()
    {
        var question = new QuestionAtHand(Urgency.Today) { Next = new ExpertFound.Someone(Who(1), "", Start.AddHours(2)) };
        question.On(new Happening.TopicChosen(Who(0), Topic(1)));
        Assert.Contains(new Notice(Who(0), News.FirstOnDuty, Start.AddHours(2)), question.Last.Notices);
        Assert.Equal(Start.AddHours(2).AddMinutes(20), question.Question.Deadline);
    }

    [Theory]
    [InlineData(Urgency.Waiting, 60)]
    [InlineData(Urgency.Today, 5 * 60)]
    [InlineData(Urgency.Week, 30 * 60)]
    public void An_asker_who_does_not_say_where_it_belongs_is_warned_at_three_quarters(Urgency urgency, int seconds)
    {
        var question = new QuestionAtHand(urgency).TimeComes(TimeSpan.FromSeconds(seconds * 0.75));
        Assert.Equal(new Notice(Who(0), News.ChooseWarned), Assert.Single(question.Last.Notices));
        Assert.Equal((QuestionState.Choosing, null), (question.Question.State, question.Question.WarnAt));
        question.TimeComes(TimeSpan.FromSeconds(seconds * 0.25), next: 1);
        Assert.Equal(Who(1), question.Question.Live?.To);
    }

    [Fact]
    public void An_asker_who_says_nothing_is_not_waited_for()
    {
        var question = new QuestionAtHand().TimeComes(Minute, next: 1);
        Assert.Equal(Who(1), question.Question.Live?.To);
    }

    [Fact]
    public void Two_who_accept_in_the_same_second_one_wins_and_the_other_is_told()
    {
        var question = new QuestionAtHand().OfferedTo(1).TimeComes(Seconds45, next: 2);
        question.On(new Happening.Accepted(Who(2), 2));
        Assert.Equal((QuestionState.Owned, Who(2)), (question.Question.State, question.Question.Owner));
        Assert.True(question.Heard(0, News.Accepted));
        Assert.Equal(Refusal.OfferOver, question.On(new Happening.Accepted(Who(1), 1)).Last.Refused);
        Assert.Equal(Refusal.OfferOver, question.On(new Happening.Answered(Who(1), "so")).Last.Refused);
        Assert.Equal(Refusal.NotYours, question.On(new Happening.Accepted(Who(5), 2)).Last.Refused);
    }

    [Fact]
    public void Passing_names_a_colleague_but_never_the_asker()
    {
        var question = new QuestionAtHand().OfferedTo(1);
        Assert.Equal(Refusal.ToAsker, question.On(new Happening.Passed(Who(1), 1, Who(0), "ask yourself")).Last.Refused);
        question.Next = Found(6);
        question.On(new Happening.Passed(Who(1), 1, Who(6), "she set that rule"));
        Assert.Equal((OfferKind.Passed, Who(6)), (question.Question.Live!.Kind, question.Question.Live.To));
        Assert.Contains(Who(1), question.Question.LeftOut(question.Now));
    }

    [Fact]
    public void Not_now_leaves_them_out_until_they_are_back()
    {
        var question = new QuestionAtHand(Urgency.Today).OfferedTo(1);
        question.Next = Found(2);
        question.On(new Happening.NotNow(Who(1), 1, 10));
        Assert.Equal(Who(2), question.Question.Live?.To);
        Assert.Contains(Who(1), question.Question.LeftOut(question.Now.AddMinutes(9)));
        Assert.DoesNotContain(Who(1), question.Question.LeftOut(question.Now.AddMinutes(10)));
    }

    [Fact]
    public void It_stays_with_the_giver_until_the_receiver_accepts_and_transfers_are_counted()
    {
        var question = new QuestionAtHand().OwnedBy(1);
        question.Next = Found(2);
        Assert.Equal(Refusal.NoBrief, question.On(new Happening.HandedOver(Who(1), Who(2), null, "  ")).Last.Refused);
        question.On(new Happening.HandedOver(Who(1), Who(2), null, "Refund of 12 March, all said"));
        Assert.Equal((Who(1), Who(2)), (question.Question.Owner, question.Question.Live!.To));
        question.On(new Happening.Passed(Who(2), 2, null, "not mine either"));
        Assert.True(question.Heard(1, News.HandoverRefused));
        Assert.Equal((Who(1), 0), (question.Question.Owner, question.Question.Transfers));
        question.On(new Happening.HandedOver(Who(1), Who(2), null, "again")).On(new Happening.Accepted(Who(2), 3));
        Assert.Equal((Who(2), 1), (question.Question.Owner, question.Question.Transfers));
        Assert.True(question.Heard(0, News.ChangedHands) && question.Heard(1, News.HandoverAccepted));
    }

    [Fact]
    public void Without_an_answer_it_is_late_once_and_then_a_person_looks_at_it()
    {
        var question = new QuestionAtHand().OwnedBy(1);
        question.TimeComes(TimeSpan.FromMinutes(15));
        Assert.True(question.Heard(1, News.AnswerOverdue) && question.Heard(0, News.Late));
        question.TimeComes(TimeSpan.FromMinutes(10));
        Assert.True(question.Heard(1, News.TakenFromYou) && question.Heard(9, News.Triage));
        Assert.Equal(QuestionState.Triage, question.Question.State);
    }

    [Fact]
    public void Unconfirmed_after_one_reminder_and_two_working_days_and_never_counted_as_solved()
    {
        var question = new QuestionAtHand().OwnedBy(1).After(TimeSpan.FromDays(4)).On(new Happening.Answered(Who(1), "Yes, up to 50"));
        Assert.Equal(DayOfWeek.Friday, question.Now.DayOfWeek);
        Assert.Equal((question.Now + Day * 3, question.Now + Day * 4), (question.Question.WarnAt, question.Question.Deadline));
        question.TimeComes(Day * 3);
        Assert.True(question.Heard(0, News.ConfirmReminder));
        question.TimeComes(Day);
        Assert.Equal((QuestionState.Unconfirmed, null), (question.Question.State, question.Question.SolvedAt));
        question.On(new Happening.Solved(Who(0)));
        Assert.Equal(QuestionState.Solved, question.Question.State);
    }

    [Fact]
    public void Not_yet_reopens_it_with_whoever_answered()
    {
        var question = new QuestionAtHand().OwnedBy(1).On(new Happening.Answered(Who(1), "so")).On(new Happening.NotYet(Who(0), "still charged twice"));
        Assert.Equal((QuestionState.Owned, Who(1), 1), (question.Question.State, question.Question.Owner, question.Question.Reopened));
        Assert.True(question.Heard(1, News.NotYet));
    }

    [Fact]
    public void Whoever_leaves_leaves_no_question_behind()
    {
        var question = new QuestionAtHand().OwnedBy(1);
        question.Next = Found(2);
        question.On(new Happening.MemberGone(Who(1)));
        Assert.Equal((QuestionState.Offered, Who(2)), (question.Question.State, question.Question.Holder));
        Assert.True(question.Heard(0, News.ExpertLeft));
        question.On(new Happening.MemberGone(Who(0)));
        Assert.Equal((QuestionState.AskerLeft, null), (question.Question.State, question.Question.Live));
        Assert.True(question.Heard(2, News.OfferLapsed));
    }

    [Fact]
    public void Time_in_which_the_bot_was_away_does_not_count()
    {
        var question = new QuestionAtHand().OfferedTo(1).TimeComes(TimeSpan.FromHours(1), next: 2);
        Assert.Equal((Who(1), question.Now + Seconds45), (question.Question.Live!.To, question.Question.Deadline));
        Assert.True(question.Heard(0, News.Delayed));
    }

    [Fact]
    public void An_offer_that_has_not_reached_its_platform_gets_its_time_again_and_not_for_ever()
    {
        var question = new QuestionAtHand(Urgency.Today).OfferedTo(1);
        for (var tries = 0; question.Question.Live?.To == Who(1) && tries < 20; tries++)
        {
            question.Next = Found(2);
            question.After(TimeSpan.FromMinutes(20)).On(new Happening.TimeCame(IsDelivered: false));
        }
        Assert.Equal((OfferOutcome.Undelivered, Start.AddHours(2)), (question.Question.Offers[0].Outcome, question.Now));
    }

    [Fact]
    public void A_nudge_is_heard_once_in_two_minutes()
    {
        var question = new QuestionAtHand().OwnedBy(1).On(new Happening.Nudged(Who(0)));
        Assert.True(question.Heard(1, News.Nudge));
        Assert.Equal(Refusal.TooSoon, question.After(Minute).On(new Happening.Nudged(Who(0))).Last.Refused);
        Assert.True(question.After(Minute).On(new Happening.Nudged(Who(0))).Heard(1, News.Nudge));
    }

    [Fact]
    public void A_call_back_reminds_the_asker_once()
    {
        var question = new QuestionAtHand(callBack: Start.AddSeconds(30)).OfferedTo(1).TimeComes(TimeSpan.FromSeconds(30));
        Assert.True(question.Heard(0, News.CallBack));
        Assert.Null(question.Question.CallBackAt);
    }
}
