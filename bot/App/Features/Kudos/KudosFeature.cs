using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards.Kudos;

namespace ServiceCulture.Bot;

public static class KudosFeature
{
    public static Routes MapKudos(this Routes on) => on
        .Command<TypingKudos>("kudos")
        .Command<ReadingMyKudos>("mykudos")
        .Press<OpeningKudos>(GiveKudos.OpenId)
        .Menu<OpeningKudos>("kudos.from-message")
        .Menu<OpeningKudos>(GiveKudos.OpenId)
        .Submit<GiveKudos, GivingKudos>()
        .Press<UndoingKudos>(KudosSent.UndoId)
        .Press<EditingKudos>(EditKudos.OpenId)
        .Submit<EditKudos, EditingKudos>()
        .Press<ReportingKudos>(ReportKudos.OpenId)
        .Submit<ReportKudos, ReportingKudos>()
        .Press<SettingRules>(KudosRules.OpenId)
        .Submit<KudosRules, SettingRules>()
        .Press<SettingKudosChannel>(KudosChannel.OpenId)
        .Submit<KudosChannel, SettingKudosChannel>();

    public static IServiceCollection AddKudos(this IServiceCollection services) => services
        .AddSingleton<KudosForms>()
        .AddSingleton<KudosChecks>()
        .AddSingleton<KudosMessages>()
        .AddSingleton<GivingKudos>()
        .AddSingleton<TellingOfReports>()
        .AddSingleton<IAnswerUndelivered, UnpostedKudos>()
        .AddSingleton<IPersonalData, KudosData>();
}
