using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Phrases;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards.Phrases;

namespace ServiceCulture.Bot;

public static class PhrasesFeature
{
    public static Routes MapPhrases(this Routes on) => on
        .Command<BrowsingPhrases>("phrases")
        .Press<BrowsingPhrases>(PhrasesCard.ShowId)
        .Press<AddingPhrases>(AddPhrase.OpenId)
        .Submit<AddPhrase, AddingPhrases>()
        .Press<ChangingPhrases>(ChangePhrases.OpenId)
        .Submit<ChangePhrases, ChangingPhrases>()
        .Submit<EditPhrase, ChangingPhrases>();

    public static IServiceCollection AddPhrases(this IServiceCollection services) => services
        .AddSingleton<IPersonalData, PhrasesData>();
}
