using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.CheckIns;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards.CheckIns;

namespace ServiceCulture.Bot;

public static class CheckInsFeature
{
    public static Routes MapCheckIns(this Routes on) => on
        .Command<CheckingIn>("checkin")
        .Press<CheckingIn>(CheckInCard.StepId)
        .Press<CheckingIn>(CheckInCard.NotTodayId)
        .Press<SortingThoughts>(CheckInCard.ThoughtId)
        .Submit<SortThought, SortingThoughts>()
        .Submit<NamePattern, SortingThoughts>()
        .Submit<SwapThought, SortingThoughts>()
        .Submit<ChangeSwap, SortingThoughts>()
        .Submit<TrueThought, SortingThoughts>()
        .Command<ReadingMyDay>("myday")
        .Press<ReadingMyDay>(MyDay.OpenId)
        .Submit<MyDay, ReadingMyDay>()
        .Submit<EditThought, ReadingMyDay>();

    public static IServiceCollection AddCheckIns(this IServiceCollection services) => services
        .AddSingleton<Thoughts>()
        .AddSingleton<ThoughtForms>()
        .AddSingleton<ParkedThoughts>()
        .AddSingleton<IAsking, AskingForCheckIns>()
        .AddSingleton<IPersonalData, CheckInsData>()
        .AddSingleton<IPublished, PublishedSteps>();
}
