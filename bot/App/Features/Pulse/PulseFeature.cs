using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Bot.Features.Pulse;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards.Pulse;

namespace ServiceCulture.Bot;

public static class PulseFeature
{
    public static Routes MapPulse(this Routes on) => on
        .Press<AnsweringPulse>(PulseCard.AnswerId)
        .Press<AnsweringPulse>(PulseCard.ChangeId)
        .Press<AnsweringPulse>(PulseCard.NotThisWeekId);

    public static IServiceCollection AddPulse(this IServiceCollection services) => services
        .AddSingleton<IAsking, AskingForPulse>()
        .AddSingleton<IPublished, PublishedPulse>()
        .AddSingleton<IPersonalData, PulseData>();
}
