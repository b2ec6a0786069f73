using ServiceCulture.Bot.Privacy;

namespace ServiceCulture.Bot.Features.Escalations;

public static class EscalationsFeature
{
    public static IServiceCollection AddEscalations(this IServiceCollection services) => services
        .AddSingleton<IPersonalData, EscalationsData>();
}
