using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Bot.Settings;

namespace ServiceCulture.Bot;

public static class ConversationServices
{
    public static IServiceCollection AddConversation(this IServiceCollection services) => services
        .AddSingleton<Register>()
        .AddSingleton(it => new Tickets(MasterKey.Read(it.GetRequiredService<PrivacySettings>()), it.GetRequiredService<TimeProvider>()))
        .AddSingleton<SearchingPeople>()
        .AddSingleton<TurnRunner>();

    public static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddSingleton<Doorbell>().AddSingleton<Readership>().AddSingleton<Post>()
        .AddSingleton<Lanes>().AddSingleton<GivingUp>().AddSingleton<Delivery>().AddSingleton<Dispatcher>()
        .AddSingleton<IPersonalData, MessagesData>().AddSingleton<IPersonalData, DraftsData>()
        .AddHostedService<Dispatching>();
}
