using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Values;

namespace ServiceCulture.Bot;

public static class ValuesFeature
{
    public static Routes MapValues(this Routes on) => on.Command<ShowingValues>("values");
}
