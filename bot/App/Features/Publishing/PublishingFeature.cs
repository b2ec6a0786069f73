using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Bot.Privacy;

namespace ServiceCulture.Bot;

public static class PublishingFeature
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) => services
        .AddSingleton<Freezing>()
        .AddSingleton<Gathering>()
        .AddSingleton<OrganisationWindows>()
        .AddSingleton<FreezingWhatIsOver>()
        .AddSingleton<IPersonalData, PublishingData>();
}
