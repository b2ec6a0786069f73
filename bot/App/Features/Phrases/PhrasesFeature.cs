using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Privacy;

namespace ServiceCulture.Bot.Features.Phrases;

public static class PhrasesFeature
{
    public static Routes MapPhrases(this Routes on) => on;

    public static IServiceCollection AddPhrases(this IServiceCollection services) => services
        .AddSingleton<IPersonalData, PhrasesData>();
}
