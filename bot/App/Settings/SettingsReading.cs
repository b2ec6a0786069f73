using Microsoft.Extensions.Configuration.Json;
using ServiceCulture.Bot.Settings;

namespace ServiceCulture.Bot;

/// <summary>Binds the sections and refuses to start on a wrong one, with a message that says which key and what it may be.</summary>
public static class SettingsReading
{
    public static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        Add<DatabaseSettings>(services, configuration, "Database");
        Add<ConnectionSettings>(services, configuration, "ConnectionStrings");
        Add<SlackSettings>(services, configuration, "Slack");
        Add<BotFrameworkSettings>(services, configuration, "BotFramework");
        Add<LocalSettings>(services, configuration, "Local");
        Add<OrganisationSettings>(services, configuration, "Organisation");
        Add<PrivacySettings>(services, configuration, "Privacy");
        Add<ConsoleSettings>(services, configuration, "Console");
        Add<OutboxSettings>(services, configuration, "Outbox");
        return Problems(configuration, environment) is { Count: > 0 } problems
            ? throw new SettingsException(string.Join(Environment.NewLine, problems))
            : services;
    }

    /// <summary>The operator's appsettings.json, in the folder where the program is started: above the shipped one, below the environment.</summary>
    public static void AddOwnFile(this ConfigurationManager configuration)
    {
        var own = new JsonConfigurationSource { Path = Path.Combine(Environment.CurrentDirectory, "appsettings.json"), Optional = true };
        own.ResolveFileProvider();
        var lastFile = configuration.Sources.ToList().FindLastIndex(source => source is JsonConfigurationSource);
        configuration.Sources.Insert(lastFile + 1, own);
    }

    /// <summary>The settings of a section, as they stand in the configuration.</summary>
    /// <exception cref="SettingsException">A value is not of the kind that the key takes.</exception>
    public static T Section<T>(this IConfiguration configuration, string name) where T : class, new()
    {
        try
        {
            var settings = new T();
            configuration.GetSection(name).Bind(settings);
            return settings;
        }
        catch (InvalidOperationException failure)
        {
            throw new SettingsException($"{name}: {failure.Message}", failure);
        }
    }

    static void Add<T>(IServiceCollection services, IConfiguration configuration, string name) where T : class, new() => services.AddSingleton(configuration.Section<T>(name));

    static List<string> Problems(IConfiguration configuration, IHostEnvironment environment)
    {
        var problems = new List<string>();
        Slack(configuration.Section<SlackSettings>("Slack"), problems);
        BotFramework(configuration.Section<BotFrameworkSettings>("BotFramework"), environment, problems);
        Organisation(configuration.Section<OrganisationSettings>("Organisation"), problems);
        if (configuration.Section<PrivacySettings>("Privacy").MasterKey is { Length: > 0 } key ? !IsKey(key) : !environment.IsDevelopment())
            problems.Add("Privacy:MasterKey must be 32 random bytes in base64; make one with: openssl rand -base64 32");
        if (configuration.Section<ConsoleSettings>("Console").PublicUrl is { Length: > 0 } address && !(Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback))))
            problems.Add($"Console:PublicUrl “{address}” must be an https address (http on loopback only)");
        if (configuration.Section<OutboxSettings>("Outbox") is { AtOnce: < 1 or > 64 } or { PerSecond: <= 0 } or { PerPlacePerSecond: <= 0 })
            problems.Add("Outbox:AtOnce must be 1 to 64; Outbox:PerSecond and Outbox:PerPlacePerSecond must be above 0");
        if (string.IsNullOrWhiteSpace(configuration.Section<ConnectionSettings>("ConnectionStrings").ServiceCulture))
            problems.Add("ConnectionStrings:ServiceCulture must not be empty");
        if (!environment.IsDevelopment())
            problems.AddRange(SampleSecrets.Problems(configuration));
        return problems;
    }

    static void Slack(SlackSettings slack, List<string> problems)
    {
        if (string.IsNullOrEmpty(slack.SigningSecret) != string.IsNullOrEmpty(slack.BotToken))
            problems.Add("Slack:SigningSecret and Slack:BotToken go together: set both, or neither to leave Slack off");
        if (!Uri.TryCreate(slack.ApiUrl, UriKind.Absolute, out var url) || !(url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback)) || !slack.ApiUrl.EndsWith('/'))
            problems.Add("Slack:ApiUrl must be an https address that ends in a slash (http on loopback only)");
    }

    static void BotFramework(BotFrameworkSettings teams, IHostEnvironment environment, List<string> problems)
    {
        if (teams.DangerouslyAllowUnauthenticated && !environment.IsDevelopment())
            problems.Add("BotFramework:DangerouslyAllowUnauthenticated works in Development only");
        if (!string.IsNullOrEmpty(teams.AppId) && string.IsNullOrEmpty(teams.AppPassword) && !teams.ManagedIdentity)
            problems.Add("BotFramework:AppPassword is missing (or set BotFramework:ManagedIdentity to true)");
        if (!string.IsNullOrEmpty(teams.AppId) && string.IsNullOrEmpty(teams.TenantId))
            problems.Add("BotFramework:TenantId is missing: the tenant whose people may use the bot");
        if (!Enum.TryParse<ServiceCulture.BotFramework.BotCloud>(teams.Cloud, ignoreCase: true, out _))
            problems.Add("BotFramework:Cloud must be Public or UsGov");
    }

    static void Organisation(OrganisationSettings organisation, List<string> problems)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(organisation.TimeZone, out _))
            problems.Add($"Organisation:TimeZone “{organisation.TimeZone}” is not an IANA time zone such as Europe/Berlin");
        if (organisation.DefaultCulture.Length == 0 || !organisation.DefaultCulture.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            problems.Add("Organisation:DefaultCulture must be a language tag such as en or de-CH");
    }

    static bool IsKey(string text)
    {
        Span<byte> bytes = stackalloc byte[64];
        return Convert.TryFromBase64String(text, bytes, out var length) && length == 32;
    }
}
