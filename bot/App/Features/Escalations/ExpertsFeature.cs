using ServiceCulture.Bot.Features.Escalations.Experts;
using ServiceCulture.Bot.Features.Escalations.Routing;
using ServiceCulture.Bot.Privacy;

namespace ServiceCulture.Bot.Features.Escalations;

public static class ExpertsFeature
{
    public static IServiceCollection AddExperts(this IServiceCollection services) => services
        .AddSingleton<IPersonalData, ExpertsData>()
        .AddSingleton(new Chance(Random.Shared.NextDouble))
        .AddSingleton<WhoIsNext>()
        .AddSingleton<IChooseExperts, Choosing>()
        .AddSingleton<IRouteQuestions, RoutingQuestions>()
        .AddSingleton<LiveRouter>()
        .AddSingleton<Lessons>()
        .AddSingleton<Following>()
        .AddHostedService<KeepingUp>();
}
