using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Experts;
using ServiceCulture.Bot.Features.Escalations.Routing;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot;

public static class ExpertsFeature
{
    public static Routes MapExperts(this Routes on) => on
        .Command<ShowingExperts>("experts")
        .Press<SettingExpertHours>(ExpertHours.OpenId)
        .Submit<ExpertHours, SettingExpertHours>()
        .Press<SettingTopics>(TopicList.OpenId)
        .Submit<TopicList, SettingTopics>()
        .Submit<EditTopic, SettingTopics>()
        .Submit<TopicExperts, SettingTopicExperts>()
        .Press<SettingOfferTimes>(OfferTimes.OpenId)
        .Submit<OfferTimes, SettingOfferTimes>()
        .Press<SettingTriage>(TriageRota.OpenId)
        .Submit<TriageRota, SettingTriage>()
        .Submit<EditTurn, SettingTriage>();

    public static IServiceCollection AddExperts(this IServiceCollection services) => services
        .AddSingleton<IPersonalData, ExpertsData>()
        .AddSingleton(new Chance(Random.Shared.NextDouble))
        .AddSingleton<WhoIsNext>()
        .AddSingleton<ShowingExperts>()
        .AddSingleton<IChooseExperts, Choosing>()
        .AddSingleton<IRouteQuestions, RoutingQuestions>()
        .AddSingleton<LiveRouter>()
        .AddSingleton<Lessons>()
        .AddSingleton<Following>()
        .AddHostedService<KeepingUp>();
}
