using ServiceCulture.Bot.Privacy;

namespace ServiceCulture.Bot.Features.Publishing;

public static class PublishingFeature
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) => services
        .AddSingleton<Freezing>()
        .AddSingleton<Gathering>()
        .AddSingleton<OrganisationWindows>()
        .AddSingleton<FreezingWhatIsOver>()
        .AddSingleton<IPersonalData, PublishingData>();
}
