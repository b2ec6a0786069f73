using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Welcome;

namespace ServiceCulture.Bot;

public static class WelcomeFeature
{
    public static Routes MapWelcome(this Routes on) => on
        .Command<Helping>("help")
        .On<Helping, Incoming.Said>("said")
        .On<Helping, Incoming.Met>("met");
}
