using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Rough;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards.Rough;

namespace ServiceCulture.Bot;

public static class RoughFeature
{
    public static Routes MapRough(this Routes on) => on
        .Command<OpeningRough>("rough")
        .Press<OpeningRough>(RoughMoment.OpenId)
        .Submit<RoughMoment, OpeningRough>()
        .Submit<RoughPhrases, OpeningRough>()
        .Submit<RoughDone, OpeningRough>()
        .Submit<ParkThought, ParkingThoughts>()
        .Press<ParkingThoughts>(ParkedThought.OpenId)
        .Submit<ParkedThought, ParkingThoughts>()
        .Press<AskingForFiveMinutes>(AskFiveMinutes.OpenId)
        .Submit<AskFiveMinutes, AskingForFiveMinutes>()
        .Press<AnsweringFiveMinutes>(FiveMinutesCard.ComingId)
        .Press<AnsweringFiveMinutes>(FiveMinutesCard.NotNowId)
        .Press<AnsweringFiveMinutes>(FiveMinutesCard.TakeBackId);

    public static IServiceCollection AddRough(this IServiceCollection services) => services
        .AddSingleton<RoughForms>()
        .AddSingleton<FiveMinutesRequests>()
        .AddSingleton<BringingBack>()
        .AddSingleton<TellingWhoWaits>()
        .AddSingleton<IAnswerUndelivered>(it => ActivatorUtilities.CreateInstance<UnsentToPaused>(it, BringingBack.Prefix))
        .AddSingleton<IPersonalData, RoughData>();
}
