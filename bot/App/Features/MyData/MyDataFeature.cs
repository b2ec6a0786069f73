using ServiceCulture.Bot.Conversation;

namespace ServiceCulture.Bot.Features.MyData;

public static class MyDataFeature
{
    public static Routes MapMyData(this Routes on) => on;

    public static IServiceCollection AddMyData(this IServiceCollection services) => services;
}
