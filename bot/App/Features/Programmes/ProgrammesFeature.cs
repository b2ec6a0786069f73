using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Publishing;

namespace ServiceCulture.Bot.Features.Programmes;

public static class ProgrammesFeature
{
    public static Routes MapProgrammes(this Routes on) => on;

    public static IServiceCollection AddProgrammes(this IServiceCollection services) => services
        .AddSingleton<IPublished, PublishedParticipation>();
}
