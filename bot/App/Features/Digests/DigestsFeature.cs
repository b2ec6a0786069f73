using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Digests;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards.Digests;

namespace ServiceCulture.Bot;

public static class DigestsFeature
{
    public static Routes MapDigests(this Routes on) => on
        .Command<ShowingDigests>("digest")
        .Press<ShowingDigests>(DigestButtons.EarlierId)
        .Press<SettingDigests>(DigestButtons.PauseId)
        .Press<SettingDigests>(DigestButtons.ResumeId)
        .Press<SettingDigests>(DigestTimes.OpenId)
        .Submit<DigestTimes, SettingDigests>()
        .Press<ExplainingDigests>(DigestButtons.BasisId)
        .Command<LookingAtQuestions>("team")
        .Press<LookingAtQuestions>(TeamCard.QuestionId)
        .Press<SayingToTeam>(SayToTeam.OpenId)
        .Submit<SayToTeam, SayingToTeam>();

    public static IServiceCollection AddDigests(this IServiceCollection services) => services
        .AddSingleton<OrganisationWeeks>()
        .AddSingleton<TellingManagers>()
        .AddSingleton<ManagersDigest>()
        .AddSingleton<IDigest>(it => it.GetRequiredService<ManagersDigest>())
        .AddSingleton<IDigest, MonthlyOverview>()
        .AddSingleton<IDigest, PersonalRecap>()
        .AddSingleton<SendingDigests>()
        .AddSingleton<IAnswerUndelivered>(it => ActivatorUtilities.CreateInstance<UnsentToPaused>(it, DigestPage.Prefix))
        .AddSingleton<IPersonalData, DigestsData>();
}
