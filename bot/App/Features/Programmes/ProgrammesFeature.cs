using ServiceCulture.Bot.Conversation;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Bot.Features.Programmes;

public static class ProgrammesFeature
{
    public static Routes MapProgrammes(this Routes on) => on
        .Guard<SwitchedOffHere>()
        .Press<SettingPrompts>(PromptPacks.OpenId)
        .Submit<PromptPacks, SettingPrompts>()
        .Submit<PackVersions, SettingPrompts>()
        .Submit<EditPack, SettingPrompts>()
        .Submit<PreviewPack, SettingPrompts>()
        .Press<SettingProgrammes>(ProgrammeList.OpenId)
        .Submit<ProgrammeList, SettingProgrammes>()
        .Submit<EditProgramme, SettingProgrammes>()
        .Command<DryRunning>("dryrun")
        .Press<DryRunning>(DryRun.OpenId)
        .Press<SettingSwitches>(FeatureSites.OpenId)
        .Submit<FeatureSites, SettingSwitches>()
        .Submit<SiteFeatures, SettingSwitches>();

    public static IServiceCollection AddProgrammes(this IServiceCollection services) => services;
}
