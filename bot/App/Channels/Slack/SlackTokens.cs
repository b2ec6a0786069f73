using ServiceCulture.Bot.Settings;

namespace ServiceCulture.Bot.Channels.Slack;

/// <summary>Which token speaks for an installation. One workspace has the settings' token; installing into many will look it up here.</summary>
public sealed class SlackTokens(SlackSettings settings)
{
    public string For(int installation) => settings.BotToken ?? throw new InvalidOperationException($"Installation {installation} has no token.");
}
