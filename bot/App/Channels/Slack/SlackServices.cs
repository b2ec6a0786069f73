using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Bot.Settings;
using ServiceCulture.Slack;

namespace ServiceCulture.Bot.Channels.Slack;

public static class SlackServices
{
    // Longer than Slack takes for anything; a send that takes longer is uncertain.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Slack, where it has its secret and its token; else it is off: no endpoint, and its messages wait.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.Section<SlackSettings>("Slack");
        services.AddSingleton<IVoice>(new SlackVoice { IsOn = settings.IsOn });
        if (!settings.IsOn)
            return services;
        return services
            .AddSingleton(it => new RequestSignature(settings.SigningSecret!, it.GetRequiredService<TimeProvider>()))
            .AddSingleton(_ => new SlackClient(new HttpClient(SlackClient.Handler()) { Timeout = Patience }, new Uri(settings.ApiUrl)))
            .AddSingleton<SlackTokens>().AddSingleton<SlackTranslation>().AddSingleton<SlackReplies>().AddSingleton<SlackAfterwards>().AddSingleton<Reopening>().AddSingleton<SlackRequests>()
            .AddSingleton<ISender, SlackSender>().AddSingleton<IRosterSource, SlackRoster>()
            .AddHostedService<ConnectingSlack>();
    }
}
