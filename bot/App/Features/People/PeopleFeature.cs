using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards.People;

namespace ServiceCulture.Bot;

public static class PeopleFeature
{
    public static Routes MapPeople(this Routes on) => on
        .Command<SettingOwn>("settings")
        .Press<SettingOwn>(OwnSettings.OpenId)
        .Submit<OwnSettings, SettingOwn>()
        .On<NoticingPeople, Incoming.PeopleChanged>("people")
        .On<NoticingPlaces, Incoming.PlaceChanged>("place")
        .On<NoticingPlaces, Incoming.Uninstalled>("uninstalled");

    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<Merging>()
        .AddSingleton<NamedOwner>()
        .AddSingleton<ImportPeople>()
        .AddSingleton<GivingRoles>()
        .AddSingleton<LettingGo>()
        .AddSingleton<ReadingPeople>()
        .AddSingleton<ChangingPeople>()
        .AddSingleton<ExportingPeople>()
        .AddSingleton<ReadingAudit>()
        .AddSingleton<Learning>()
        .AddSingleton<INotice, HearingInPassing>()
        .AddSingleton<IPersonalData, PeopleData>()
        .AddSingleton<IPersonalData, AuditData>();
}
