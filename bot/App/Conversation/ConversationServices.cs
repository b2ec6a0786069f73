using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Bot.Settings;

namespace ServiceCulture.Bot.Conversation;

public static class ConversationServices
{
    public static IServiceCollection AddConversation(this IServiceCollection services) => services
        .AddSingleton<Register>()
        .AddSingleton(it => new Tickets(MasterKey.Read(it.GetRequiredService<PrivacySettings>())))
        .AddSingleton<TurnRunner>();

    public static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddSingleton<Doorbell>().AddSingleton<Post>()
        .AddSingleton<Lanes>().AddSingleton<GivingUp>().AddSingleton<Delivery>().AddSingleton<Dispatcher>()
        .AddHostedService<Dispatching>();
}
