using System.Collections.Frozen;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Bot.Settings;
using ServiceCulture.BotFramework;

namespace ServiceCulture.Bot.Channels.Teams;

public static class TeamsServices
{
    // Longer than the Connector takes for anything; a send that takes longer is uncertain.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Whoever waits for a token to be checked waits for this.
    static readonly TimeSpan PatienceForKeys = TimeSpan.FromSeconds(5);

    /// <summary>Teams, where the bot is registered or may be played without; else it is off: no endpoint, and its messages wait.</summary>
    /// <exception cref="SettingsException">The settings are wrong.</exception>
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = configuration.Section<BotFrameworkSettings>("BotFramework");
        services.AddSingleton<IVoice>(new TeamsVoice { IsOn = settings.IsOn });
        if (!settings.IsOn)
            return services;
        var options = Options(settings);
        var anonymous = settings.DangerouslyAllowUnauthenticated && environment.IsDevelopment();
        return services
            .AddSingleton(options)
            .AddSingleton(it => new TokenVerification(options, Http(PatienceForKeys), it.GetRequiredService<TimeProvider>()))
            .AddSingleton(it => new TeamsEntrance(it.GetRequiredService<TokenVerification>(), options, anonymous, it.GetRequiredService<ILogger<TeamsEntrance>>()))
            .AddSingleton(it => string.IsNullOrEmpty(options.AppId) ? AppToken.None : new AppToken(options, Http(Patience), it.GetRequiredService<TimeProvider>()))
            .AddSingleton(it => new ConnectorClient(Http(Patience), it.GetRequiredService<AppToken>(), new ServiceUrls(options.ServiceHosts, options.Cloud), it.GetRequiredService<TimeProvider>()))
            .AddSingleton<TeamsInstallations>().AddSingleton<TeamsTranslation>().AddSingleton<TeamsReplies>().AddSingleton<TeamsInvokes>().AddSingleton<TeamsRequests>()
            .AddSingleton<ISender, TeamsSender>().AddSingleton<IRosterSource, TeamsRoster>();
    }

    static BotFrameworkOptions Options(BotFrameworkSettings settings)
    {
        var options = new BotFrameworkOptions
        {
            AppId = settings.AppId ?? "",
            TenantId = settings.TenantId,
            AppPassword = settings.AppPassword,
            ManagedIdentity = settings.ManagedIdentity,
            AllowedTenants = settings.TenantId is { Length: > 0 } tenant ? FrozenSet.Create(StringComparer.OrdinalIgnoreCase, tenant) : FrozenSet<string>.Empty,
            Channels = FrozenSet.Create(StringComparer.Ordinal, ["msteams", .. settings.Channels]),
            Cloud = Enum.Parse<BotCloud>(settings.Cloud, ignoreCase: true),
            MetadataUrl = settings.MetadataUrl,
            TokenUrl = settings.TokenUrl,
            ServiceHosts = settings.ServiceHosts,
        };
        return options.Problems().ToList() is { Count: > 0 } problems
            ? throw new SettingsException(string.Join(Environment.NewLine, problems.Select(problem => $"BotFramework:{problem}")))
            : options;
    }

    static HttpClient Http(TimeSpan patience) => new(BotHttp.CreateHandler()) { Timeout = patience };
}
