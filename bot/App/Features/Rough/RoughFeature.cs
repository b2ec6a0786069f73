using ServiceCulture.Bot.Conversation;

namespace ServiceCulture.Bot.Features.Rough;

public static class RoughFeature
{
    public static Routes MapRough(this Routes on) => on;

    public static IServiceCollection AddRough(this IServiceCollection services) => services;
}
