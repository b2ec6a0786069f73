using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Privacy;

namespace ServiceCulture.Bot.Features.Pulse;

public static class PulseFeature
{
    public static Routes MapPulse(this Routes on) => on;

    public static IServiceCollection AddPulse(this IServiceCollection services) => services.AddSingleton<IPersonalData, PulseData>();
}
