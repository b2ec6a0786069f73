using ServiceCulture.Bot.Conversation;

namespace ServiceCulture.Bot.Features.CheckIns;

public static class CheckInsFeature
{
    public static Routes MapCheckIns(this Routes on) => on;

    public static IServiceCollection AddCheckIns(this IServiceCollection services) => services;
}
