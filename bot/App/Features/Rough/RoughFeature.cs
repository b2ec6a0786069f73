using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Privacy;

namespace ServiceCulture.Bot.Features.Rough;

public static class RoughFeature
{
    public static Routes MapRough(this Routes on) => on;

    public static IServiceCollection AddRough(this IServiceCollection services) => services
        .AddSingleton<IPersonalData, RoughData>();
}
