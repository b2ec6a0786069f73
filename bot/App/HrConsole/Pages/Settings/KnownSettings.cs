namespace ServiceCulture.Bot.HrConsole.Pages.Settings;

/// <summary>A setting as the console explains it.</summary>
/// <param name="Default">What holds where nobody set it, in words.</param>
/// <param name="IsSecret">Its value is shown to nobody.</param>
/// <param name="IsPerson">It names somebody, so it is shown to whoever may see people.</param>
public sealed record KnownSetting(string Key, string Meaning, string Default = "not set", bool IsSecret = false, bool IsPerson = false);

/// <summary>Every setting there is; a test in House holds the list to the classes in Settings.</summary>
public static class KnownSettings
{
    public static readonly IReadOnlyList<KnownSetting> All =
    [
        new("Urls", "Where the bot listens", "http://localhost:3978"),
        new("Database:Provider", "Which database", "Sqlite"),
        new("ConnectionStrings:ServiceCulture", "Where the data are", "a file in data/", true),
        new("ConnectionStrings:Keys", "Where the keys of people's private words are, apart from the data", "a file in data/", true),
        new("Slack:SigningSecret", "Proves that a request is Slack's", IsSecret: true),
        new("Slack:BotToken", "Lets the bot speak in one workspace", IsSecret: true),
        new("Slack:ApiUrl", "Where Slack is reached", "https://slack.com/api/"),
        new("BotFramework:AppId", "The app's id in Entra; without it Teams is off"),
        new("BotFramework:TenantId", "The tenant whose people may use the bot"),
        new("BotFramework:AppPassword", "The app's secret", IsSecret: true),
        new("BotFramework:ManagedIdentity", "A managed identity in the secret's place", "False"),
        new("BotFramework:Channels", "Channels besides Teams that are accepted", "none"),
        new("BotFramework:Cloud", "Public or UsGov", "Public"),
        new("BotFramework:MetadataUrl", "Where the keys of tokens are read", "by cloud"),
        new("BotFramework:TokenUrl", "Where tokens are had", "by cloud"),
        new("BotFramework:ServiceHosts", "Hosts besides the platform's own that messages may go to", "none"),
        new("BotFramework:DangerouslyAllowUnauthenticated", "No tokens at all; works in Development only", "False"),
        new("Local:Enabled", "The page at /try; works in Development only", "on in Development"),
        new("Organisation:Owner", "E-mail of the first owner, who gives roles", IsPerson: true),
        new("Organisation:TimeZone", "Where the organisation's weeks and days are cut", "UTC"),
        new("Organisation:WeekStart", "The first day of its week", "Monday"),
        new("Organisation:DefaultCulture", "The language where somebody has none of their own", "en"),
        new("Privacy:MasterKey", "Wraps the keys of people's private words, and signs buttons", "made in data/ in Development", true),
        new("Console:PublicUrl", "Where browsers reach this console", "this machine's address in Development"),
        new("Outbox:PerSecond", "Messages a second to one installation", "what each platform bears"),
        new("Outbox:PerPlacePerSecond", "Messages a second to one conversation", "what each platform bears"),
        new("Outbox:AtOnce", "Sends under way at once", "8"),
    ];

    public static string Title(string section) => section switch
    {
        "Urls" => "Listening",
        "ConnectionStrings" => "Connections",
        "BotFramework" => "Microsoft Teams",
        "Local" => "The local page",
        "Outbox" => "Sending",
        _ => section,
    };
}
