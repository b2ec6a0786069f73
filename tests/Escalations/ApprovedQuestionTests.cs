using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;
using ServiceCulture.Tests.Programmes;

namespace ServiceCulture.Tests.Escalations;

/// <summary>The cards and forms of questions, in every dialect, as a reviewer saw them.</summary>
public sealed class ApprovedQuestionTests
{
    static readonly DateTime At = new(2026, 3, 2, 10, 0, 0, DateTimeKind.Utc);
    static readonly Person Mira = new(new Guid(1, 1, 1, new byte[8]), "Mira Solano", new Handle(1, "U1"));
    static readonly Person Sam = new(new Guid(2, 1, 1, new byte[8]), "Sam Rivers", new Handle(1, "U2"));
    static readonly QuestionWords Question = new("11111111-1111-1111-1111-111111111111", Mira, "May I refund a chargeback that is older than 90 days?", AskQuestion.Waiting)
    {
        Tried = "The refund tool says no",
        Customer = "Case 48213",
        Need = "Their money back before Friday",
        NeedsDecision = true,
        Topic = "Refunds",
        Said = [new SaidWords(Mira, At, "They have been sent round twice.")],
    };

    static readonly NobodyWords Nobody = new("Refunds", NobodyBecause.NobodyOnDuty, At.AddDays(7).AddHours(-1), Decides: true);

    static QuestionStatus Status(Whereabouts where) => new(where, At.AddSeconds(45)) { Who = Sam, Since = At, ForCustomer = "I have somebody on this.", Meanwhile = "a written confirmation", CallBackAt = At.AddHours(1), HasReason = true };

    public static TheoryData<string, Card> Cards => new()
    {
        { "question-choosing", QuestionCard.For(Question, Status(Whereabouts.Choosing) with { Who = null }) },
        { "question-offered", QuestionCard.For(Question, Status(Whereabouts.Offered)) },
        { "question-nobody", QuestionCard.For(Question, Status(Whereabouts.NobodyThere) with { DutyFrom = At.AddHours(9) }) },
        { "question-choosing-warned", QuestionCard.For(Question, Status(Whereabouts.Choosing) with { Who = null, IsWarned = true }) },
        { "question-offered-later", QuestionCard.For(Question with { Urgency = AskQuestion.Today }, Status(Whereabouts.Offered) with { DutyFrom = At.AddHours(2), Until = At.AddHours(2).AddMinutes(20) }) },
        { "question-with-triage", QuestionCard.For(Question, Status(Whereabouts.Triage) with { Because = Nobody }) },
        { "question-owned", QuestionCard.For(Question, Status(Whereabouts.Owned)) },
        { "question-answered", QuestionCard.For(Question, Status(Whereabouts.Answered) with { Answer = "Yes, under Disputes." }) },
        { "question-solved", QuestionCard.For(Question, Status(Whereabouts.Solved)) },
        { "question-delayed", QuestionCard.For(Question, Status(Whereabouts.Triage) with { IsDelayed = true }) },
        { "question-offer", OfferCard.For(Question, new OfferStatus(OfferStands.Live, 1, At.AddSeconds(45)) { Reason = $"You got this because you know the topic." }) },
        { "question-handover", OfferCard.For(Question, new OfferStatus(OfferStands.Live, 2, At.AddSeconds(45)) { IsHandover = true, From = Sam }) },
        { "question-triage", OfferCard.For(Question, new OfferStatus(OfferStands.Live, 0, At.AddMinutes(3)) { IsTriage = true }) },
        { "question-triage-nobody", OfferCard.For(Question, new OfferStatus(OfferStands.Live, 0, At.AddMinutes(3)) { IsTriage = true, Because = Nobody }) },
        { "question-theirs", OfferCard.For(Question, new OfferStatus(OfferStands.Theirs, 1, At.AddMinutes(15))) },
        { "question-expired", OfferCard.For(Question, new OfferStatus(OfferStands.Expired, 1, null)) },
        { "question-news-answered", QuestionNews.Answered(Question, Sam, "Yes, under Disputes.") },
        { "question-offer-related", OfferCard.For(Question with { AnswerBy = At.AddMinutes(15) }, new OfferStatus(OfferStands.Live, 1, At.AddSeconds(45))
        {
            Related = [new KnownWords("1", "May I refund a chargeback after 100 days?", "Yes, up to 200 euros.", Sam, 12, false), new KnownWords("2", "Who decides old chargebacks?", "Finance does.", Sam, 800, true)],
        }) },
        { "question-solved-expert", OfferCard.For(Question, new OfferStatus(OfferStands.Solved, 1, null)) },
        { "question-news-solved", QuestionNews.Solved(Question, mayNote: true) },
        { "question-news-triage", QuestionNews.WithTriage(Question, Sam, Nobody) },
        { "question-news-duty", QuestionNews.FirstOnDuty(Question, Sam, At.AddHours(2)) },
        { "question-news-choose", QuestionNews.Choose(Question, At.AddSeconds(60)) },
        { "question-news-gone", QuestionNews.Gone },
        { "question-news-late", QuestionNews.Late(Question, Sam) },
        { "question-news-accepted", QuestionNews.Accepted(Question, Sam) },
        { "question-news-changed-hands", QuestionNews.ChangedHands(Question, Sam) },
        { "question-news-nobody", QuestionNews.NobodyOnDuty(Question, At.AddHours(9)) },
        { "question-news-expert-left", QuestionNews.ExpertLeft(Question) },
        { "question-news-call-back", QuestionNews.CallBack(Question) },
        { "question-news-confirm", QuestionNews.Confirm(Question, Sam) },
        { "question-news-warned", QuestionNews.Warned(Question, At.AddSeconds(45)) },
        { "question-news-overdue", QuestionNews.Overdue(Question, At.AddMinutes(15)) },
        { "question-news-taken", QuestionNews.Taken(Question) },
        { "question-news-nudged", QuestionNews.Nudged(Question) },
        { "question-news-urgency", QuestionNews.Urgency(Question with { Urgency = AskQuestion.Today }) },
        { "question-news-not-yet", QuestionNews.NotYet(Question, "They still wait for the money.") },
        { "question-news-closed", QuestionNews.Closed(Question) },
        { "question-news-handed-over", QuestionNews.HandoverAccepted(Question, Sam) },
        { "question-asked", AskQuestion.Asked },
        { "question-unconfirmed", QuestionCard.For(Question, Status(Whereabouts.Unconfirmed) with { Answer = "Yes, under Disputes." }) },
        { "question-withdrawn", QuestionCard.For(Question, Status(Whereabouts.Withdrawn)) },
        { "question-not-sent", SayHere.Kept(OfferCard.For(Question, new OfferStatus(OfferStands.Theirs, 1, At.AddMinutes(15))), "Since when is it open?", $"The question is closed.") },
    };

    [Theory]
    [InlineData(NobodyBecause.NoExpert, "Nobody who knows “Refunds” can be reached.")]
    [InlineData(NobodyBecause.AllWereAsked, "There is nobody else to ask for “Refunds”.")]
    [InlineData(NobodyBecause.AllAreFull, "Everybody who knows “Refunds” has as many questions as they can take just now.")]
    [InlineData(NobodyBecause.NobodyOnDuty, "Nobody who knows “Refunds” is on duty and free in the coming two weeks.")]
    [InlineData(NobodyBecause.NoTopic, "It fits none of the topics.")]
    [InlineData(NobodyBecause.NobodyTook, "Whoever was asked could not take it.")]
    [InlineData(NobodyBecause.Late, "Whoever had it did not answer in time.")]
    public void Why_nobody_has_it(NobodyBecause why, string words) => Assert.Equal(words, new NobodyWords("Refunds", why).Sentence.Plain(Reader.Plain));

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Cards))]
    public void Each_card(string name, Card card) => Dialects.Match(name, card);

    public static TheoryData<string, Form> Forms => new()
    {
        { "question-ask", AskQuestion.Form() },
        { "question-topic", ChooseTopic.Form(Question.Id, 0, [new TopicWords("t1", "Refunds", 12, "refund", "chargeback"), new TopicWords("t2", "Disputes", 1, "chargeback")], At) },
        { "question-pass", PassQuestion.Form(Question.Id, 1, []) },
        { "question-answer", AnswerQuestion.Form(Question with { NeedsDecision = false }, 1) },
        { "question-assign", AssignQuestion.Form(Question.Id, [new Choice("t1", $"Refunds")], []) },
        { "question-add", AddInformation.Form(Question.Id) },
        { "question-urgency", ChangeUrgency.Form(Question.Id, AskQuestion.Today, "14:30") },
        { "question-not-yet", NotYetSolved.Form(Question.Id) },
        { "question-not-now", NotNowQuestion.Form(Question.Id, 1) },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Forms))]
    public void Each_form(string name, Form form) => Dialects.Match(name, form);
}
