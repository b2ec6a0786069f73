namespace ServiceCulture.Bot.Settings;

/// <summary>The secrets that stand in appsettings.sample.json. Everybody can read them, so outside Development the bot does not start with one of them.</summary>
public static class SampleSecrets
{
    static readonly (string Key, string Value, string Cure)[] Published =
    [
        ("Privacy:MasterKey", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "make one of your own with: openssl rand -base64 32"),
        ("Slack:SigningSecret", "0123456789abcdef0123456789abcdef", "your app's own stands at api.slack.com/apps under Basic Information"),
        ("Slack:BotToken", "xoxb-your-bot-token", "your app gets its own at api.slack.com/apps under OAuth & Permissions, once it is installed"),
        ("BotFramework:AppPassword", "the-client-secret-of-the-app", "make a client secret in your app's registration in Microsoft Entra, or set BotFramework:ManagedIdentity to true and leave this out"),
    ];

    public static IEnumerable<string> Problems(IConfiguration configuration) => Published
        .Where(secret => configuration[secret.Key]?.Trim() == secret.Value)
        .Select(secret => $"{secret.Key} is the one of appsettings.sample.json, which everybody knows: {secret.Cure}");
}
