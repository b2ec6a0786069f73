using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Bot.Features.Programmes;

public static class ProgrammesFeature
{
    public static Routes MapProgrammes(this Routes on) => on
        .Press<Inviting>(Invitation.ChooseId)
        .Press<Inviting>(Invitation.AgainId)
        .Command<Pausing>("pause")
        .Press<Pausing>(PauseAsking.OpenId)
        .Submit<PauseAsking, Pausing>()
        .Submit<PauseTaken, Pausing>();

    public static IServiceCollection AddProgrammes(this IServiceCollection services) => services
        .AddSingleton<IAnswerUndelivered, UnsentAsks>()
        .AddSingleton<AskingWhoIsDue>();
}
