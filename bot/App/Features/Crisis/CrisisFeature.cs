using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards.Crisis;

namespace ServiceCulture.Bot;

public static class CrisisFeature
{
    public static Routes MapCrisis(this Routes on) => on
        .Guard<CrisisBehindCommands>()
        .Press<GettingHelp>(GetHelp.OpenId)
        .Submit<GetHelp, GettingHelp>()
        .Submit<HelpAsked, GettingHelp>()
        .Press<SettingHelpLines>(HelpLines.OpenId)
        .Submit<HelpLines, SettingHelpLines>()
        .Submit<CountryLines, SettingHelpLines>()
        .Submit<EditHelpLine, SettingHelpLines>();

    public static IServiceCollection AddCrisis(this IServiceCollection services) => services
        .AddSingleton<CrisisHelp>()
        .AddSingleton<IPersonalData, CrisisData>();
}
