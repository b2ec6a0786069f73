using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Bot;

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
        .Submit<SiteFeatures, SettingSwitches>()
        .Press<Inviting>(Invitation.ChooseId)
        .Press<Inviting>(Invitation.AgainId)
        .Command<Pausing>("pause")
        .Press<Pausing>(PauseAsking.OpenId)
        .Submit<PauseAsking, Pausing>()
        .Submit<PauseTaken, Pausing>();

    public static IServiceCollection AddProgrammes(this IServiceCollection services) => services
        .AddSingleton<IHide, SwitchedOffButtons>()
        .AddSingleton<ImportShifts>()
        .AddSingleton<ImportHolidays>()
        .AddSingleton<IPersonalData, ProgrammesData>()
        .AddSingleton<IAnswerUndelivered, UnsentAsks>()
        .AddSingleton<IAnswerUndelivered, UnsentInvitations>()
        .AddSingleton<IAnswerUndelivered, UnsentFarewells>()
        .AddSingleton<AskingWhoIsDue>()
        .AddSingleton<IPublished, PublishedParticipation>();
}
