using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Board;
using ServiceCulture.Bot.Features.Escalations.Figures;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot;

public static class EscalationsFeature
{
    public static Routes MapEscalations(this Routes on) => on
        .Command<AskingQuestions>("ask")
        .Press<AskingQuestions>(AskQuestion.OpenId)
        .Menu<AskingQuestions>("question.from-message")
        .Submit<AskQuestion, AskingQuestions>()
        .Press<ChoosingTopics>(ChooseTopic.OpenId)
        .Submit<ChooseTopic, ChoosingTopics>()
        .Press<ChangingQuestions>(QuestionCard.NudgeId)
        .Press<ChangingQuestions>(QuestionCard.WithdrawId)
        .Press<ChangingQuestions>(QuestionCard.SolvedId)
        .Press<ChangingQuestions>(QuestionCard.RepeatedId)
        .Press<ChangingQuestions>(QuestionCard.NotRepeatedId)
        .Press<ChangingQuestions>(QuestionCard.WhyId)
        .Press<ChangingQuestions>(QuestionCard.ThankId)
        .Press<ChangingQuestions>(AddInformation.OpenId)
        .Submit<AddInformation, ChangingQuestions>()
        .Press<ChangingQuestions>(ChangeUrgency.OpenId)
        .Submit<ChangeUrgency, ChangingQuestions>()
        .Press<ChangingQuestions>(NotYetSolved.OpenId)
        .Submit<NotYetSolved, ChangingQuestions>()
        .Press<AnsweringOffers>(OfferCard.AcceptId)
        .Press<AnsweringOffers>(OfferCard.TakeId)
        .Press<AnsweringOffers>(AnswerQuestion.OpenId)
        .Submit<AnswerQuestion, AnsweringOffers>()
        .Press<AnsweringOffers>(PassQuestion.OpenId)
        .Submit<PassQuestion, AnsweringOffers>()
        .Press<AnsweringOffers>(NotNowQuestion.OpenId)
        .Submit<NotNowQuestion, AnsweringOffers>()
        .Press<TakingKnownAnswers>(KnownWords.HelpsId)
        .Press<WritingToOther>(SayToOther.OpenId)
        .Submit<SayToOther, WritingToOther>()
        .Submit<SayHere, WritingToOther>()
        .Press<ReadingAll>(ReadAll.OpenId)
        .Submit<ReadAll, ReadingAll>()
        .Hear<HearingThreads>()
        .On<HearingThreads, Incoming.Edited>("edited")
        .On<HearingThreads, Incoming.Deleted>("deleted")
        .Press<HandingOver>(HandOver.OpenId)
        .Press<HandingOver>(OfferCard.TakeBackId)
        .Submit<HandOver, HandingOver>()
        .Press<SendingOn>(AssignQuestion.OpenId)
        .Submit<AssignQuestion, SendingOn>();

    public static IServiceCollection AddEscalations(this IServiceCollection services) => services
        .AddSingleton<LookingAround>()
        .AddSingleton<QuestionViews>()
        .AddSingleton<QuestionMessages>()
        .AddSingleton<Escalating>()
        .AddSingleton<AskersQuestions>()
        .AddSingleton<TakingKnownAnswers>()
        .AddSingleton<OffersToMe>()
        .AddSingleton<Conversing>()
        .AddSingleton<SaidToMe>()
        .AddSingleton<WatchingQuestions>()
        .AddSingleton<FreezingHandling>()
        .AddSingleton<LookingAfterQuestions>()
        .AddSingleton<IPersonalData, EscalationsData>();
}
